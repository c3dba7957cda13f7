package io.github.hubsh.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.transport.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "9464, 127.0.0.1, 9464, true",
        "0, 127.0.0.1, 0, true",
        "127.0.0.1:80, 127.0.0.1, 80, true",
        "localhost:*, localhost, 0, true",
        "[::1]:80, ::1, 80, true",
        "0.0.0.0:80, 0.0.0.0, 80, false",
        "*:80, 0.0.0.0, 80, false",
        "lab.example:80, lab.example, 80, false"
    })
    void an_address_is_a_port_or_a_host_and_a_port(String text, String host, int port, boolean loopback) {
        WebAddress address = WebAddress.parse(text);

        assertThat(address).isEqualTo(new WebAddress(host, port));
        assertThat(address.isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "70000", "99999999999999999999", "-1", ":80", "http://localhost:80", "::1:80", "a:b"})
    void another_text_is_none(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text))
                .isInstanceOf(TransportException.class)
                .hasMessage("'" + text + "' is not an address of HTTP: expected PORT or HOST:PORT");
    }

    @Test
    void a_unix_domain_path_is_none() {
        assertThatThrownBy(() -> WebAddress.parse("ipc:///tmp/x")).isInstanceOf(TransportException.class);
    }
}
