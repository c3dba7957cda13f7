package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for the peers of a ROUTER on the event loop, wherever it is bound. */
abstract class RouterPeersContract {
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    final ServerLoop loop;
    private final BlockingQueue<List<String>> received = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    RouterPeersContract(ServerChannels channels) {
        loop = ServerLoop.start("router-test", channels, new MemoryBudget(MemoryBudget.defaultBytes()), failures::add);
    }

    /** Returns an address to bind to, which is the system's to choose or is used by this test only. */
    abstract String anywhere();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        loop.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_peer_without_an_identity_is_given_one() throws InterruptedException {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        RawPeer first = open(RawPeer.query(router.endpoint().toString()));
        RawPeer second = open(RawPeer.query(router.endpoint().toString()));
        first.send("one");
        String firstName = next().get(0);
        second.send("two");
        assertThat(next().get(0)).isNotEqualTo(firstName);
        send(router, firstName, "", "for one");
        assertThat(first.receive(TIMEOUT)).asString().isEqualTo("for one");
    }

    @Test
    void peers_of_one_identity_are_apart_where_identities_do_not_count() throws InterruptedException {
        RouterServer router = open(RouterServer.bind(
                loop,
                Endpoint.parse(anywhere()),
                Octets.ofText("hub"),
                ServerLimits.DEFAULTS,
                new RouterServer.Receiver() {
                    @Override
                    public void received(Octets identity, List<SharedBytes> frames) {
                        received.add(List.of(new String(identity.toArray(), ISO_8859_1)));
                    }

                    @Override
                    public boolean knowsPeersByIdentity() {
                        return false;
                    }
                }));
        Set<String> identities = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            RawPeer peer = open(RawPeer.command(router.endpoint().toString(), "same".getBytes(UTF_8)));
            peer.send("hello");
            identities.addAll(next());
        }
        assertThat(identities).hasSize(3).doesNotContain("same");
    }

    @Test
    void an_identity_that_no_peer_has_is_unreachable() {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        assertThat(send(router, "absent", "", "text")).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void a_peer_that_has_gone_is_unreachable() throws InterruptedException {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        RawPeer peer = RawPeer.command(router.endpoint().toString(), "plugin".getBytes(UTF_8));
        peer.send("hello");
        next();
        peer.close();
        eventually(() -> send(router, "plugin", "x") == Delivery.UNREACHABLE, TIMEOUT);
    }

    @Test
    void large_messages_cross_whole_among_small_ones() throws InterruptedException {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        RawPeer peer = open(RawPeer.command(router.endpoint().toString(), "plugin".getBytes(UTF_8)));
        Random random = new Random(4711);
        List<String> texts = new ArrayList<>();
        for (int size : new int[] {0, 1, 255, 256, 8191, 8192, 65_535, 65_536, 3_000_000}) {
            texts.add(random.ints(size, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        texts.forEach(peer::send);
        for (String text : texts) {
            assertThat(next().get(2)).isEqualTo(text);
            send(router, "plugin", "", text);
        }
        for (String text : texts) {
            assertThat(new String(peer.receive(TIMEOUT), UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void a_second_peer_of_a_name_waits_until_the_first_is_gone() throws Exception {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        byte[] name = "twin".getBytes(UTF_8);
        RawPeer first = RawPeer.command(router.endpoint().toString(), name);
        first.send("first");
        assertThat(next().get(2)).isEqualTo("first");

        RawPeer second = open(RawPeer.command(router.endpoint().toString(), name));
        second.send("second");
        first.send("first again");
        assertThat(next().get(2)).isEqualTo("first again");
        first.close();
        assertThat(next().get(2)).isEqualTo("second");
        send(router, "twin", "", "for the second");
        assertThat(second.receive(TIMEOUT)).asString().isEqualTo("for the second");
    }

    @Test
    void the_owner_learns_which_peer_connects_and_which_connection_ends() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        RouterServer router = open(RouterServer.bind(
                loop, Endpoint.parse(anywhere()), Octets.ofText("hub"), ServerLimits.DEFAULTS, noting(events)));
        RawPeer first = RawPeer.command(router.endpoint().toString(), "twin".getBytes(UTF_8));
        first.send("first");
        eventually(events::toString, () -> events.size() == 2, TIMEOUT);
        RawPeer second = open(RawPeer.command(router.endpoint().toString(), "twin".getBytes(UTF_8)));
        second.send("second");
        eventually(events::toString, () -> events.contains("refused"), TIMEOUT);
        first.close();
        eventually(events::toString, () -> events.contains("second"), TIMEOUT);
        events.removeIf("refused"::equals);
        router.close();
        eventually(events::toString, () -> events.size() == 6, TIMEOUT);
        assertThat(events).containsExactly("connected", "first", "ended", "connected", "second", "ended");
    }

    private static RouterServer.Receiver noting(List<String> events) {
        return new RouterServer.Receiver() {
            @Override
            public void received(Octets identity, List<SharedBytes> frames) {
                events.add(new String(frames.get(1).toArray(), UTF_8));
            }

            @Override
            public void connected(Octets identity) {
                events.add("connected");
            }

            @Override
            public void refused(Octets identity) {
                events.add("refused");
            }

            @Override
            public void ended(Octets identity) {
                events.add("ended");
            }
        };
    }

    @Test
    void a_name_is_free_at_once_for_a_peer_that_comes_back() throws InterruptedException {
        RouterServer router = bind(anywhere(), ServerLimits.DEFAULTS);
        for (int i = 0; i < 30; i++) {
            try (RawPeer peer = RawPeer.command(router.endpoint().toString(), "back".getBytes(UTF_8))) {
                peer.send("turn " + i);
                assertThat(next().get(2)).isEqualTo("turn " + i);
            }
        }
    }

    @Test
    void a_receiver_that_throws_ends_neither_the_loop_nor_the_connection() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        RouterServer router = open(RouterServer.bind(
                loop, Endpoint.parse(anywhere()), Octets.ofText("hub"), ServerLimits.DEFAULTS, (identity, frames) -> {
                    if (seen.isEmpty()) {
                        seen.add("first");
                        throw new OutOfMemoryError("not really");
                    }
                    received.add(List.of("second"));
                }));
        RawPeer peer = open(RawPeer.query(router.endpoint().toString()));
        peer.send("one");
        peer.send("two");
        assertThat(next()).containsExactly("second");
        assertThat(failures).singleElement().isInstanceOf(OutOfMemoryError.class);
        failures.clear();
    }

    final RouterServer bind(String uri, ServerLimits limits) {
        return bind(Endpoint.parse(uri), limits);
    }

    final RouterServer bind(Endpoint endpoint, ServerLimits limits) {
        return open(RouterServer.bind(loop, endpoint, Octets.ofText("hub"), limits, (identity, frames) -> {
            List<String> texts = new ArrayList<>();
            texts.add(new String(identity.toArray(), UTF_8));
            frames.forEach(frame -> texts.add(new String(frame.toArray(), UTF_8)));
            received.add(texts);
        }));
    }

    final Delivery send(RouterServer router, String identity, String... frames) {
        List<SharedBytes> bytes = new ArrayList<>();
        for (String frame : frames) {
            bytes.add(SharedBytes.of(frame.getBytes(UTF_8)));
        }
        CompletableFuture<Delivery> delivery = new CompletableFuture<>();
        loop.execute(() -> delivery.complete(router.send(Octets.ofText(identity), bytes)));
        return delivery.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    final List<String> next() throws InterruptedException {
        List<String> message = received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).as("nothing came").isNotNull();
        return message;
    }

    final <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }
}
