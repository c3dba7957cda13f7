package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.GoodClient;
import io.github.hubsh.core.testkit.HubProcess;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A heap of 256 MB is enough for a hub, whatever its peers do. */
final class SmallHeapIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_TRIES = 10;
    private static final int PLUGINS = 1000;
    private static final int DEAF_SUBSCRIBERS = 10;

    /** The largest message has 64 MiB; its data stands in base64 in JSON text. */
    private static final int MAX_DATA_BYTES = (64 << 20) - 1000;

    private final Messages messages = Messages.create();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void a_thousand_plugins_deaf_subscribers_and_messages_of_64_megabytes_fit_into_256() throws Exception {
        HubProcess hub = open(HubProcess.start("-Xmx256m"));
        ConnectReply sockets = register(hub);
        String command = "tcp://127.0.0.1:" + sockets.command().port();
        List<ZmtpPeer> plugins = new ArrayList<>();
        for (int i = 0; i < PLUGINS; i++) {
            plugins.add(open(ZmtpPeer.handshake(command, "DEALER", "p" + i)));
        }
        for (int i = 0; i < DEAF_SUBSCRIBERS; i++) {
            ZmtpPeer deaf = open(
                    ZmtpPeer.handshake("tcp://127.0.0.1:" + sockets.publish().port(), "SUB", ""));
            deaf.writeFrame(new byte[] {1});
        }
        AtomicLong read = new AtomicLong();
        Thread sink = new Thread(() -> read.set(plugins.get(0).countUntilClosed()));
        sink.start();
        GoodClient good = open(new GoodClient(hub.uri(), "hub"));

        for (int i = 1; i <= 50; i++) {
            request(plugins.get(i), "p" + i, 1 << 20);
        }
        good.assertServed();
        eventually(() -> hub.statistic("broadcastLost") > 0, TIMEOUT);
        eventually(() -> hub.statistic("disconnected") == DEAF_SUBSCRIBERS, TIMEOUT);
        for (int i = 1; i <= 3; i++) {
            long before = hub.statistic("forwarded");
            request(plugins.get(i), "p" + i, MAX_DATA_BYTES);
            eventually(() -> hub.statistic("forwarded") > before, TIMEOUT);
            eventually(() -> hub.statistic("used") < (32 << 20), TIMEOUT);
        }
        // Three at once are more than may wait for one plugin: those that do not fit are answered with an error.
        for (int i = 1; i <= 3; i++) {
            request(plugins.get(i), "p" + i, MAX_DATA_BYTES);
        }
        good.assertServed();
        eventually(() -> hub.statistic("used") < (32 << 20), TIMEOUT);
        assertThat(hub.log()).contains("it has read nothing for 10 s").doesNotContain("OutOfMemory", "holds the most");
        assertThat(hub.statistic("disconnected")).as(hub.log()).isEqualTo(DEAF_SUBSCRIBERS);
        plugins.get(0).close();
        sink.join();
        assertThat(read.get()).isGreaterThan(3L * MAX_DATA_BYTES);
    }

    @Test
    void sealed_messages_of_several_peers_at_once_fit_into_128_megabytes() throws Exception {
        CurveKeyPair keys = CurveKeyPair.generate(new Random(17));
        HubProcess hub = open(HubProcess.start("-Xmx128m", "-D" + HubProcess.SECRET + "=" + keys.secretZ85()));
        Transport keyed = Transport.curve(new CurveClient(keys.publicKey(), keys));
        int port = commandPort(keyed, hub);
        List<Integer> answers = new CopyOnWriteArrayList<>();
        List<Thread> peers = new ArrayList<>();
        for (String name : List.of("p0", "p1", "p2")) {
            byte[] json = request(name, name, 30 << 20);
            Thread peer = new Thread(() -> answers.add(answer(keyed, port, name, json).length));
            peers.add(peer);
            peer.start();
        }
        for (Thread peer : peers) {
            peer.join();
        }
        eventually(() -> hub.statistic("used") == 0, TIMEOUT);
        // Some may have been answered with an error, for want of room.
        assertThat(answers).hasSize(3);
        assertThat(answer(keyed, port, "p3", request("p3", "p3", 30 << 20))).hasSizeGreaterThan(30 << 20);
        assertThat(hub.log()).doesNotContain("OutOfMemory");
    }

    @Test
    void a_hub_that_has_no_more_file_descriptors_waits_for_some() throws Exception {
        HubProcess hub = open(HubProcess.startWithFiles(250));
        RawPeer good = open(RawPeer.query(hub.uri()));
        assertServed(good);
        List<ZmtpPeer> idle = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            idle.add(open(ZmtpPeer.connect(hub.uri())));
        }
        eventually(() -> hub.log().contains("accepts no connection for a second"), TIMEOUT);
        assertServed(good);
        for (ZmtpPeer peer : idle) {
            peer.close();
        }
        assertServed(open(RawPeer.query(hub.uri())));
    }

    private void assertServed(RawPeer client) {
        client.send(messages.connectRequest("client", "hub"));
        assertThat(client.receiveMessage(TIMEOUT)).isInstanceOf(ConnectReply.class);
    }

    private ConnectReply register(HubProcess hub) {
        try (RawPeer client = RawPeer.query(hub.uri())) {
            for (int i = 0; i < PLUGINS; i++) {
                client.send(messages.connectRequest("p" + i, "hub"));
            }
            return (ConnectReply) client.receiveMessages(PLUGINS, TIMEOUT).get(0);
        }
    }

    /** The first keys of a process take longer than a handshake may, where the machine is busy enough. */
    private int commandPort(Transport keyed, HubProcess hub) throws MalformedMessageException {
        for (int tries = 1; ; tries++) {
            try {
                return askForCommandPort(keyed, hub);
            } catch (TransportException e) {
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private int askForCommandPort(Transport keyed, HubProcess hub) throws MalformedMessageException {
        try (MessageSocket query = keyed.open(SocketType.DEALER, null)) {
            query.connect(Endpoint.parse(hub.uri()));
            query.send(Frames.of(new byte[0], MessageWriter.write(messages.connectRequest("p0", "hub"))));
            Frames reply = Objects.requireNonNull(query.receive(TIMEOUT.toNanos()));
            return ((ConnectReply) MessageReader.read(reply.get(1))).command().port();
        }
    }

    /** Sends a message as a plugin, and returns what the plugin gets next. */
    private static byte[] answer(Transport keyed, int port, String name, byte[] json) {
        try (MessageSocket socket = keyed.open(SocketType.DEALER, name)) {
            socket.connect(Endpoint.parse("tcp://127.0.0.1:" + port));
            socket.send(Frames.of(new byte[0], json));
            return Objects.requireNonNull(socket.receive(TIMEOUT.toNanos())).get(1);
        }
    }

    /** Sends the plugin p0 a request with so much data. */
    private void request(ZmtpPeer from, String name, int size) throws IOException {
        byte[] json = request(name, "p0", size);
        from.writeMoreFrames(1, new byte[0]);
        from.announce(json.length);
        if (!from.write(json)) {
            throw new IOException("the hub has hung up on " + new String(name.getBytes(UTF_8), UTF_8));
        }
    }

    private byte[] request(String source, String target, int size) {
        return MessageWriter.write(
                messages.executeRequest(source, target, "take", new Payload("A".repeat(size / 4 * 4), Map.of())));
    }

    private <T extends AutoCloseable> T open(T closeable) {
        opened.add(0, closeable);
        return closeable;
    }
}
