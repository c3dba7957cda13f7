package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFilesTest {
    @TempDir
    private Path folder;

    private CurveKey made;

    @BeforeEach
    void make_a_pair() {
        made = KeyFiles.generate(file("ann"));
    }

    @Test
    void both_files_are_read_again_and_only_the_secret_one_is_closed_to_others() throws IOException {
        assertThat(KeyFiles.publicKey(file("ann.pub"))).isEqualTo(made);
        assertThat(KeyFiles.ownKeys(file("ann.key")).publicKey()).isEqualTo(made);
        assertThat(mode("ann.key")).isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("ann.pub"))).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann.key", "ann.pub"})
    void neither_is_overwritten(String left) throws IOException {
        Files.delete(folder.resolve(left.equals("ann.key") ? "ann.pub" : "ann.key"));
        String before = Files.readString(folder.resolve(left));

        refused(() -> KeyFiles.generate(file("ann")), "there is a file " + file(left) + " already");
        assertThat(Files.readString(folder.resolve(left))).isEqualTo(before);
    }

    @Test
    void a_link_to_nothing_is_not_followed_and_leaves_no_half_of_the_keys() throws IOException {
        Files.createSymbolicLink(folder.resolve("bob.pub"), folder.resolve("nowhere"));

        refused(() -> KeyFiles.generate(file("bob")), "there is a file " + file("bob.pub") + " already");
        assertThat(folder.resolve("bob.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_secret_that_others_can_read_or_write_is_refused_with_the_command_that_mends_it(String mode)
            throws IOException {
        Files.setPosixFilePermissions(folder.resolve("ann.key"), PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> KeyFiles.ownKeys(file("ann.key")))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        wrong -> assertThat(wrong.hint()).isEqualTo("chmod 600 " + file("ann.key")));
    }

    @Test
    void a_file_of_the_wrong_kind_has_an_error_of_its_own() throws IOException {
        Files.writeString(folder.resolve("text"), "hello\n");

        refused(() -> KeyFiles.publicKey(file("ann.key")), "holds a secret key, and is not for others");
        refused(() -> KeyFiles.ownKeys(file("ann.pub")), "holds a public key only");
        refused(() -> KeyFiles.ownKeys(file("text")), "is no certificate of ZeroMQ");
        refused(() -> KeyFiles.ownKeys(file("missing.key")), "there is no file");
        String longAsKey = "/" + "k".repeat(35) + ".key";
        refused(() -> KeyFiles.ownKeys(longAsKey), "there is no file " + longAsKey);
        refused(() -> KeyFiles.ownKeys(folder.toString()), "cannot read");
    }

    @Test
    void a_key_itself_is_no_file_and_is_not_repeated() {
        String secret = CurveKeyPair.generate(new Random(7)).secretZ85();

        assertThatThrownBy(() -> KeyFiles.ownKeys(secret))
                .isInstanceOf(ShellException.class)
                .hasMessageContaining("keys are read from files only")
                .satisfies(wrong -> assertThat(String.valueOf(wrong)).doesNotContain(secret));
    }

    @Test
    void each_key_needs_the_other() {
        refused(() -> KeyedPlugins.client(new HubKeys(null, file("ann.key"), false)), "the hub's public key is needed");
        refused(() -> KeyedPlugins.client(new HubKeys(file("ann.pub"), null, false)), "a key of our own is needed");
    }

    @Test
    void a_key_names_its_plugin() {
        assertThat(KeyedPlugins.name(HubKeys.NONE, "usual")).isEqualTo("usual");
        assertThat(KeyedPlugins.name(new HubKeys(null, "keys/ann.key", false), "usual"))
                .isEqualTo("ann");
        assertThat(KeyedPlugins.name(new HubKeys(null, "ann.key_secret", false), "usual"))
                .isEqualTo("ann");
    }

    @Test
    void doctor_says_what_is_wrong_with_each_file() {
        assertThat(KeyChecks.of(HubKeys.NONE)).isEmpty();

        List<HealthCheck> checks = KeyChecks.of(new HubKeys(file("ann.pub"), file("ann.pub"), false));

        assertThat(checks.get(0)).isEqualTo(HealthCheck.ok("server key", file("ann.pub") + ": " + made));
        assertThat(checks.get(1).state()).isEqualTo(HealthCheck.State.BROKEN);
        assertThat(checks.get(1).value()).contains("holds a public key only");
        assertThat(KeyChecks.of(new HubKeys(file("ann.pub"), null, false))
                        .get(1)
                        .remedy())
                .startsWith("--key FILE");
    }

    private static void refused(ThrowingCallable call, String text) {
        assertThatThrownBy(call)
                .isInstanceOf(ShellException.class)
                .hasMessageContaining(text)
                .satisfies(
                        wrong -> assertThat(((ShellException) wrong).problem()).isIn(Problem.BAD_FILE, Problem.USAGE));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
