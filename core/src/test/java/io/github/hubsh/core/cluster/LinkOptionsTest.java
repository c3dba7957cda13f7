package io.github.hubsh.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Options;
import io.nats.client.support.NatsUri;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of NATS for a hub that joins. */
final class LinkOptionsTest {
    private static final String JWT = "-----BEGIN NATS USER JWT-----\ne30\n------END NATS USER JWT------\n";
    private static final String SEED = "-----BEGIN USER NKEY SEED-----\nSU\n------END USER NKEY SEED------\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"lab, hubsh-lab", "room-A_1.b, hubsh-room-A_1.b", "'a \"b\"\r\n', hubsh-a__b___", "ü, hubsh-_"})
    void no_name_of_a_hub_breaks_what_is_said_to_the_server(String hub, String name) throws IOException {
        assertThat(made(hub, null, null).getConnectionName()).isEqualTo(name);
    }

    @Test
    void the_servers_are_tried_in_the_order_in_which_they_are_named_for_ever() throws IOException {
        Options made = made("lab", null, null);
        assertThat(made.isNoRandomize()).isTrue();
        assertThat(made.getNatsServerUris()).extracting(NatsUri::getHost).containsExactly("near", "far");
        assertThat(made.getMaxReconnect()).isEqualTo(-1);
    }

    /** What was said while the link was down is repaired by the protocol, and would come too late. */
    @Test
    void nothing_is_kept_for_a_server_that_is_away_and_nothing_comes_back_to_its_sender() throws IOException {
        Options made = made("lab", null, null);
        assertThat(made.getReconnectBufferSize()).isZero();
        assertThat(made.isNoEcho()).isTrue();
        assertThat(made.isDiscardMessagesWhenOutgoingQueueFull()).isTrue();
    }

    @Test
    void without_files_a_hub_names_no_user_and_checks_no_certificate() throws IOException {
        Options made = made("lab", null, null);
        assertThat(made.getAuthHandler()).isNull();
        assertThat(made.getSslContext()).isNull();
    }

    @Test
    void credentials_that_only_their_owner_reads_are_shown_to_the_server() throws IOException {
        Path file = credentials("rw-------");
        Options made = made("lab", file, null);
        assertThat(made.getAuthHandler().getJWT()).isEqualTo("e30".toCharArray());
        assertThat(made.getSslContext()).isNull();
    }

    @Test
    void credentials_that_others_can_read_are_refused() throws IOException {
        Path file = credentials("rw-r--r--");
        assertThatThrownBy(() -> made("lab", file, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void with_a_folder_the_certificate_is_checked_against_the_host_that_was_named() throws IOException {
        try (InputStream in = LinkOptionsTest.class.getResourceAsStream("/tls/certificate.pem")) {
            Files.copy(Objects.requireNonNull(in), folder.resolve("ca.pem"));
        }
        Options made = made("lab", null, folder);
        assertThat(made.getSslContext().getProtocol()).isEqualTo("TLS");
        assertThat(made.hostnameResolveMode()).isEqualTo(Options.HostnameResolveMode.HappyEyeballs);
        assertThat(made.getAuthHandler()).isNull();
    }

    @Test
    void a_folder_without_certificates_is_an_error_that_names_it() {
        assertThatThrownBy(() -> made("lab", null, folder))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + folder.resolve("ca.pem"));
    }

    private Path credentials(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("hub.creds"), JWT + SEED, UTF_8);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Options made(String hub, @Nullable Path credentials, @Nullable Path tls) throws IOException {
        List<String> servers = List.of("nats://near:4222", "nats://far:4222");
        return LinkOptions.of(hub, new JoinOptions(servers, "lab", credentials, tls))
                .build();
    }
}
