package io.github.hubsh.shell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class PrivateFolderTest {
    @TempDir
    private Path shared;

    @Test
    void a_missing_folder_is_made_closed_to_others() throws IOException {
        Path folder = shared.resolve("deep/hubsh");

        assertThat(PrivateFolder.first(List.of(folder))).isEqualTo(folder);
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(shared.resolve("deep"))).isEqualTo("rwx------");
    }

    @Test
    void a_folder_of_ours_that_is_open_to_others_is_closed() throws IOException {
        Path folder = Files.createDirectory(shared.resolve("hubsh"));
        change(folder, "rwxrwxrwx");

        assertThat(PrivateFolder.first(List.of(folder))).isEqualTo(folder);
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void a_planted_link_is_not_followed_and_the_next_choice_taken() throws IOException {
        Path elsewhere = Files.createDirectory(shared.resolve("elsewhere"));
        Path planted = Files.createSymbolicLink(shared.resolve("planted"), elsewhere);
        Path next = shared.resolve("next");

        assertThat(PrivateFolder.first(List.of(planted, next))).isEqualTo(next);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_planted_file_or_pipe_in_place_of_the_folder_is_passed_over() throws Exception {
        Path file = Files.createFile(shared.resolve("file"));
        Path pipe = pipe(shared.resolve("pipe"));

        assertThat(PrivateFolder.first(List.of(file, pipe))).isNull();
    }

    @Test
    void a_folder_of_another_user_is_not_taken() throws Exception {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a folder away");
        Path folder = Files.createDirectory(shared.resolve("hubsh"));
        change(folder, "rwx------");
        Files.setAttribute(folder, "unix:uid", 12_345);

        assertThat(PrivateFolder.first(List.of(folder))).isNull();
    }

    @Test
    void a_folder_that_others_can_replace_is_not_taken() throws IOException {
        Path open = Files.createDirectory(shared.resolve("open"));
        change(open, "rwxrwxrwx");

        assertThat(PrivateFolder.first(List.of(open.resolve("hubsh")))).isNull();

        Files.setAttribute(open, "unix:mode", 01777);
        assertThat(PrivateFolder.first(List.of(open.resolve("hubsh")))).isEqualTo(open.resolve("hubsh"));
    }

    @Test
    void a_lock_file_is_ours_alone_and_found_again() throws IOException {
        Path file = shared.resolve("name.lock");
        PrivateFolder.lockFile(file).close();

        assertThat(mode(file)).isEqualTo("rw-------");
        try (FileChannel again = PrivateFolder.lockFile(file)) {
            assertThat(again.tryLock()).isNotNull();
        }
    }

    @Test
    void a_planted_pipe_does_not_keep_the_opening() throws Exception {
        Path planted = pipe(shared.resolve("name.lock"));

        assertThatThrownBy(() -> PrivateFolder.lockFile(planted)).isInstanceOf(IOException.class);
    }

    @Test
    void a_planted_link_of_a_lock_file_is_not_followed_even_to_nothing() throws IOException {
        Path target = shared.resolve("made-by-us");
        Path planted = Files.createSymbolicLink(shared.resolve("name.lock"), target);

        assertThatThrownBy(() -> PrivateFolder.lockFile(planted)).isInstanceOf(IOException.class);
        assertThat(target).doesNotExist();
        Files.writeString(target, "kept");
        assertThatThrownBy(() -> PrivateFolder.lockFile(planted)).isInstanceOf(IOException.class);
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    private static void change(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path path) throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
        return PosixFilePermissions.toString(found);
    }
}
