package io.github.hubsh.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.key.Certificate;
import io.github.hubsh.core.key.CurveKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClientDirectoryTest {
    private static final CurveKeyPair ADA = CurveKeyPair.generate(new Random(1));
    private static final CurveKeyPair BOB = CurveKeyPair.generate(new Random(2));

    @TempDir
    private Path folder;

    @Test
    void each_public_certificate_is_a_client_with_its_rights() throws IOException {
        write("ada.pub", ADA, Map.of());
        write("bob.key", BOB, Map.of("read-only", "true", "owner", "Bob"));
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        ClientDirectory clients = ClientDirectory.read(folder);
        assertThat(clients.size()).isEqualTo(2);
        assertThat(clients.problems()).isEmpty();
        assertThat(rights(clients, ADA).name("ada-2")).isNull();
        assertThat(rights(clients, ADA).name("bob")).isNotNull();
        assertThat(rights(clients, BOB).request("pump", "reset")).isNotNull();
        assertThat(clients.rights(CurveKeyPair.generate(new Random(3)).publicKey()))
                .isNull();
    }

    @Test
    void what_changes_is_taken_up_and_reported() throws IOException {
        ClientDirectory clients = ClientDirectory.read(folder);
        AtomicInteger changes = new AtomicInteger();
        clients.onChange(changes::incrementAndGet);
        clients.refresh();
        assertThat(changes).hasValue(0);

        write("ada.pub", ADA, Map.of());
        clients.refresh();
        assertThat(rights(clients, ADA).isUnrestricted()).isTrue();

        write("ada.pub", ADA, Map.of("deny", "*/reset"));
        clients.refresh();
        assertThat(rights(clients, ADA).isUnrestricted()).isFalse();

        Files.delete(folder.resolve("ada.pub"));
        clients.refresh();
        assertThat(clients.rights(ADA.publicKey())).isNull();
        assertThat(changes).hasValue(3);
    }

    @Test
    void a_file_that_cannot_be_read_lets_no_peer_in_and_is_named() throws IOException {
        Files.writeString(folder.resolve("a.pub"), "hello");
        write("b.pub", ADA, Map.of("read-only", "maybe"));
        Files.writeString(folder.resolve("c.key"), Certificate.of(BOB).format());
        Files.createDirectory(folder.resolve("d.pub"));
        ClientDirectory clients = ClientDirectory.read(folder);
        assertThat(clients.size()).isZero();
        assertThat(clients.problems())
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("a.pub: line 1"),
                        b -> assertThat(b).isEqualTo("b.pub: read-only is true or false, not 'maybe'"),
                        c -> assertThat(c).startsWith("c.key holds a secret key"),
                        d -> assertThat(d).startsWith("d.pub cannot be read"));
    }

    @Test
    void a_file_that_is_being_written_keeps_its_rights_for_one_more_look() throws IOException {
        write("ada.pub", ADA, Map.of());
        ClientDirectory clients = ClientDirectory.read(folder);
        Files.writeString(folder.resolve("ada.pub"), "metada");
        clients.refresh();
        assertThat(clients.rights(ADA.publicKey())).isNotNull();
        clients.refresh();
        assertThat(clients.rights(ADA.publicKey())).isNull();
        assertThat(clients.problems()).hasSize(1);
        write("ada.pub", ADA, Map.of());
        clients.refresh();
        assertThat(clients.rights(ADA.publicKey())).isNotNull();
        assertThat(clients.problems()).isEmpty();
    }

    @Test
    void a_key_that_is_there_twice_has_the_rights_of_the_first_file() throws IOException {
        write("a.pub", ADA, Map.of());
        write("b.pub", ADA, Map.of("read-only", "true"));
        ClientDirectory clients = ClientDirectory.read(folder);
        assertThat(rights(clients, ADA).name("a")).isNull();
        assertThat(clients.problems()).containsExactly("b.pub has the key of a.pub, and does not count");
    }

    @Test
    void a_folder_that_goes_lets_no_peer_in() throws IOException {
        write("ada.pub", ADA, Map.of());
        ClientDirectory clients = ClientDirectory.read(folder);
        Files.delete(folder.resolve("ada.pub"));
        Files.delete(folder);
        clients.refresh();
        assertThat(clients.rights(ADA.publicKey())).isNull();
        assertThat(clients.problems()).hasSize(1);
        assertThatThrownBy(() -> ClientDirectory.open(folder)).isInstanceOf(IOException.class);
    }

    private void write(String name, CurveKeyPair keys, Map<String, String> metadata) throws IOException {
        Files.writeString(folder.resolve(name), new Certificate(keys.publicKey(), null, metadata).format());
    }

    private static AccessRights rights(ClientDirectory clients, CurveKeyPair keys) {
        AccessRights rights = clients.rights(keys.publicKey());
        assertThat(rights).isNotNull();
        return Objects.requireNonNull(rights);
    }
}
