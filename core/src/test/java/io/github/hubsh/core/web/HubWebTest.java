package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.transport.TransportException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub on real sockets of HTTP. */
final class HubWebTest {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Hub hub = new Hub("inproc://hub-web");

    @BeforeEach
    void start() {
        hub.reset();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void a_client_asks_twice_on_one_connection() throws IOException {
        try (HubWeb web = HubWeb.open(hub, WebAddress.parse("0"));
                Socket client = connect(web)) {
            assertThat(ask(client, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "ok\n"))
                    .startsWith("HTTP/1.1 200 OK");
            assertThat(ask(client, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", "_unshown_total 0\n"))
                    .contains("hubsh_hub_info{hub=\"hub\",uri=\"inproc://hub-web\"} 1\n", "hubsh_http_connections 1\n");
            assertThat(ask(client, "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n", "\"unshown\":0}\n\n"))
                    .contains("event: status\n");
        }
    }

    @Test
    void the_end_closes_connections_and_gives_the_port_back() throws IOException {
        HubWeb web = HubWeb.open(hub, WebAddress.parse("0"));
        URI uri = URI.create(web.uri());
        try (Socket client = connect(web)) {
            ask(client, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "ok\n");
            web.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        HubWeb.open(hub, WebAddress.parse(String.valueOf(uri.getPort()))).close();
    }

    @Test
    void an_address_that_is_in_use_or_not_ours_is_an_error() {
        try (HubWeb web = HubWeb.open(hub, WebAddress.parse("0"))) {
            String taken = "127.0.0.1:" + URI.create(web.uri()).getPort();
            assertThatThrownBy(() -> HubWeb.open(hub, WebAddress.parse(taken)))
                    .isInstanceOf(TransportException.class)
                    .hasMessage("cannot serve HTTP at " + taken + ": the address is in use");
        }
        assertThatThrownBy(() -> HubWeb.open(hub, WebAddress.parse("192.0.2.1:0")))
                .hasMessage("cannot serve HTTP at 192.0.2.1:0: the address is not one of this machine's");
        assertThatThrownBy(() -> HubWeb.open(hub, WebAddress.parse("no..host:0")))
                .hasMessage("cannot serve HTTP at no..host:0: there is no such host");
    }

    @Test
    void an_address_of_six_is_in_brackets() {
        try (HubWeb web = HubWeb.open(hub, WebAddress.parse("[::1]:0"))) {
            assertThat(web.uri()).startsWith("http://[::1]:");
        }
    }

    private static Socket connect(HubWeb web) throws IOException {
        URI uri = URI.create(web.uri());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Returns what is answered until this text comes. */
    private static String ask(Socket client, String request, String end) throws IOException {
        client.getOutputStream().write(request.getBytes(UTF_8));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf(end) < 0) {
            int next = client.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }
}
