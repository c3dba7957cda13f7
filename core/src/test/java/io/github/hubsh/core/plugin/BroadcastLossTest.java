package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A listener that reads too slowly learns how many broadcasts the hub has dropped for it. */
@Timeout(120)
final class BroadcastLossTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);
    private static final String TEXT = "x".repeat(40_000);
    private static final int REQUESTS_AT_ONCE = 20;

    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch proceed = new CountDownLatch(1);
    private volatile boolean hears;

    static List<Transport> transports() {
        return List.of(Transport.shared(), Transport.jeroMq());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void every_broadcast_is_heard_or_counted(Transport transport) {
        SubscribeOptions options = new SubscribeOptions(List.of("flooder"))
                .withReceiveHighWaterMark(1)
                .withReceiveBufferBytes(100_000);
        try (Hub hub = new Hub("tcp://127.0.0.1:*").memory(4 << 20)) {
            hub.reset();
            try (Plugin flooder = new Plugin("flooder", hub.queryUri());
                    Plugin listener = new Plugin("listener", hub.queryUri(), options, transport)) {
                listener.onSubscribe(this::hear);
                listener.onBroadcastLoss(lost::addAndGet);
                listener.reset();
                listener.subscribe("flooder");
                flooder.reset();
                // On a busy machine the hub may learn only now that the listener is there.
                eventually(() -> isHeard(flooder), TIMEOUT);
                int sent = 0;
                while (hub.statistics().broadcastLost() == 0) {
                    sent += flood(flooder);
                }
                proceed.countDown();
                int expected = sent;
                eventually(
                        () -> heard + " heard, " + lost + " lost", () -> heard.get() + lost.get() == expected, TIMEOUT);
                assertThat(lost.get()).isEqualTo(hub.statistics().broadcastLost());
            }
        }
    }

    private void hear(Broadcast broadcast) {
        if (broadcast.size() < TEXT.length()) {
            hears = true;
            return; // what comes before the flood
        }
        heard.incrementAndGet();
        try {
            proceed.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isHeard(Plugin flooder) {
        flooder.execute(flooder.hubName(), "ping");
        return hears;
    }

    /** Sends requests that the hub answers and broadcasts; returns how many. */
    private static int flood(Plugin flooder) {
        List<CompletableFuture<?>> replies = new ArrayList<>();
        for (int i = 0; i < REQUESTS_AT_ONCE; i++) {
            replies.add(flooder.executeAsync(flooder.hubName(), "ping", Map.of("text", TEXT), PATIENT));
        }
        replies.forEach(CompletableFuture::join);
        return replies.size();
    }
}
