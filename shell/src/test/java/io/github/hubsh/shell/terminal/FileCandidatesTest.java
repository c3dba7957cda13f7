package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCandidatesTest {
    @TempDir
    Path folder;

    @Test
    void files_are_offered_by_their_path_and_quoted_where_needed() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createFile(folder.resolve("data/a b.json"));
        Files.createFile(folder.resolve("device.svg"));
        Files.createFile(folder.resolve(".hidden"));

        assertThat(names("d")).containsExactlyInAnyOrder("data/", "device.svg");
        assertThat(names("")).containsExactlyInAnyOrder("data/", "device.svg");
        assertThat(names(".h")).containsExactly(".hidden");
        assertThat(names("data/a")).containsExactly("'data/a b.json'");
        assertThat(names("nowhere/")).isEmpty();
    }

    private List<String> names(String typed) {
        List<Candidate> candidates = new ArrayList<>();
        FileCandidates.add(folder, typed, candidates);
        return candidates.stream().map(Candidate::value).toList();
    }
}
