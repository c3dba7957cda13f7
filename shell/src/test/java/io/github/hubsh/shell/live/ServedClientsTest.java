package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.shell.session.ServedKeys;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
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
import org.junit.jupiter.params.provider.ValueSource;

final class ServedClientsTest {
    private static final Endpoint ADDRESS = Endpoint.parse("tcp://127.0.0.1:*");

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_others_can_write_to_is_a_danger() throws IOException {
        Path clients = clients();
        assertThat(ServedClients.danger(clients.toString())).isEmpty();
        for (String open : new String[] {"rwxrwxr-x", "rwxr-xrwx"}) {
            Files.setPosixFilePermissions(clients, PosixFilePermissions.fromString(open));
            assertThat(ServedClients.danger(clients.toString())).endsWith("let themselves in: chmod go-w " + clients);
        }
    }

    @Test
    void a_folder_that_is_not_there_cannot_be_looked_at() {
        assertThat(ServedClients.danger(folder + "/none"))
                .startsWith("cannot see who can change " + folder + "/none: ");
    }

    /** Columns: the key of the hub, and its clients: without one of them there is nothing to guard, or to say. */
    @ParameterizedTest
    @CsvSource({",", ",any", "hub.key,"})
    void a_hub_without_keys_says_nothing_of_them(@Nullable String key, @Nullable String clients) {
        assertThat(said(new ServedKeys(key, clients, false))).isEmpty();
    }

    @Test
    void every_peer_with_a_key_gets_in_where_no_folder_says_which() {
        CurveKey key = KeyFiles.generate(folder + "/hub");

        assertThat(said(new ServedKeys(folder + "/hub.key", ServedKeys.ANY, false)))
                .containsExactly("NOTE it lets in every peer with a key; its public key is " + key);
    }

    /** Columns: the clients whose keys are in the folder, and how they are counted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``      | 0 keys
            ann     | 1 key
            ann bob | 2 keys
            """)
    void the_keys_of_a_folder_are_counted(String names, String count) throws IOException {
        CurveKey key = KeyFiles.generate(folder + "/hub");
        Path clients = clients();
        for (String name : names.isEmpty() ? List.<String>of() : List.of(names.split(" "))) {
            KeyFiles.generate(clients + "/" + name);
            Files.delete(clients.resolve(name + ".key"));
        }

        assertThat(said(new ServedKeys(folder + "/hub.key", clients.toString(), false)))
                .containsExactly("NOTE it lets in " + count + "; its public key is " + key);
    }

    @Test
    void a_file_that_is_no_key_and_a_folder_open_to_others_are_warned_of() throws IOException {
        KeyFiles.generate(folder + "/hub");
        Path clients = clients();
        Files.writeString(clients.resolve("ann.pub"), "hello\n");
        Files.setPosixFilePermissions(clients, PosixFilePermissions.fromString("rwxrwxrwx"));

        List<String> said = said(new ServedKeys(folder + "/hub.key", clients.toString(), false));

        assertThat(said).hasSize(3);
        assertThat(said.get(1))
                .isEqualTo("WARNING other users of this machine can change " + clients
                        + ", and let themselves in: chmod go-w " + clients);
        assertThat(said.get(2)).startsWith("WARNING ").contains("ann.pub").endsWith("; it gives no access");
    }

    @Test
    void a_hub_of_one_process_takes_no_keys() {
        assertThatThrownBy(() -> ServedClients.of(
                        new ServedKeys("hub.key", ServedKeys.ANY, false), Endpoint.parse("inproc://hub")))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
                    assertThat(wrong.text()).isEqualTo("a hub at inproc:// is reached from its own process only");
                    assertThat(wrong.hint()).isEqualTo("leave --curve away");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "hub.pub"})
    void clients_that_are_no_folder_are_refused(String name) {
        KeyFiles.generate(folder + "/hub");

        assertThatThrownBy(() -> said(new ServedKeys(folder + "/hub.key", folder + "/" + name, false)))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.problem()).isEqualTo(Problem.BAD_FILE);
                    assertThat(wrong.text()).isEqualTo("there is no folder " + folder + "/" + name);
                });
    }

    private Path clients() throws IOException {
        Path clients = Files.createDirectory(folder.resolve("clients"));
        return Files.setPosixFilePermissions(clients, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Returns what is said of a hub with these keys, which does not listen. */
    private static List<String> said(ServedKeys keys) {
        NotedDisplay display = new NotedDisplay();
        try (ServedClients clients = ServedClients.of(keys, ADDRESS);
                Hub hub = new Hub("tcp://127.0.0.1:*")) {
            clients.guard(hub);
            clients.tell(display);
        }
        return display.said;
    }
}
