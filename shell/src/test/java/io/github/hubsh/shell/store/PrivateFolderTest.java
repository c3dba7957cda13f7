package io.github.hubsh.shell.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Columns: the mode of a file, whether it is private, and whether others can change it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rw------- | true  | false
            rwx------ | true  | false
            rw-r----- | false | false
            rw----r-- | false | false
            rw--w---- | false | true
            rw-----w- | false | true
            rw----rw- | false | true
            """)
    void a_file_is_as_private_as_its_mode(String mode, boolean isPrivate, boolean changeable) throws IOException {
        change(shared, "rwx------");
        Path file = Files.createFile(shared.resolve("key"));
        change(file, mode);

        assertThat(PrivateFolder.isPrivate(file)).isEqualTo(isPrivate);
        assertThat(PrivateFolder.othersCanChange(file)).isEqualTo(changeable);
    }

    /** Columns: the mode of the folder, and whether another user can put another file in the place of ours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            700  | false
            755  | false
            775  | true
            757  | true
            1777 | false
            """)
    void a_file_can_be_replaced_in_a_folder_that_others_write_to(String mode, boolean changeable) throws IOException {
        Path file = Files.createFile(shared.resolve("key"));
        change(file, "rw-------");
        Files.setAttribute(shared, "unix:mode", Integer.parseInt(mode, 8));

        assertThat(PrivateFolder.othersCanChange(file)).isEqualTo(changeable);
    }

    @Test
    void a_file_or_a_link_of_another_user_is_theirs_to_change() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a file away");
        change(shared, "rwx------");
        Path file = Files.createFile(shared.resolve("key"));
        change(file, "rw-------");
        Path link = Files.createSymbolicLink(shared.resolve("link"), file);
        assertThat(PrivateFolder.othersCanChange(link)).isFalse();

        Files.setAttribute(link, "unix:uid", 12_345, LinkOption.NOFOLLOW_LINKS);
        assertThat(PrivateFolder.othersCanChange(link)).isTrue();
        assertThat(PrivateFolder.othersCanChange(file)).isFalse();

        Files.setAttribute(file, "unix:uid", 12_345);
        assertThat(PrivateFolder.othersCanChange(file)).isTrue();
    }

    @Test
    void the_root_of_all_folders_is_never_ours_to_judge() throws IOException {
        assertThat(PrivateFolder.othersCanChange(Path.of("/"))).isFalse();
    }

    @Test
    void a_file_is_made_with_its_mode_and_never_over_another() throws IOException {
        Path file = shared.resolve("key");
        PrivateFolder.createFile(file, "secret".getBytes(UTF_8), "rw-------");

        assertThat(file).hasContent("secret");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFolder.createFile(file, new byte[0], "rw-------"))
                .isInstanceOf(FileAlreadyExistsException.class);
        Path dangling = Files.createSymbolicLink(shared.resolve("link"), shared.resolve("missing"));
        assertThatThrownBy(() -> PrivateFolder.createFile(dangling, new byte[0], "rw-------"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("secret");
    }

    /** A file system without owners, as Windows has: that of an archive. */
    @Test
    void where_files_have_no_owners_they_are_the_users() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(shared.resolve("a.zip"), Map.of("create", "true"))) {
            Path folder = archive.getPath("/deep/hubsh");
            assertThat(PrivateFolder.first(List.of(folder))).isEqualTo(folder);

            Path file = folder.resolve("key");
            PrivateFolder.createFile(file, "secret".getBytes(UTF_8), "rw-------");
            assertThat(Files.readString(file)).isEqualTo("secret");
            assertThat(PrivateFolder.isPrivate(file)).isTrue();
            assertThat(PrivateFolder.othersCanChange(file)).isFalse();
            assertThat(PrivateFolder.first(List.of(file))).isNull();
        }
    }
}
