package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins with keys and without; {@link KeyFilesTest} has what can be wrong with a file. */
final class KeyedPluginsTest {
    private static final String HUB = "tcp://127.0.0.1:1";

    @TempDir
    private Path folder;

    private CurveKey lab;
    private CurveKey ann;

    @BeforeEach
    void make_keys() {
        lab = KeyFiles.generate(file("lab"));
        ann = KeyFiles.generate(file("ann"));
    }

    @Test
    void a_plugin_without_keys_needs_no_file() {
        try (Plugin plugin = KeyedPlugins.plugin("me", HUB, HubKeys.NONE)) {
            assertThat(plugin.name()).isEqualTo("me");
            assertThat(plugin.queryUri()).isEqualTo(HUB);
        }
    }

    @Test
    void a_plugin_with_keys_has_the_hubs_and_its_own() {
        HubKeys keys = new HubKeys(file("lab.pub"), file("ann.key"), false);

        CurveClient client = KeyedPlugins.client(keys);

        assertThat(client.server()).isEqualTo(lab);
        assertThat(client.own().publicKey()).isEqualTo(ann);
        try (Plugin plugin = KeyedPlugins.plugin("me", HUB, keys)) {
            assertThat(plugin.name()).isEqualTo("me");
            assertThat(plugin.queryUri()).isEqualTo(HUB);
        }
    }

    /** Columns: the file of the hub's key, and that of our own; what is wrong, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | ann.key | with a key of our own, the hub's public key is needed too | --server-key FILE
            lab.pub |         | with the key of a hub, a key of our own is needed too     | --key FILE; hubsh keygen
            """)
    void one_key_alone_makes_no_plugin(@Nullable String server, @Nullable String own, String text, String remedy) {
        HubKeys keys = new HubKeys(server == null ? null : file(server), own == null ? null : file(own), false);

        refused(() -> KeyedPlugins.client(keys), text, remedy);
        refused(() -> KeyedPlugins.plugin("me", HUB, keys), text, remedy);
    }

    @Test
    void a_key_of_a_hub_with_which_no_secret_can_be_shared_is_a_bad_file() throws IOException {
        Path weak = folder.resolve("weak.pub");
        Files.writeString(weak, Files.readString(folder.resolve("lab.pub")).replace(lab.z85(), "0".repeat(40)), UTF_8);
        HubKeys keys = new HubKeys(weak.toString(), file("ann.key"), false);

        assertThatThrownBy(() -> KeyedPlugins.client(keys)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
            assertThat(wrong.text()).startsWith(weak + ": the server key is ");
        });
    }

    /** Columns: the file of our key, and the name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                   | usual
            keys/ann.key           | ann
            keys/ann.key_secret    | ann
            ann                    | ann
            ann.pem                | ann.pem
            ann.key.old            | ann.key.old
            keys/.key              | usual
            keys/.key_secret       | usual
            /                      | usual
            """)
    void the_file_of_our_key_names_the_plugin(@Nullable String own, String name) {
        assertThat(KeyedPlugins.name(new HubKeys(null, own, false), "usual")).isEqualTo(name);
    }

    /** Columns: whether we have keys, what the hub or we say, and the beginning of the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | the hub at lab wants a key                          | --server-key FILE --key FILE; hubsh keygen
            false | it speaks without CURVE                             | --server-key FILE --key FILE; hubsh keygen
            true  | it speaks without CURVE, and this client has keys   | leave --server-key and --key away
            true  | the hub does not know our key                       | doctor looks at both files
            true  | this key may not use the name 'bob' (names = ann)   | --name NAME takes another
            """)
    void a_refusal_says_what_to_do_about_it(boolean given, String told, String remedy) {
        HubKeys keys = given ? new HubKeys("lab.pub", "ann.key", false) : HubKeys.NONE;
        SecurityMismatchException mismatch = new SecurityMismatchException(told);

        ShellException refusal = KeyedPlugins.refusal(mismatch, keys);

        assertThat(refusal.problem()).isEqualTo(Problem.CANNOT_CONNECT);
        assertThat(refusal.text()).isEqualTo(told);
        assertThat(refusal.hint()).startsWith(remedy);
        assertThat(refusal).hasCause(mismatch);
    }

    private static void refused(Supplier<?> call, String text, String remedy) {
        assertThatThrownBy(call::get).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
            assertThat(wrong.text()).startsWith(text);
            assertThat(wrong.hint()).startsWith(remedy);
        });
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
