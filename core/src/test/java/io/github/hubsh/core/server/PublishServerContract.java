package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The XPUB on the event loop, with subscribers of JeroMQ and on plain TCP. */
abstract class PublishServerContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ServerLimits SMALL = new ServerLimits(ZmtpLimits.DEFAULTS, 100_000, 3, 100);

    private static final PrivateTopics TOPICS = new PrivateTopics(
            prefix -> prefix.length == 3,
            prefix -> new String(prefix, UTF_8).equals("losses"),
            count -> List.of("losses".getBytes(UTF_8), String.valueOf(count).getBytes(UTF_8)));

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ServerLoop loop;
    private final PublishServer publisher;
    private final ZContext context = new ZContext();
    private final List<ZmtpPeer> opened = new ArrayList<>();

    PublishServerContract(ServerChannels channels) {
        loop = ServerLoop.start("publish-test", channels, new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
        publisher = PublishServer.bind(loop, Endpoint.parse("tcp://127.0.0.1:*"), SMALL, TOPICS);
    }

    @AfterEach
    void closeAll() {
        opened.forEach(ZmtpPeer::close);
        context.close();
        publisher.close();
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void subscribers_get_what_they_subscribed_to() {
        ZMQ.Socket some = subscriber("ab");
        awaitSubscribed(some, "ab");
        ZMQ.Socket all = subscriber("");
        List<String> topics = List.of("abc", "ab", "a", "b", "");
        awaitSubscribed(all, "");
        topics.forEach(topic -> publish(topic, "text of " + topic));
        for (String topic : topics) {
            assertThat(text(all, topic)).isEqualTo("text of " + topic);
        }
        assertThat(text(some, "abc")).isEqualTo("text of abc");
        assertThat(text(some, "ab")).isEqualTo("text of ab");
    }

    @Test
    void a_subscription_to_a_mark_is_answered_with_it_when_those_before_hold() {
        ZMQ.Socket socket = subscriber("early");
        socket.subscribe("key");
        assertThat(socket.recvStr()).isEqualTo("key");
        assertThat(socket.hasReceiveMore()).isFalse();
        publish("early", "text");
        assertThat(text(socket, "early")).isEqualTo("text");
    }

    @Test
    void a_subscription_ends_when_it_was_taken_back_as_often_as_it_was_made() {
        ZMQ.Socket socket = subscriber("a");
        awaitSubscribed(socket, "a");
        socket.subscribe("b");
        awaitSubscribed(socket, "b");
        socket.unsubscribe("a");
        eventually(() -> isUnwanted("a"), TIMEOUT);
        assertThat(isUnwanted("b")).isFalse();
    }

    @Test
    void what_is_not_wanted_is_never_made() {
        assertThat(isUnwanted("topic")).isTrue();
    }

    @Test
    void a_flood_of_subscriptions_is_hung_up_on() throws IOException {
        ZmtpPeer flood = handshake();
        for (int i = 0; i < 4; i++) {
            flood.writeFrame(new byte[] {1, (byte) ('a' + i)});
        }
        flood.readUntilHungUp();
        ZmtpPeer large = handshake();
        large.writeFrame(("\1" + "x".repeat(101)).getBytes(UTF_8));
        large.readUntilHungUp();
    }

    @Test
    void a_subscriber_that_does_not_read_loses_messages_and_delays_no_other() throws IOException {
        ZmtpPeer deaf = handshake();
        deaf.writeFrame(new byte[] {1, 'a'});
        String text = "x".repeat(50_000);
        eventually(() -> publish("a", text) > 0, TIMEOUT);

        ZMQ.Socket good = subscriber("b");
        awaitSubscribed(good, "b");
        assertThat(publish("b", "text")).isZero();
        assertThat(text(good, "b")).isEqualTo("text");
    }

    @Test
    void a_subscriber_that_asks_learns_of_every_message_it_has_lost() {
        ZMQ.Socket slow = context.createSocket(SocketType.SUB);
        slow.setRcvHWM(1);
        slow.setHandshakeIvl(300);
        slow.setReceiveTimeOut((int) TIMEOUT.toMillis());
        slow.subscribe("a");
        slow.subscribe("losses");
        slow.connect(publisher.endpoint().toString());
        assertThat(text(slow, "losses")).isEqualTo("0");
        String text = "x".repeat(50_000);
        long published = 0;
        for (long lost = 0; lost < 100; published++) {
            lost += publish("a", text);
        }
        long accounted = 0;
        while (accounted < published) {
            String topic = slow.recvStr();
            String rest = slow.recvStr();
            accounted += "a".equals(topic) ? 1 : Long.parseLong(rest);
        }
        assertThat(accounted).isEqualTo(published);
        publish("a", "last");
        assertThat(text(slow, "a")).isEqualTo("last");
    }

    private ZmtpPeer handshake() throws IOException {
        ZmtpPeer peer = ZmtpPeer.handshake(publisher.endpoint().toString(), "SUB", "");
        opened.add(peer);
        return peer;
    }

    private ZMQ.Socket subscriber(String prefix) {
        ZMQ.Socket socket = context.createSocket(SocketType.SUB);
        socket.setHandshakeIvl(300);
        socket.setReconnectIVL(10);
        socket.setReceiveTimeOut((int) TIMEOUT.toMillis());
        socket.subscribe(prefix);
        socket.connect(publisher.endpoint().toString());
        return socket;
    }

    /** Publishes until the first message arrives, and takes all of those in. */
    private void awaitSubscribed(ZMQ.Socket socket, String topic) {
        socket.setReceiveTimeOut(10);
        eventually(
                () -> {
                    publish(topic, "first");
                    return socket.recvStr() != null;
                },
                TIMEOUT);
        socket.recvStr();
        publish(topic, "last");
        socket.setReceiveTimeOut((int) TIMEOUT.toMillis());
        while (!text(socket, topic).equals("last")) {
            // one of the first
        }
    }

    private static String text(ZMQ.Socket socket, String topic) {
        assertThat(socket.recvStr()).isEqualTo(topic);
        return socket.recvStr();
    }

    private int publish(String topic, String text) {
        CompletableFuture<Integer> lost = new CompletableFuture<>();
        loop.execute(() -> lost.complete(publisher.publish(
                Octets.ofText(topic),
                () -> List.of(SharedBytes.of(topic.getBytes(UTF_8)), SharedBytes.of(text.getBytes(UTF_8))))));
        return lost.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private boolean isUnwanted(String topic) {
        CompletableFuture<Boolean> unwanted = new CompletableFuture<>();
        loop.execute(() -> {
            publisher.publish(Octets.ofText(topic), () -> {
                unwanted.complete(false);
                return List.of(SharedBytes.EMPTY);
            });
            unwanted.complete(true);
        });
        return unwanted.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
