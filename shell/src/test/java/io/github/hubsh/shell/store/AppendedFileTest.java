package io.github.hubsh.shell.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppendedFileTest {
    private static final int WRITERS = 8;
    private static final int ADDITIONS = 50;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void what_many_add_at_once_is_all_there_and_never_mixed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String line = String.valueOf(i).repeat(3_000);
            expected.addAll(repeat(line));
            writers.add(threads.submit(() -> {
                for (int n = 0; n < ADDITIONS; n++) {
                    file(4 << 20).append((line + "\n").getBytes(UTF_8));
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        assertThat(text(file(4 << 20).read()).lines().filter(line -> !line.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        file(100).append("a".getBytes(UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    void what_was_taken_stays_until_it_is_forgotten_and_what_comes_meanwhile_too() throws IOException {
        AppendedFile file = file(100);
        file.append("a\n".getBytes(UTF_8));

        assertThat(text(file.take())).isEqualTo("\na\n");
        assertThat(file.append("b\n".getBytes(UTF_8))).isEqualTo(3);
        assertThat(text(file.read())).isEqualTo("\na\n\nb\n");
        assertThat(text(file.take())).as("of a merge that has died").isEqualTo("\na\n");
        file.forgetTaken();
        assertThat(text(file.read())).isEqualTo("\nb\n");
        assertThat(text(file.take())).isEqualTo("\nb\n");
        file.forgetTaken();
        assertThat(file.exists()).isFalse();
        assertThat(file.take()).isEmpty();
    }

    @Test
    void a_file_that_is_never_taken_stops_to_grow() throws IOException {
        AppendedFile file = file(10);
        for (int i = 0; i < 10; i++) {
            file.append("12345".getBytes(UTF_8));
        }

        assertThat(Files.size(path())).isEqualTo(12);
        assertThat(file.append("1".getBytes(UTF_8))).isEqualTo(12);
    }

    @Test
    void nothing_but_a_regular_file_is_written_or_read() throws IOException {
        Files.createDirectories(path());
        assertThatThrownBy(() -> file(10).append(new byte[1])).isInstanceOf(IOException.class);
        assertThat(file(10).isForeign()).isTrue();
        assertThat(file(10).exists()).isFalse();
        assertThat(file(10).read()).isEmpty();
        assertThat(file(10).take()).isEmpty();
        assertThat(path()).as("stays where it is").isDirectory();
        Files.delete(path());
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Files.createSymbolicLink(path(), elsewhere);
        assertThatThrownBy(() -> file(10).append(new byte[1])).isInstanceOf(IOException.class);
        assertThat(file(10).take()).isEmpty();
        assertThat(elsewhere).hasContent("theirs");
    }

    @Test
    void what_has_the_name_of_the_taken_part_keeps_nothing_from_being_read() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("new/file.taken"));
        AppendedFile file = file(100);
        file.append("a\n".getBytes(UTF_8));

        assertThat(text(file.read())).isEqualTo("\na\n");
        assertThat(file.take()).isEmpty();
        file.forgetTaken();
        assertThat(taken).isDirectory();
        assertThat(text(file.read())).isEqualTo("\na\n");
    }

    private static List<String> repeat(String line) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ADDITIONS; i++) {
            lines.add(line);
        }
        return lines;
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }

    private Path path() {
        return folder.resolve("new/file");
    }

    private AppendedFile file(long largest) {
        return new AppendedFile(path(), largest);
    }
}
