package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "tcp://localhost:31000, localhost, 31000",
        "tcp://*:31000, *, 31000",
        "tcp://[::1]:5, ::1, 5",
        "tcp://lab.example.org:65535, lab.example.org, 65535",
        "inproc://lab, lab, 0"
    })
    void an_address_has_a_host_and_a_port_and_prints_as_it_was_written(String uri, String host, int port) {
        Endpoint endpoint = Endpoint.parse(uri);
        assertThat(endpoint.host()).isEqualTo(host);
        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint).hasToString(uri);
    }

    @Test
    void a_port_that_the_system_chooses_is_a_star() {
        assertThat(Endpoint.parse("tcp://127.0.0.1:0")).hasToString("tcp://127.0.0.1:*");
        assertThat(Endpoint.parse("tcp://127.0.0.1:*").port()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:31000",
                "tcp://",
                "tcp://localhost",
                "tcp://localhost:",
                "tcp://:5",
                "tcp://localhost:99999",
                "tcp://localhost:x",
                "tcp://::1:5",
                "udp://localhost:5",
                "inproc://",
                "ipc://",
                "ipc://*",
                "ipc://@abstract"
            })
    void what_is_no_address_is_refused_with_the_text_itself(String uri) {
        assertThatThrownBy(() -> Endpoint.parse(uri))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("'" + uri + "'");
    }

    @Test
    void a_unix_domain_socket_has_a_path_and_no_port() {
        Endpoint ipc = Endpoint.parse("ipc:///run/lab/hub");
        assertThat(ipc).isEqualTo(Endpoint.ipc("/run/lab/hub")).hasToString("ipc:///run/lab/hub");
        assertThat(ipc.isIpc()).isTrue();
        assertThat(ipc.isTcp()).isFalse();
        assertThat(ipc.isLoopback()).isTrue();
        assertThat(ipc.port()).isZero();
    }
}
