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

final class SharedFileTest {
    private static final int WRITERS = 4;
    private static final int CHANGES = 25;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void what_several_write_at_once_is_all_there() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(() -> {
                for (int n = 0; n < CHANGES; n++) {
                    append("x");
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();

        assertThat(file().read()).hasSize(WRITERS * CHANGES);
        assertThat(folder.resolve("new")).isDirectoryContaining(path -> path.endsWith("file"));
        try (var left = Files.list(folder.resolve("new"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        append("secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/file"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "a");
        Files.createDirectory(folder.resolve("new"));
        Files.createSymbolicLink(folder.resolve("new/file"), real);

        append("b");

        assertThat(folder.resolve("new/file")).isSymbolicLink();
        assertThat(real).hasContent("ab");
    }

    @Test
    void what_is_too_large_or_no_file_is_neither_read_nor_written() throws IOException {
        Path large = Files.writeString(folder.resolve("large"), "12345");

        assertThatThrownBy(() -> new SharedFile(large, 4).read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new SharedFile(folder, 4).read()).hasMessage("not a regular file");
        assertThat(new SharedFile(folder.resolve("none"), 4).read()).isNull();
        assertThatThrownBy(() -> new SharedFile(folder.resolve("none"), 4).change(before -> new byte[5]))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private SharedFile file() {
        return new SharedFile(folder.resolve("new/file"), 1 << 20);
    }

    private void append(String text) throws IOException {
        file().change(before -> ((before == null ? "" : new String(before, UTF_8)) + text).getBytes(UTF_8));
    }
}
