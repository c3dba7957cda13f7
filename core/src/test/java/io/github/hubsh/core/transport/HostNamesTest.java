package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names become addresses; no name service is asked, but for what this machine knows by itself. */
final class HostNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"inproc://name", "tcp://*:5555", "tcp://*:*", "tcp://127.0.0.1:5555", "tcp://192.0.2.7:*"})
    void what_needs_no_look_up_stays(String uri) {
        Endpoint endpoint = Endpoint.parse(uri);
        assertThat(HostNames.resolve(endpoint)).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @CsvSource({"localhost, 127.0.0.1", "::1, 0:0:0:0:0:0:0:1", "2001:db8::7, 2001:db8:0:0:0:0:0:7"})
    void a_host_becomes_a_literal_address_at_the_same_port(String host, String address) {
        assertThat(HostNames.resolve(Endpoint.tcp(host, 5555))).isEqualTo(Endpoint.tcp(address, 5555));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-host.invalid", "no such host"})
    void an_unknown_host_is_an_error_that_names_it_and_says_what_to_do(String host) {
        assertThatThrownBy(() -> HostNames.resolve(Endpoint.tcp(host, 5555)))
                .isInstanceOf(TransportException.class)
                .hasMessage("unknown host '" + host + "': check the spelling or the name service");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1 192.0.2.2, 192.0.2.1",
        "192.0.2.1 2001:db8::1, 192.0.2.1",
        "2001:db8::1 192.0.2.1 192.0.2.2, 192.0.2.1",
        "2001:db8::2 2001:db8::1, 2001:db8:0:0:0:0:0:2"
    })
    void the_first_ipv4_address_is_taken_and_else_the_first(String known, String taken) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[known.split(" ", -1).length];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(known.split(" ", -1)[i]);
        }
        assertThat(HostNames.preferred(addresses).getHostAddress()).isEqualTo(taken);
    }
}
