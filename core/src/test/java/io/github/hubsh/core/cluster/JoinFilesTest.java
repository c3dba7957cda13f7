package io.github.hubsh.core.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a hub that joins, as they are looked at before it does. */
final class JoinFilesTest {
    private static final String JWT = "-----BEGIN NATS USER JWT-----\ne30\n------END NATS USER JWT------\n";
    private static final String SEED = "-----BEGIN USER NKEY SEED-----\nSU\n------END USER NKEY SEED------\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            JWT SEED | 0     | rw------- | -
            JWT SEED | 0     | r-------- | -
            JWT SEED | 65000 | rw------- | -
            JWT SEED | 65537 | rw------- | FILE holds no credentials of NATS: a user's JWT, and its seed
            JWT      | 0     | rw------- | FILE holds no credentials of NATS: a user's JWT, and its seed
            SEED     | 0     | rw------- | FILE holds no credentials of NATS: a user's JWT, and its seed
            words    | 0     | rw------- | FILE holds no credentials of NATS: a user's JWT, and its seed
            ''       | 0     | rw------- | FILE holds no credentials of NATS: a user's JWT, and its seed
            JWT SEED | 0     | rw-r----- | others can read the secret in FILE: chmod 600 FILE
            words    | 0     | rw-r--r-- | others can read the secret in FILE: chmod 600 FILE
            """)
    void credentials_are_a_jwt_and_a_seed_that_no_other_user_can_read(
            String content, int more, String permissions, @Nullable String error) throws IOException {
        Path file = folder.resolve("hub.creds");
        Files.writeString(file, "#".repeat(more) + content.replace("JWT", JWT).replace("SEED", SEED));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        if (error == null) {
            assertThatCode(() -> JoinFiles.check(options(file, null))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> JoinFiles.check(options(file, null)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(error.replace("FILE", file.toString()));
        }
    }

    @Test
    void a_file_that_is_not_there_or_is_a_folder_is_named() {
        Path none = folder.resolve("none");
        for (Path file : List.of(none, folder)) {
            assertThatThrownBy(() -> JoinFiles.check(options(file, null)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("there is no file " + file);
        }
        assertThatThrownBy(() -> JoinFiles.check(options(null, none)))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + none.resolve("ca.pem"));
    }

    @Test
    void without_files_there_is_nothing_to_look_at() {
        assertThatCode(() -> JoinFiles.check(options(null, null))).doesNotThrowAnyException();
    }

    private static JoinOptions options(@Nullable Path credentials, @Nullable Path tls) {
        return new JoinOptions(List.of("nats://127.0.0.1:4222"), "lab", credentials, tls);
    }
}
