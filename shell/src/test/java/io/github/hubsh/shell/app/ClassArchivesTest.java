package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
    @TempDir
    Path folder;

    private void state(String kind, String... files) throws IOException {
        Files.createDirectories(folder.resolve(kind));
        for (String file : files) {
            Files.writeString(folder.resolve(kind).resolve(file), "");
        }
    }

    private List<String> rows() {
        return ClassArchives.in(folder).checks().stream()
                .map(HealthCheck::row)
                .map(row -> row.get("check") + ": " + row.get("value"))
                .toList();
    }

    @Test
    void each_kind_of_start_that_was_used_has_a_state() throws IOException {
        state("short", "choice");
        state("prompt", "choice", "pending");
        state("script", "choice", "pending", "training");
        state("hub");

        assertThat(rows())
                .containsExactly("archive short: made", "archive prompt: not made yet", "archive script: being made");
    }

    @Test
    void a_failure_has_its_day_and_its_reason() throws IOException {
        state("script", "choice");
        Files.writeString(folder.resolve("script/failed"), "2026-01-31\nto record the classes failed\nno memory\n");
        state("hub", "choice", "failed");

        assertThat(rows())
                .containsExactly(
                        "archive script: failed on 2026-01-31: to record the classes failed / no memory",
                        "archive hub: failed");
    }
}
