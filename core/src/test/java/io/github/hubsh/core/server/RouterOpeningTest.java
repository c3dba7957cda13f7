package io.github.hubsh.core.server;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A ROUTER that is bound before its owner is ready to answer. */
final class RouterOpeningTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    @Test
    void connections_wait_until_a_bound_socket_is_opened() throws Exception {
        ServerLoop loop = ServerLoop.start(
                "opening-test",
                ServerChannels.best(),
                new MemoryBudget(MemoryBudget.defaultBytes()),
                failure -> events.add(failure.toString()));
        try (RouterServer router = RouterServer.bindClosed(
                        loop,
                        Endpoint.parse("tcp://127.0.0.1:*"),
                        Octets.ofText("hub"),
                        ServerLimits.DEFAULTS,
                        (identity, frames) ->
                                events.add(new String(frames.get(1).toArray(), UTF_8)));
                RawPeer peer = RawPeer.command(router.endpoint().toString(), "early".getBytes(UTF_8))) {
            peer.send("early");
            CountDownLatch turns = new CountDownLatch(1);
            loop.schedule(turns::countDown, TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(turns.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(events).isEmpty();
            router.open();
            eventually(events::toString, () -> List.copyOf(events).equals(List.of("early")), TIMEOUT);
        } finally {
            loop.close();
        }
    }
}
