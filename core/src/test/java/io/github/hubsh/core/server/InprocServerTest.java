package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who connects to an address of this process before it opens, while it is open, and when it closes. */
final class InprocServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Endpoint ADDRESS = Endpoint.inproc("inproc-server-test");
    private static final LocalSocket SELF =
            new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, Octets.ofText("hub"));

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ServerLoop loop = ServerLoop.start("inproc-server-test", failures::add);
    private final List<MessageSocket> clients = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(MessageSocket::close);
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void who_comes_early_waits_until_the_server_opens_and_is_the_first_then() {
        PeerServer server = bind();
        assertThat(server.endpoint()).isEqualTo(ADDRESS);
        connect("one");
        connect("two");
        awaitTurn();
        assertThat(events).isEmpty();
        server.open();
        connect("three");
        awaitEvents("ready one", "ready two", "ready three");
    }

    @Test
    void an_address_is_taken_from_the_beginning_and_free_after_the_end() {
        PeerServer server = bind();
        assertThatThrownBy(this::bind).isInstanceOf(TransportException.class).hasMessageContaining("in use");
        server.close();
        assertThat(bind().endpoint()).isEqualTo(ADDRESS);
    }

    @Test
    void who_waits_at_a_server_that_closes_unopened_goes_to_the_next() {
        PeerServer server = bind();
        MessageSocket client = connect("early");
        server.close();
        assertThat(events).isEmpty();
        bind().open();
        awaitReady(client, "ready early");
    }

    /** The loop is busy when the client comes, and closes the server before it hears of it. */
    @Test
    void who_comes_when_a_server_is_about_to_close_goes_to_the_next() {
        PeerServer server = bind();
        CompletableFuture<Boolean> come = new CompletableFuture<>();
        loop.execute(() -> {
            assertThat(within(come)).isTrue();
            server.close();
        });
        MessageSocket client = connect("late");
        come.complete(true);
        awaitTurn();
        assertThat(events).isEmpty();
        bind().open();
        awaitReady(client, "ready late");
    }

    @Test
    void closing_ends_the_connections_before_it_returns() {
        PeerServer server = bind();
        server.open();
        connect("one");
        connect("two");
        awaitEvents("ready one", "ready two");
        server.close();
        assertThat(events).containsExactlyInAnyOrder("ready one", "ready two", "ended one", "ended two");
        server.close();
        assertThat(events).hasSize(4);
    }

    @Test
    void a_client_that_is_gone_does_not_end_again_with_the_server() {
        PeerServer server = bind();
        server.open();
        connect("short").close();
        awaitEvents("ready short", "ended short");
        server.close();
        assertThat(events).containsExactly("ready short", "ended short");
    }

    @Test
    void the_end_of_the_loop_is_the_end_of_the_server_and_to_close_it_once_more_is_nothing() {
        PeerServer server = bind();
        server.open();
        connect("one");
        awaitEvents("ready one");
        loop.close();
        assertThat(events).containsExactly("ready one", "ended one");
        server.close();
        assertThat(events).hasSize(2);
    }

    private PeerServer bind() {
        return PeerServer.bind(loop, ADDRESS, SELF, ServerLimits.DEFAULTS, new NotingOwner());
    }

    private MessageSocket connect(String name) {
        MessageSocket client = Transport.shared().to(ADDRESS).open(SocketType.DEALER, name);
        clients.add(client);
        client.connect(ADDRESS);
        return client;
    }

    /** Waits until the loop has done what it was given. */
    private void awaitTurn() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.post(() -> done.complete(true));
        assertThat(within(done)).isTrue();
    }

    private void awaitEvents(String... expected) {
        eventually(events::toString, () -> events.equals(List.of(expected)), TIMEOUT);
    }

    /** A client connects again when its owner looks for messages. */
    private void awaitReady(MessageSocket client, String event) {
        eventually(events::toString, () -> client.receive(0) == null && events.equals(List.of(event)), TIMEOUT);
    }

    private static <T> T within(CompletableFuture<T> future) {
        return future.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Lets every peer in. */
    private final class NotingOwner implements Peer.Owner {
        @Override
        public void ready(Peer peer) {
            events.add("ready " + peer.identity());
            peer.accept();
        }

        @Override
        public void received(Peer peer, List<SharedBytes> frames) {
            events.add("received " + peer.identity());
        }

        @Override
        public void commanded(Peer peer, Command command) {
            events.add("commanded " + peer.identity());
        }

        @Override
        public void broken(Peer peer, String reason) {
            events.add("broken " + peer.identity());
        }

        @Override
        public void ended(Peer peer) {
            events.add("ended " + peer.identity());
        }
    }
}
