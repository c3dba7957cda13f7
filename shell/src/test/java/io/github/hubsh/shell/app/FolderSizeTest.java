package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSizeTest {
    @Test
    void all_files_below_count_and_little_is_not_worth_a_word(@TempDir Path folder) throws IOException {
        Path below = Files.createDirectories(folder.resolve("a/b"));
        Files.write(below.resolve("small"), new byte[999_999]);
        assertThat(FolderSize.note(folder)).isEmpty();
        Files.write(folder.resolve("large"), new byte[2_000_002]);
        assertThat(FolderSize.note(folder)).isEqualTo(" (3 MB)");
        assertThat(FolderSize.note(folder.resolve("large"))).isEmpty();
        assertThat(FolderSize.note(folder.resolve("nowhere"))).isEmpty();
    }
}
