package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What peers can make a server hold, byte by byte. */
final class ServerBudgetTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long BUDGET = 8 << 20;
    private static final ServerLimits LIMITS = ServerLimits.within(BUDGET);
    private static final ServerLimits IMPATIENT = LIMITS.withIdleTimeout(TimeUnit.MILLISECONDS.toNanos(200));
    private static final Octets HUB = Octets.ofText("hub");

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final MemoryBudget budget = new MemoryBudget(BUDGET);
    private final ServerLoop loop = ServerLoop.start("budget-test", budget, failures::add);
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> broken = new LinkedBlockingQueue<>();
    private final AtomicLong peak = new AtomicLong();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        loop.close();
        assertThat(failures).isEmpty();
        assertThat(budget.used()).isZero();
    }

    @Test
    void nothing_is_held_for_what_is_only_announced() throws Exception {
        RouterServer router = bind(LIMITS);
        List<ZmtpPeer> peers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ZmtpPeer peer = dealer(router, "peer" + i);
            peers.add(peer);
            peer.announce((1L << (i % 23)) + 300);
            peer.write(new byte[] {1});
        }
        RawPeer good = open(RawPeer.command(uri(router), "good".getBytes(UTF_8)));
        good.send("hello");
        assertThat(next()).isEqualTo("good 5");
        assertThat(budget.used()).isBetween(300L, 300 * 1000L);
        for (ZmtpPeer peer : peers) {
            peer.close();
        }
        eventually(() -> budget.used() == 0, TIMEOUT);
    }

    @Test
    void a_message_that_needs_more_than_its_part_of_the_budget_is_refused_with_a_reason() throws Exception {
        RouterServer router = bind(LIMITS);
        ZmtpPeer peer = dealer(router, "giant");
        peer.announce(BUDGET / 4 * 3 + 1);
        peer.readUntilHungUp();
        assertThat(broken.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo("giant a frame of 6291457 bytes; at most 6291456 are allowed");
    }

    @Test
    void large_messages_of_many_peers_at_once_all_arrive_and_the_budget_is_kept() throws Exception {
        RouterServer router = bind(LIMITS);
        byte[] text = new byte[3 << 20];
        for (int i = 0; i < 12; i++) {
            ZmtpPeer peer = dealer(router, "peer" + i);
            peer.announce(text.length);
            Thread thread = new Thread(() -> peer.write(text));
            thread.setDaemon(true);
            thread.start();
        }
        eventually(() -> received.size() + " came, " + budget.used() + " held", () -> received.size() == 12, TIMEOUT);
        assertThat(peak.get()).isBetween((long) text.length, BUDGET + BUDGET / 8);
        assertThat(loop.disconnected()).isZero();
    }

    @Test
    void a_peer_that_stops_in_the_middle_of_a_message_is_disconnected() throws Exception {
        RouterServer router = bind(IMPATIENT);
        ZmtpPeer peer = dealer(router, "half");
        peer.announce(10_000);
        peer.write(new byte[5000]);
        peer.readUntilHungUp();
        eventually(() -> loop.disconnected() == 1 && budget.used() == 0, TIMEOUT);
    }

    @Test
    void a_peer_that_reads_nothing_of_what_waits_is_disconnected_and_frees_the_memory() throws Exception {
        RouterServer router = bind(IMPATIENT);
        ZmtpPeer deaf = dealer(router, "deaf");
        deaf.writeFrame("hello".getBytes(UTF_8));
        next();
        byte[] text = new byte[100_000];
        long full = onLoop(() -> {
            while (router.send(Octets.ofText("deaf"), List.of(SharedBytes.of(text))) == Delivery.SENT) {
                // more
            }
            return budget.used();
        });
        assertThat(full).isBetween((long) LIMITS.maxUnsentBytes(), BUDGET);
        eventually(() -> send(router, "deaf", text) == Delivery.UNREACHABLE, TIMEOUT);
        assertThat(loop.disconnected()).isOne();
        assertThat(budget.used()).isZero();
    }

    @Test
    void deaf_subscribers_lose_broadcasts_and_are_disconnected_and_a_reader_is_served() throws Exception {
        PublishServer publisher =
                open(PublishServer.bind(loop, Endpoint.parse("tcp://127.0.0.1:*"), IMPATIENT, PrivateTopics.NONE));
        for (int i = 0; i < 10; i++) {
            subscriber(publisher);
        }
        ZmtpPeer reader = subscriber(publisher);
        AtomicLong read = new AtomicLong();
        Thread thread = new Thread(() -> read.set(reader.countUntilClosed()));
        thread.start();
        byte[] text = new byte[1 << 20];
        long subscription = 256;
        eventually(() -> budget.used() == 11 * subscription, TIMEOUT);
        int lost = 0;
        for (int i = 0; i < 200 && lost < 10; i++) {
            lost += publish(publisher, text);
            assertThat(budget.used()).isLessThan(BUDGET / 2);
        }
        assertThat(lost).isGreaterThanOrEqualTo(10);
        eventually(() -> loop.disconnected() == 10 && budget.used() == subscription, TIMEOUT);
        assertThat(publish(publisher, text)).isZero();
        eventually(() -> budget.used() == subscription, TIMEOUT);
        publisher.close();
        thread.join();
        assertThat(read.get()).isGreaterThan(2L * text.length);
    }

    @Test
    void subscriptions_of_many_peers_are_bounded_together() throws Exception {
        PublishServer publisher =
                open(PublishServer.bind(loop, Endpoint.parse("tcp://127.0.0.1:*"), LIMITS, PrivateTopics.NONE));
        for (int i = 0; i < 10; i++) {
            ZmtpPeer peer = subscriber(publisher);
            for (int j = 0; j < 1000; j++) {
                peer.writeFrame(("\1" + i + "/" + j).getBytes(UTF_8));
            }
        }
        eventually(() -> loop.disconnected() > 0, TIMEOUT);
        assertThat(budget.used()).isLessThan(BUDGET / 4);
    }

    @Test
    void a_flooding_requester_is_read_no_further_until_its_target_is_served() throws Exception {
        RouterServer router = bind(LIMITS);
        ZmtpPeer target = dealer(router, "target");
        target.writeFrame("hello".getBytes(UTF_8));
        next();
        // What is received goes on to the target, on the account of its sender.
        RawPeer flood = open(RawPeer.command(uri(router), "flood".getBytes(UTF_8)));
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            flood.send("to target".concat("x".repeat(991)));
        }
        eventually(() -> budget.used() > PeerPendingBytes.MAX_PENDING_BYTES, TIMEOUT);
        RawPeer good = open(RawPeer.command(uri(router), "good".getBytes(UTF_8)));
        good.send("hello");
        eventually(() -> received.contains("good 5"), TIMEOUT);
        Thread thread = new Thread(target::countUntilClosed);
        thread.start();
        eventually(() -> received.stream().filter("flood 1000"::equals).count() == count, TIMEOUT);
        assertThat(peak.get()).isLessThan(4L * PeerPendingBytes.MAX_PENDING_BYTES);
        target.close();
        thread.join();
    }

    private RouterServer bind(ServerLimits limits) {
        CompletableFuture<RouterServer> bound = new CompletableFuture<>();
        RouterServer router =
                RouterServer.bind(loop, Endpoint.parse("tcp://127.0.0.1:*"), HUB, limits, new RouterServer.Receiver() {
                    @Override
                    public void received(Octets identity, List<SharedBytes> frames) {
                        SharedBytes text = frames.get(frames.size() - 1);
                        if (text.size() == 1000) {
                            RouterServer self = bound.join();
                            self.send(Octets.ofText("target"), frames, Account.SENDER);
                        }
                        peak.accumulateAndGet(budget.used(), Math::max);
                        received.add(identity + " " + text.size());
                    }

                    @Override
                    public void broken(Octets identity, String reason) {
                        broken.add(identity + " " + reason);
                    }
                });
        bound.complete(router);
        return open(router);
    }

    private ZmtpPeer dealer(RouterServer router, String name) throws IOException {
        return open(ZmtpPeer.handshake(uri(router), "DEALER", name));
    }

    private ZmtpPeer subscriber(PublishServer publisher) throws IOException {
        ZmtpPeer peer = open(ZmtpPeer.handshake(publisher.endpoint().toString(), "SUB", ""));
        peer.writeFrame(new byte[] {1});
        return peer;
    }

    private int publish(PublishServer publisher, byte[] text) {
        return onLoop(() -> publisher.publish(HUB, () -> List.of(SharedBytes.of(text))));
    }

    private Delivery send(RouterServer router, String identity, byte[] text) {
        return onLoop(() -> router.send(Octets.ofText(identity), List.of(SharedBytes.of(text))));
    }

    private <T> T onLoop(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> result.complete(task.get()));
        return result.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private String next() throws InterruptedException {
        return received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    private static String uri(RouterServer router) {
        return router.endpoint().toString();
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }
}
