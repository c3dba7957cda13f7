package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {
    @TempDir
    Path folder;

    private Path path;
    private HistoryFile ours;
    private HistoryFile theirs;

    @BeforeEach
    void two_shells_start() throws IOException {
        path = folder.resolve("history");
        ours = new HistoryFile(path);
        theirs = new HistoryFile(path);
        ours.load();
        theirs.load();
    }

    @Test
    void two_shells_at_once_learn_from_each_other() throws IOException {
        ours.append("a");
        theirs.append("b é電\nc");
        ours.append("d");
        theirs.append("e");

        assertThat(ours.news()).containsExactly("b é電\nc", "e");
        assertThat(theirs.news()).containsExactly("a", "d");
        assertThat(ours.news()).isEmpty();
        theirs.append("a");
        assertThat(ours.news()).containsExactly("a");
        assertThat(theirs.news()).isEmpty();
        assertThat(new HistoryFile(path).load()).containsExactly("a", "b é電\nc", "d", "e", "a");
    }

    @Test
    void half_a_line_is_none_yet() throws IOException {
        ours.append("a");
        Files.writeString(path, "hal", StandardOpenOption.APPEND);
        assertThat(ours.news()).isEmpty();
        Files.writeString(path, "f\nb\n", StandardOpenOption.APPEND);
        assertThat(ours.news()).containsExactly("half", "b");
    }

    @Test
    void a_file_that_was_cut_or_removed_counts_as_a_new_one() throws IOException {
        ours.append("a");
        Files.delete(path);
        assertThat(ours.news()).isEmpty();
        theirs.append("b");
        Files.write(path, Collections.nCopies(5 * HistoryFile.MAX_KEPT_LINES, "long"));
        ours.news();
        new HistoryFile(path).load();
        assertThat(ours.news()).isEmpty();
        theirs.append("c");
        assertThat(ours.news()).containsExactly("c");
    }
}
