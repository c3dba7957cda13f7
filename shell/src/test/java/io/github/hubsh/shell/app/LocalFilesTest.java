package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private LocalFiles files;

    @BeforeEach
    void open() {
        files = new LocalFiles(directory, new ByteArrayInputStream(new byte[0]));
    }

    @Test
    void a_file_is_replaced_or_continued_and_nothing_else_is_left() throws IOException {
        files.write("f", bytes("one\n"), true);
        files.write("f", bytes("two\n"), true);
        assertThat(files.text("f")).isEqualTo("one\ntwo\n");
        Files.setPosixFilePermissions(directory.resolve("f"), PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("f"));

        files.write("link", bytes("three\n"), false);

        assertThat(files.text("f")).isEqualTo("three\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("f"))))
                .isEqualTo("rw-------");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("f", "link");
    }

    @Test
    void an_open_file_has_each_text_at_once_and_can_be_written_by_an_interrupted_thread() {
        files.write("f", bytes("old\n"), false);
        try (OpenFile open = files.open("f", true)) {
            Thread.currentThread().interrupt();
            open.write(bytes("one\n"));
            assertThat(files.text("f")).isEqualTo("old\none\n");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        try (OpenFile open = files.open("f", false)) {
            assertThat(files.text("f")).isEmpty();
            open.write(bytes("µ\n"));
        }

        assertThat(files.text("f")).isEqualTo("µ\n");
        assertThatThrownBy(() -> files.open("no/such", false))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("cannot write no/such: ");
    }

    @Test
    void the_error_of_a_write_names_the_file_and_not_the_temporary_one() {
        String name = "x".repeat(300);

        assertThatThrownBy(() -> files.write(name, bytes("text"), false))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("cannot write " + name + ": ")
                .hasMessageNotContaining(".tmp");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_a_text() throws IOException {
        Path file = Files.writeString(directory.resolve("marked"), "\ufeffa=1\ufeff");

        assertThat(files.text(file.toString())).isEqualTo("a=1\ufeff");
    }

    @Test
    void the_edges_of_a_file_are_read_without_the_rest() throws IOException {
        Path large = directory.resolve("large");
        Files.writeString(large, "\ufeffname,x\n" + "pump,1\n".repeat(20_000) + "pump,2");

        assertThat(files.edges("large").head()).startsWith("name,x\npump,1\n").hasSizeLessThanOrEqualTo(64 << 10);
        assertThat(files.edges("large").endsLine()).isFalse();
        files.write("large", bytes("\n"), true);
        assertThat(files.edges("large").endsLine()).isTrue();
        assertThat(files.edges("missing")).isEqualTo(FileEdges.EMPTY);
        assertThat(files.edges(Files.createFile(directory.resolve("empty")).toString()))
                .isEqualTo(FileEdges.EMPTY);
    }

    @Test
    void what_cannot_be_written_is_known_in_advance() {
        files.requireWritable("new");

        assertThatThrownBy(() -> files.requireWritable("no/such"))
                .isInstanceOf(ShellException.class)
                .hasMessageStartingWith("there is no directory ");
        assertThatThrownBy(() -> files.requireWritable("."))
                .isInstanceOf(ShellException.class)
                .hasMessage(". is a directory");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
