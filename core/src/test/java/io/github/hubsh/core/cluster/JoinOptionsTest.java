package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Options;
import io.nats.client.support.NatsUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a hub may join, and under which subjects it is found. */
final class JoinOptionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "tcp://h:1",
                "nats://",
                "nats://user:secret@h:4222",
                "nats://h:0",
                "nats://h:99999",
                "nats://h:1 2"
            })
    void what_is_no_server_of_nats_is_refused(String server) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JoinOptions(List.of(server), "lab", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "*", "a b", ">"})
    void a_cluster_whose_name_is_no_word_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JoinOptions(List.of("nats://h:4222"), name, null, null));
    }

    @Test
    void no_name_of_a_hub_breaks_what_is_said_to_the_server() throws IOException {
        JoinOptions options = new JoinOptions(List.of("nats://h:4222"), "lab", null, null);
        assertThat(LinkOptions.of("a \"b\"\r\n", options).build().getConnectionName())
                .isEqualTo("hubsh-a__b___");
    }

    @Test
    void the_servers_are_tried_in_the_order_in_which_they_are_named() throws IOException {
        JoinOptions options = new JoinOptions(List.of("nats://near:4222", "nats://far:4222"), "lab", null, null);
        Options made = LinkOptions.of("roomA", options).build();
        assertThat(made.isNoRandomize()).isTrue();
        assertThat(made.getNatsServerUris()).extracting(NatsUri::getHost).containsExactly("near", "far");
    }

    @Test
    void credentials_that_others_can_read_are_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("hub.creds"), "secret", UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        JoinOptions options = new JoinOptions(List.of("nats://h:4222"), "lab", file, null);
        assertThatThrownBy(() -> LinkOptions.of("hub", options))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_is_missing_or_holds_something_else_is_named() throws IOException {
        Path file = folder.resolve("hub.creds");
        JoinOptions options = new JoinOptions(List.of("nats://h:4222"), "lab", file, null);
        assertThatThrownBy(() -> JoinFiles.check(options)).hasMessage("there is no file " + file);
        Files.writeString(file, "secret", UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> JoinFiles.check(options))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no credentials of NATS");
    }

    @Test
    void a_folder_without_certificates_is_an_error_that_names_it() {
        JoinOptions options = new JoinOptions(List.of("tls://h:4222"), "lab", null, folder);
        assertThatThrownBy(() -> LinkOptions.of("hub", options))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ca.pem");
    }
}
