package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.GoodClient;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.ZmtpPeer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers on plain TCP that try to stop the hub, or to fill its memory: it serves all others. */
final class HubAttackTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long OVERFLOWING = 0x8000000040000000L;
    private static final long HEAP_ALLOWED = 150L << 20;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "central");
    private final List<AutoCloseable> opened = new ArrayList<>();
    private GoodClient good;

    @BeforeEach
    void start() {
        hub.reset();
        good = new GoodClient(hub);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        good.assertServed();
        good.close();
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {OVERFLOWING, Long.MIN_VALUE, Long.MAX_VALUE, -1, 1L << 31, 1L << 40})
    void a_frame_of_impossible_size_is_its_senders_loss(long size) throws IOException {
        for (String uri : sockets()) {
            open(ZmtpPeer.greet(uri)).announce(size);
            ZmtpPeer afterHandshake = open(ZmtpPeer.handshake(uri, "DEALER", "giant"));
            afterHandshake.announce(size);
            afterHandshake.write(new byte[10_000]);
        }
        good.assertServed();
    }

    @Test
    void random_bytes_are_their_senders_loss() throws IOException {
        Random random = new Random(815);
        for (int i = 0; i < 60; i++) {
            for (String uri : sockets()) {
                ZmtpPeer peer = open(
                        switch (i % 3) {
                            case 0 -> ZmtpPeer.connect(uri);
                            case 1 -> ZmtpPeer.greet(uri);
                            default -> ZmtpPeer.handshake(uri, "DEALER", "random" + i);
                        });
                byte[] bytes = new byte[1 + random.nextInt(2000)];
                random.nextBytes(bytes);
                peer.write(bytes);
            }
        }
        good.assertServed();
    }

    @Test
    void a_peer_of_a_protocol_without_security_is_refused() throws IOException {
        byte[] query = "{not json".getBytes(UTF_8);
        ZmtpPeer old = open(ZmtpPeer.connect(hub.queryUri()));
        old.write(new byte[] {1, 0, 1, 1, (byte) (query.length + 1), 0});
        old.write(query);
        assertThat(new String(old.readUntilHungUp(), UTF_8)).doesNotContain("execute_reply");
        good.assertServed();
    }

    @Test
    void a_message_that_never_ends_is_cut_off_and_counted_and_fills_no_memory() throws IOException {
        long before = usedHeap();
        for (String uri : List.of(hub.queryUri(), hub.commandUri())) {
            ZmtpPeer peer = open(ZmtpPeer.handshake(uri, "DEALER", "endless"));
            long dropped = hub.statistics().dropped();
            for (int i = 0; i < 300; i++) {
                peer.writeMoreFrames(1000, "0123456789".getBytes(UTF_8));
            }
            peer.readUntilHungUp();
            eventually(() -> hub.statistics().toString(), () -> hub.statistics().dropped() > dropped, TIMEOUT);
            good.assertServed();
        }
        assertThat(usedHeap() - before).isLessThan(HEAP_ALLOWED);
    }

    @Test
    void one_byte_at_a_time_and_then_silence_disturbs_no_client() throws IOException {
        for (String uri : sockets()) {
            ZmtpPeer peer = open(ZmtpPeer.connect(uri));
            for (byte each : ZmtpPeer.greeting()) {
                peer.write(new byte[] {each});
            }
            open(ZmtpPeer.connect(uri)).write(new byte[] {(byte) 0xFF});
            open(ZmtpPeer.handshake(uri, "DEALER", "slow")).write(new byte[] {0, 100, '{'});
        }
        good.assertServed();
    }

    @Test
    void two_hundred_connections_that_say_nothing_disturb_no_client() {
        for (int i = 0; i < 200; i++) {
            open(ZmtpPeer.connect(sockets().get(i % 3)));
        }
        good.assertServed();
    }

    @Test
    void a_subscriber_that_never_reads_disturbs_no_client() throws IOException {
        ZmtpPeer deaf = open(ZmtpPeer.handshake(hub.publishUri(), "SUB", ""));
        deaf.writeFrame(new byte[] {1});
        long before = usedHeap();
        String payload = "x".repeat(2000);
        Messages messages = Messages.create();
        try (RawPeer flood = RawPeer.query(hub.queryUri())) {
            for (int i = 0; i < 20_000; i++) {
                flood.send(messages.executeRequest("flood", "central", "nothing", new Payload(payload, Map.of())));
            }
            flood.receiveMessages(20_000, TIMEOUT);
        }
        good.assertServed();
        assertThat(usedHeap() - before).isLessThan(HEAP_ALLOWED);
    }

    @Test
    void a_flood_of_queries_whose_answers_are_never_read_disturbs_no_client() {
        Messages messages = Messages.create();
        RawPeer flood = RawPeer.query(hub.queryUri());
        opened.add(flood);
        for (int i = 0; i < 20_000; i++) {
            flood.send(messages.connectRequest("flood" + i % 10, "hub"));
        }
        good.assertServed();
        eventually(() -> hub.statistics().received() >= 20_000, TIMEOUT);
        assertThat(hub.registry()).containsKeys("flood0", "flood9").hasSize(11);
    }

    private List<String> sockets() {
        return List.of(hub.queryUri(), hub.commandUri(), hub.publishUri());
    }

    private ZmtpPeer open(ZmtpPeer peer) {
        opened.add(peer);
        return peer;
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
