package io.github.hubsh.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class ReservedPortsTest {
    @Test
    void nothing_listens_at_a_reserved_port_until_a_server_asks_for_it() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        int port = ReservedPorts.next();
        assertThatThrownBy(() -> new Socket(here, port).close()).isInstanceOf(ConnectException.class);

        for (int i = 0; i < 2; i++) {
            try (ServerSocket server = new ServerSocket(port, 1, here);
                    Socket client = new Socket(here, port)) {
                assertThat(client.getPort()).isEqualTo(server.getLocalPort());
            }
        }
    }

    @Test
    void each_port_is_another_one() {
        assertThat(ReservedPorts.next()).isNotEqualTo(ReservedPorts.next());
    }
}
