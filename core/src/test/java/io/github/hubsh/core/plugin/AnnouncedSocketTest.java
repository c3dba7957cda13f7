package io.github.hubsh.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.transport.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnouncedSocketTest {
    private static final Endpoint TCP = Endpoint.parse("tcp://lab:31000");
    private static final Endpoint IPC = Endpoint.parse("ipc:///run/hub");

    @Test
    void of_tcp_only_the_port_counts() {
        assertThat(AnnouncedSocket.of(TCP, "commands", "tcp://*:1", 31_001)).hasToString("tcp://lab:31001");
    }

    @Test
    void other_sockets_are_where_the_hub_says() {
        assertThat(AnnouncedSocket.of(IPC, "commands", "ipc:///run/hub-1", 0)).hasToString("ipc:///run/hub-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 65_536, 70_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_port_that_there_is_not_is_the_fault_of_the_hub(int port) {
        assertThatThrownBy(() -> AnnouncedSocket.of(TCP, "commands", "tcp://lab:31001", port))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessage("the hub at tcp://lab:31000 names port " + port
                        + " for its commands: ports are 1 to 65535; that hub is broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://elsewhere:80", "inproc://x", "http://x", "", "ipc://", "ipc://a\0b"})
    void an_address_of_another_kind_is_not_believed(String uri) {
        assertThatThrownBy(() -> AnnouncedSocket.of(IPC, "broadcasts", uri, 0))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageStartingWith("the hub at ipc:///run/hub names '" + uri + "' for its broadcasts: ")
                .hasMessageEndingWith("that hub is broken");
    }
}
