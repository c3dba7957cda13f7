package io.github.hubsh.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket and the server's end of its links, all on one thread. */
final class InprocSocketTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final Endpoint ADDRESS = Endpoint.inproc("inproc-socket-test");

    private final List<InprocLink> links = new ArrayList<>();
    private final AtomicInteger losses = new AtomicInteger();
    private @Nullable InprocSocket opened;
    private final InprocListener listener = link -> {
        links.add(link);
        Objects.requireNonNull(opened).wake();
    };

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
        InprocAddresses.unbind(ADDRESS, listener);
    }

    @Test
    void what_is_sent_before_the_link_is_accepted_follows_then() {
        InprocSocket socket = connected(SocketType.DEALER, "plugin");
        assertThat(socket.send(frames("early"))).isEqualTo(Delivery.SENT);
        socket.subscribe(Frames.bytes("a"));
        InprocLink link = last();
        assertThat(link.type()).isEqualTo(ZmtpSocketType.DEALER);
        assertThat(link.identity()).isEqualTo(Octets.ofText("plugin"));
        assertThat(link.isQuiet()).isTrue();
        link.accept(Octets.EMPTY);
        assertThat(socket.send(frames("late"))).isEqualTo(Delivery.SENT);
        assertThat(sent(link)).containsExactly("subscribe a", "early", "late");
    }

    @Test
    void what_the_server_sends_is_received_in_order() {
        InprocSocket socket = accepted(SocketType.DEALER, Octets.EMPTY);
        assertThat(socket.receive(0)).isNull();
        deliver(last(), "one");
        deliver(last(), "two");
        assertThat(texts(socket.receive(NEVER))).containsExactly("one");
        assertThat(texts(socket.receive(NEVER))).containsExactly("two");
        assertThat(socket.receive(0)).isNull();
    }

    @Test
    void subscriptions_are_said_when_there_is_a_link_and_again_to_the_next() {
        InprocSocket socket = accepted(SocketType.SUB, Octets.EMPTY);
        socket.subscribe(Frames.bytes("a"));
        socket.subscribe(Frames.bytes("b"));
        socket.unsubscribe(Frames.bytes("a"));
        socket.unsubscribe(Frames.bytes("never"));
        assertThat(sent(last())).containsExactly("subscribe a", "subscribe b", "cancel a");
        reconnected(socket).accept(Octets.EMPTY);
        assertThat(socket.receive(0)).isNull();
        assertThat(sent(last())).containsExactly("subscribe b");
    }

    @Test
    void a_router_reaches_the_server_by_its_identity_once_it_is_accepted() {
        InprocSocket socket = connected(SocketType.ROUTER, "plugin");
        assertThat(socket.send(frames("hub", "text"))).isEqualTo(Delivery.UNREACHABLE);
        last().accept(Octets.ofText("hub"));
        assertThat(socket.receive(NEVER)).isNull(); // it says that there is someone to send to
        assertThat(socket.send(frames("hub", "text"))).isEqualTo(Delivery.SENT);
        assertThat(socket.send(frames("other", "text"))).isEqualTo(Delivery.UNREACHABLE);
        assertThat(sent(last())).containsExactly("text");
        deliver(last(), "answer");
        assertThat(texts(socket.receive(NEVER))).containsExactly("hub", "answer");
    }

    @Test
    void a_server_without_an_identity_has_one_for_a_router() {
        InprocSocket socket = accepted(SocketType.ROUTER, Octets.EMPTY);
        deliver(last(), "text");
        Frames received = Objects.requireNonNull(socket.receive(NEVER));
        assertThat(received.get(0)).containsExactly(0, 0, 0, 0, 1);
        assertThat(socket.send(Frames.of(received.get(0), Frames.bytes("answer"))))
                .isEqualTo(Delivery.SENT);
        assertThat(sent(last())).containsExactly("answer");
    }

    @Test
    void a_lost_link_is_reported_and_made_again() {
        InprocSocket socket = accepted(SocketType.DEALER, Octets.EMPTY);
        deliver(last(), "last words");
        last().end();
        assertThat(texts(socket.receive(NEVER))).containsExactly("last words");
        assertThat(losses).hasValue(0);
        assertThat(socket.receive(NEVER)).isNull();
        assertThat(losses).hasValue(1);
        assertThat(links).hasSize(2);
    }

    @Test
    void a_link_that_ends_before_it_was_accepted_is_no_loss() {
        InprocSocket socket = connected(SocketType.DEALER, null);
        assertThat(last().identity()).isEqualTo(Octets.EMPTY);
        reconnected(socket);
        assertThat(losses).hasValue(0);
        assertThat(links).hasSize(2);
    }

    @Test
    void a_refusal_is_final() {
        InprocSocket socket = connected(SocketType.DEALER, null);
        last().refuse("the wrong type");
        assertThatThrownBy(() -> socket.receive(NEVER))
                .isInstanceOf(TransportException.class)
                .hasMessage(ADDRESS + " refuses the connection: the wrong type");
        socket.wake();
        assertThat(socket.receive(NEVER)).isNull();
        assertThat(links).hasSize(1);
    }

    @Test
    void a_socket_connects_when_its_server_comes() {
        InprocSocket socket = open(SocketType.DEALER, null);
        socket.connect(ADDRESS);
        assertThat(links).isEmpty();
        assertThat(socket.send(frames("early"))).isEqualTo(Delivery.SENT);
        InprocAddresses.bind(ADDRESS, listener);
        assertThat(socket.receive(NEVER)).isNull();
        last().accept(Octets.EMPTY);
        assertThat(socket.receive(0)).isNull();
        assertThat(sent(last())).containsExactly("early");
    }

    @Test
    void what_has_no_room_is_not_taken() {
        InprocSocket socket = connected(SocketType.DEALER, null);
        Frames large = Frames.of(new byte[(int) WaitingMessages.MAX_BYTES]);
        assertThat(socket.send(large)).isEqualTo(Delivery.SENT);
        assertThat(socket.send(frames("more"))).isEqualTo(Delivery.FULL);
        last().accept(Octets.EMPTY);
        assertThat(socket.receive(0)).isNull();
        assertThat(socket.send(frames("more"))).isEqualTo(Delivery.FULL);
        assertThat(last().next()).isNotNull();
        assertThat(socket.send(frames("more"))).isEqualTo(Delivery.SENT);
    }

    @Test
    void a_router_says_that_its_server_is_full() {
        InprocSocket socket = accepted(SocketType.ROUTER, Octets.ofText("hub"));
        Frames large = Frames.of(Frames.bytes("hub"), new byte[(int) WaitingMessages.MAX_BYTES]);
        assertThat(socket.send(large)).isEqualTo(Delivery.SENT);
        assertThat(socket.send(frames("hub", "more"))).isEqualTo(Delivery.FULL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_unsent_is_dropped(boolean accepted) {
        InprocSocket socket = accepted ? accepted(SocketType.DEALER, Octets.EMPTY) : connected(SocketType.DEALER, null);
        socket.send(frames("old"));
        socket.dropUnsent();
        last().accept(Octets.EMPTY);
        socket.send(frames("new"));
        assertThat(sent(last())).containsExactly("new");
    }

    @Test
    void a_closed_socket_ends_its_link_and_makes_no_other() {
        InprocSocket socket = accepted(SocketType.DEALER, Octets.EMPTY);
        socket.send(frames("bye"));
        InprocLink link = last();
        socket.close();
        assertThat(link.isClosed()).isTrue();
        assertThat(sent(link)).containsExactly("bye");
        assertThat(socket.receive(0)).isNull();
        assertThat(links).hasSize(1);
        assertThat(losses).hasValue(0);
    }

    @Test
    void it_connects_once_in_its_process_and_never_binds() {
        InprocSocket socket = connected(SocketType.DEALER, null);
        assertThatThrownBy(() -> socket.bind(ADDRESS))
                .isInstanceOf(TransportException.class)
                .hasMessage("cannot bind to " + ADDRESS + ": this socket only connects");
        assertThatThrownBy(() -> socket.connect(Endpoint.tcp("127.0.0.1", 5)))
                .isInstanceOf(TransportException.class)
                .hasMessage("cannot connect to tcp://127.0.0.1:5: this socket connects in its process only");
        assertThatThrownBy(() -> socket.connect(ADDRESS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("connected to " + ADDRESS + " already");
    }

    private InprocSocket open(SocketType type, @Nullable String identity) {
        InprocSocket socket = new InprocSocket(type, identity);
        socket.onConnectionLost(losses::incrementAndGet);
        opened = socket;
        return socket;
    }

    /** A socket with a link that waits to be accepted. */
    private InprocSocket connected(SocketType type, @Nullable String identity) {
        InprocSocket socket = open(type, identity);
        InprocAddresses.bind(ADDRESS, listener);
        socket.connect(ADDRESS);
        assertThat(socket.receive(NEVER)).isNull();
        assertThat(links).hasSize(1);
        return socket;
    }

    private InprocSocket accepted(SocketType type, Octets server) {
        InprocSocket socket = connected(type, "plugin");
        last().accept(server);
        assertThat(socket.receive(0)).isNull();
        return socket;
    }

    /** The server ends the link; the socket makes another. */
    private InprocLink reconnected(InprocSocket socket) {
        last().end();
        assertThat(socket.receive(NEVER)).isNull();
        return last();
    }

    private InprocLink last() {
        return links.get(links.size() - 1);
    }

    private static void deliver(InprocLink link, String text) {
        link.deliver(new InprocLink.Parcel() {
            @Override
            public Frames frames() {
                return InprocSocketTest.frames(text);
            }

            @Override
            public void taken() {}
        });
    }

    /** Returns what has come to the server. */
    private static List<String> sent(InprocLink link) {
        List<String> sent = new ArrayList<>();
        for (InprocLink.Input input = link.next(); input != null; input = link.next()) {
            Frames frames = input.frames();
            sent.add(frames == null ? shown(input.command()) : String.join(" ", texts(frames)));
        }
        return sent;
    }

    private static String shown(@Nullable Command command) {
        if (command instanceof Subscribe subscribe) {
            return "subscribe " + text(subscribe.prefix());
        }
        return command instanceof Cancel cancel ? "cancel " + text(cancel.prefix()) : String.valueOf(command);
    }

    private static String text(Octets octets) {
        return new String(octets.toArray(), StandardCharsets.UTF_8);
    }

    private static Frames frames(String... texts) {
        List<byte[]> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(Frames.bytes(text));
        }
        return new Frames(parts);
    }

    private static List<String> texts(@Nullable Frames frames) {
        return Objects.requireNonNull(frames).parts().stream().map(String::new).toList();
    }
}
