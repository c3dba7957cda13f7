package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.FakeHub;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.MessageWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions to a hub that answers, answers late or with something else, or is not there. */
final class QueryClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Endpoint HUB = Endpoint.inproc("hub");

    private final Messages messages = Messages.create();
    private final FakeHub hub = new FakeHub();
    private final ConnectRequest connect = messages.connectRequest("me", "hub");
    private final ExecuteRequest work = request("work");

    // Mutable state
    private volatile FakeTransport.Peer peer = hub;

    private final FakeTransport transport = new FakeTransport((socket, frames) -> peer.sent(socket, frames));
    private final AtomicLong idle = new AtomicLong();
    private final QueryClient client = new QueryClient(transport, HUB, () -> System.nanoTime() + idle.get());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void one_socket_serves_one_question_after_the_other() {
        assertThat(client.ask(connect, TIMEOUT))
                .isInstanceOfSatisfying(
                        ConnectReply.class, reply -> assertThat(reply.parent()).isEqualTo(connect.header()));
        assertThat(client.ask(work, TIMEOUT))
                .isInstanceOfSatisfying(
                        ExecuteReply.class, reply -> assertThat(reply.command()).isEqualTo("work"));

        assertThat(sockets()).singleElement().satisfies(socket -> {
            assertThat(socket.isClosed()).isFalse();
            assertThat(socket.sent()).extracting(Frames::size).containsExactly(2, 2);
            assertThat(socket.sent().get(0).get(0)).isEmpty();
        });
    }

    @Test
    void after_it_was_closed_the_next_question_opens_another_socket() {
        client.ask(connect, TIMEOUT);
        client.close();
        client.close();
        client.ask(connect, TIMEOUT);

        assertThat(sockets()).extracting(FakeSocket::isClosed).containsExactly(true, false);
    }

    @Test
    void a_connection_that_the_hub_may_have_given_up_is_not_asked() {
        client.ask(connect, TIMEOUT);
        idle.addAndGet(QueryClient.MAX_IDLE_NANOS);
        client.ask(request("register"), TIMEOUT);

        assertThat(sockets()).extracting(FakeSocket::isClosed).containsExactly(true, false);
    }

    @Test
    void the_answer_to_another_question_is_passed_over() {
        peer = (socket, frames) -> {
            socket.arrive(MessageWriter.write(messages.executeReply(request("other"), 7, Payload.NONE)));
            return hub.sent(socket, frames);
        };

        assertThat(client.ask(work, TIMEOUT)).extracting("command").isEqualTo("work");
    }

    @Test
    void a_connect_request_that_is_not_answered_is_asked_again_on_a_new_socket() {
        peer = this::answerOnThirdSocket;

        assertThat(client.ask(connect, TIMEOUT)).isInstanceOf(ConnectReply.class);
        assertThat(sockets()).extracting(FakeSocket::isClosed).containsExactly(true, true, false);
    }

    @Test
    void a_register_is_asked_again_too() {
        peer = this::answerOnThirdSocket;

        assertThat(client.ask(request("register"), TIMEOUT)).isInstanceOf(ExecuteReply.class);
        assertThat(sockets()).hasSize(3);
    }

    @Test
    void on_a_connection_that_works_a_register_has_the_time_that_a_hub_needs_to_decide() {
        client.ask(connect, TIMEOUT);
        peer = QueryClientTest::ignore;

        assertThatThrownBy(() -> client.ask(request("register"), SHORT)).isInstanceOf(HubUnreachableException.class);
        assertThat(sockets())
                .singleElement()
                .satisfies(socket -> assertThat(socket.sent()).hasSize(2));
    }

    @Test
    void another_command_is_asked_once_and_its_socket_is_given_up() {
        peer = QueryClientTest::ignore;

        assertThatThrownBy(() -> client.ask(work, SHORT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessage("no hub answers at inproc://hub within 150 ms");
        assertThat(sockets()).singleElement().satisfies(socket -> {
            assertThat(socket.sent()).hasSize(1);
            assertThat(socket.isClosed()).isTrue();
        });
    }

    @Test
    void what_is_no_message_comes_from_no_hub() {
        peer = (socket, frames) -> {
            socket.arrive("HTTP/1.1 400 Bad Request".getBytes(UTF_8));
            return Delivery.SENT;
        };

        assertThatThrownBy(() -> client.ask(work, TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageStartingWith("the peer is not a hub: ");
    }

    @Test
    void a_defect_of_the_transport_is_named() {
        peer = (socket, frames) -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> client.ask(work, TIMEOUT))
                .isExactlyInstanceOf(PluginException.class)
                .hasMessage("the hub cannot be asked: java.lang.IllegalStateException: broken");
    }

    @Test
    void an_interrupted_thread_stays_interrupted_and_its_question_does_not_delay_the_next() {
        CompletableFuture<FakeSocket> asked = new CompletableFuture<>();
        peer = (socket, frames) -> {
            asked.complete(socket);
            return Delivery.SENT;
        };
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.ask(work, Duration.ofHours(1)))
                .isExactlyInstanceOf(PluginException.class)
                .hasMessage("interrupted while asking the hub");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(asked).succeedsWithin(TIMEOUT);
        peer = hub;
        assertThat(CompletableFuture.supplyAsync(() -> client.ask(connect, TIMEOUT)))
                .succeedsWithin(TIMEOUT);
        eventually(() -> asked.join().isClosed(), TIMEOUT);
    }

    @Test
    void a_port_where_nothing_listens_differs_from_a_hub_that_does_not_answer() throws IOException {
        peer = QueryClientTest::ignore;
        int port;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = listening.getLocalPort();
            assertThatThrownBy(() -> ask(port, SHORT))
                    .isInstanceOf(HubUnreachableException.class)
                    .hasMessage("no hub answers at tcp://127.0.0.1:" + port + " within 150 ms");
        }
        assertThatThrownBy(() -> ask(port, TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessage("no hub listens at tcp://127.0.0.1:" + port + " (connection refused)");
        assertThat(sockets()).allMatch(FakeSocket::isClosed);
    }

    @Test
    void timeouts_are_read_in_seconds_where_they_are_whole_ones() {
        assertThat(QueryClient.seconds(Duration.ofSeconds(2))).isEqualTo("2 s");
        assertThat(QueryClient.seconds(Duration.ofMillis(1500))).isEqualTo("1500 ms");
    }

    private void ask(int port, Duration timeout) {
        try (QueryClient other = new QueryClient(transport, Endpoint.tcp("127.0.0.1", port))) {
            other.ask(connect, timeout);
        }
    }

    private Delivery answerOnThirdSocket(FakeSocket socket, Frames frames) {
        return sockets().size() < 3 ? Delivery.SENT : hub.sent(socket, frames);
    }

    private static Delivery ignore(FakeSocket socket, Frames frames) {
        return Delivery.SENT;
    }

    private List<FakeSocket> sockets() {
        return transport.sockets(SocketType.DEALER);
    }

    private ExecuteRequest request(String command) {
        return messages.executeRequest("me", "hub", command, Payload.NONE);
    }
}
