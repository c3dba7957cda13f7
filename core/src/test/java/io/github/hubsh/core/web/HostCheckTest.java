package io.github.hubsh.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names a server of this machine goes by. */
final class HostCheckTest {
    private final HostCheck loopback = new HostCheck(true);

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "127.8.9.1:80", "[::1]", "[::1]:9"})
    void a_name_of_this_machine_is_right(String host) {
        assertThat(loopback.allows(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", ":", "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example",
                "127.evil.example", "192.168.1.2", "0.0.0.0", "[::1", "[::2]:80", "localhost@evil.example"
            })
    void another_name_is_wrong(String host) {
        assertThat(loopback.allows(host)).isFalse();
    }

    @Test
    void a_server_that_others_reach_takes_any_name() {
        HostCheck open = new HostCheck(false);

        assertThat(open.allows("lab.example:80")).isTrue();
        assertThat(open.allows(null)).isTrue();
    }
}
