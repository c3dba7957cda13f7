package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.HubProcess;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpEvent;
import io.github.hubsh.core.zmtp.ZmtpException;
import io.github.hubsh.core.zmtp.ZmtpLimits;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A crowd that begins CURVE handshakes, and goes no further. */
final class HandshakeCrowdIT {
    private static final int CROWD = 10_000;
    private static final CurveKeyPair SERVER = CurveKeyPair.generate(new Random(1));
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));

    @Test
    void half_finished_handshakes_do_not_starve_members() throws Exception {
        byte[] knock = knock();
        List<SocketChannel> crowd = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger failures = new AtomicInteger();
        try (HubProcess hub = HubProcess.start("-D" + HubProcess.SECRET + "=" + SERVER.secretZ85());
                Plugin pump = member(hub, "pump", 2);
                Plugin asker = member(hub, "asker", 3)) {
            Endpoint endpoint = Endpoint.parse(hub.uri());
            Thread knocking = new Thread(() -> {
                for (int i = 0; i < CROWD; i++) {
                    try {
                        crowd.add(knock(endpoint, knock));
                    } catch (IOException e) {
                        failures.incrementAndGet();
                    }
                }
            });
            knocking.start();
            List<Long> micros = new ArrayList<>();
            while (knocking.isAlive()) {
                long start = System.nanoTime();
                assertThat(asker.execute("pump", "ping", Map.of(), PATIENT)).isEqualTo("pong");
                micros.add((System.nanoTime() - start) / 1000);
            }
            try (Plugin late = member(hub, "late", 4)) {
                assertThat(late.execute("pump", "ping", Map.of(), PATIENT)).isEqualTo("pong");
            }
            Collections.sort(micros);
            System.out.printf(
                    "%d requests beside %d handshakes: median %d µs, 99 %% %d µs, longest %d µs%n",
                    micros.size(),
                    crowd.size(),
                    micros.get(micros.size() / 2),
                    micros.get(micros.size() * 99 / 100),
                    micros.get(micros.size() - 1));
            assertThat(failures).hasValue(0);
            assertThat(pump.isConnected()).isTrue();
        } finally {
            for (SocketChannel each : crowd) {
                each.close();
            }
        }
    }

    private static Plugin member(HubProcess hub, String name, int seed) {
        CurveClient keys = new CurveClient(SERVER.publicKey(), CurveKeyPair.generate(new Random(seed)));
        Plugin plugin = new Plugin(name, hub.uri(), SubscribeOptions.NONE, keys);
        plugin.reset(Duration.ofSeconds(20));
        return plugin;
    }

    private static SocketChannel knock(Endpoint endpoint, byte[] bytes) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()));
        channel.write(ByteBuffer.wrap(bytes));
        return channel;
    }

    /** The greeting and a HELLO that is right: the dearest that a stranger can send. */
    private static byte[] knock() throws ZmtpException {
        SocketSecurity keys =
                SocketSecurity.curveClient(SERVER.publicKey(), CurveKeyPair.generate(new Random(9)), new Random(10));
        LocalSocket self = new LocalSocket(ConnectionSide.CLIENT, ZmtpSocketType.DEALER, Octets.EMPTY);
        ZmtpConnection client = new ZmtpConnection(self, keys, ZmtpLimits.DEFAULTS, 0);
        LocalSocket there = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, Octets.EMPTY);
        ZmtpConnection server =
                new ZmtpConnection(there, SocketSecurity.curveServer(SERVER, new Random(11)), ZmtpLimits.DEFAULTS, 0);
        ZmtpEvent hello = Objects.requireNonNull(
                client.receive(ByteBuffer.wrap(server.greeting().toArray())));
        ByteBuffer both = ByteBuffer.allocate(400);
        client.greeting().writeTo(both);
        ((ZmtpEvent.Write) hello).bytes().writeTo(both);
        byte[] bytes = new byte[both.flip().remaining()];
        both.get(bytes);
        return bytes;
    }
}
