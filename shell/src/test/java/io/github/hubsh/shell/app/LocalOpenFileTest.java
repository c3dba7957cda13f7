package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that stays open; {@link LocalFilesTest} has what an interrupted thread does with one. */
final class LocalOpenFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Columns: what is in the file; whether it is continued; what is written; what is in it then, and how much. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``  | true  | ab | ab   | 2
            old | true  | ab | oldab | 5
            old | false | ab | ab   | 2
            old | false | `` | ``   | 0
            old | true  | µ  | oldµ | 5
            """)
    void a_file_is_continued_or_begun_from_nothing(String before, boolean append, String text, String after, long size)
            throws IOException {
        Path file = Files.writeString(folder.resolve("f"), before);

        try (OpenFile open = LocalOpenFile.of("f", file, append)) {
            open.write(text.getBytes(StandardCharsets.UTF_8));
            assertThat(open.size()).isEqualTo(size);
        }

        assertThat(Files.readString(file)).isEqualTo(after);
    }

    /** Columns: the size that is wanted; what is left of {@code abcdef}, and what is written behind it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0   | ``     | +
            3   | abc    | abc+
            6   | abcdef | abcdef+
            100 | abcdef | abcdef+
            """)
    void a_file_is_cut_and_never_extended(long size, String left, String continued) throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "abcdef");

        try (OpenFile open = LocalOpenFile.of("f", file, true)) {
            open.truncate(size);
            assertThat(Files.readString(file)).isEqualTo(left);
            open.write(new byte[] {'+'});
        }

        assertThat(Files.readString(file)).isEqualTo(continued);
    }

    @Test
    void a_device_has_no_size_and_is_not_cut() {
        assumeThat(FULL).exists();
        try (OpenFile open = LocalOpenFile.of("/dev/full", FULL, false)) {
            assertThat(open.size()).isZero();
            open.truncate(5);
        }
    }

    @Test
    void a_full_disk_is_an_error_with_the_name_as_it_was_typed() {
        assumeThat(FULL).exists();
        try (OpenFile open = LocalOpenFile.of("runs.jsonl", FULL, true)) {
            assertThatThrownBy(() -> open.write(new byte[] {1}))
                    .isInstanceOfSatisfying(ShellException.class, LocalOpenFileTest::isOfTheFile);
        }
    }

    @Test
    void a_file_that_is_closed_is_not_written() throws IOException {
        Path file = folder.resolve("f");
        OpenFile open = LocalOpenFile.of("runs.jsonl", file, false);
        open.close();
        open.close();

        assertThatThrownBy(() -> open.write(new byte[] {1}))
                .isInstanceOfSatisfying(ShellException.class, LocalOpenFileTest::isOfTheFile);
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void a_folder_is_no_file() {
        assertThatThrownBy(() -> LocalOpenFile.of("runs.jsonl", folder, true))
                .isInstanceOfSatisfying(ShellException.class, LocalOpenFileTest::isOfTheFile);
    }

    @Test
    void a_file_that_is_gone_has_no_size() throws IOException {
        Path file = folder.resolve("f");
        try (OpenFile open = LocalOpenFile.of("f", file, false)) {
            open.write(new byte[] {1});
            Files.delete(file);

            assertThat(open.size()).isZero();
            open.truncate(0);
        }
        assertThat(file).doesNotExist();
    }

    private static void isOfTheFile(ShellException wrong) {
        assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
        assertThat(wrong.text()).startsWith("cannot write runs.jsonl: ");
    }
}
