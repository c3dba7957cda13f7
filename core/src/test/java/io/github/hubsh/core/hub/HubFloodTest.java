package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.GoodClient;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.ZmtpPeer;
import io.github.hubsh.core.wire.MessageWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client asks more than can be answered at once: nothing is lost unnoticed. */
final class HubFloodTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int REQUESTS = 100_000;

    private final Hub hub = new Hub("tcp://127.0.0.1:*").memory(32 << 20);
    private final Messages messages = Messages.create();
    private long droppedBefore;

    @BeforeEach
    void start() {
        hub.reset();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void each_of_100000_requests_at_once_is_answered() {
        byte[] request = MessageWriter.write(messages.executeRequest("flood", "echo", "ping", Payload.NONE));
        try (Plugin echo = new Plugin("echo", hub.queryUri());
                RawPeer flood = RawPeer.command(hub.commandUri(), "flood".getBytes(UTF_8));
                GoodClient good = new GoodClient(hub)) {
            echo.reset();
            register("flood");
            for (int i = 0; i < REQUESTS; i++) {
                flood.send(request);
            }
            good.assertServed();
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(flood.receive(TIMEOUT)).isNotEmpty();
            }
            assertThat(flood.isQuietFor(Duration.ofMillis(1))).isTrue();
        }
        assertThat(hub.statistics().dropped()).isEqualTo(droppedBefore);
        eventually(() -> hub.statistics().memory().used() == 0, TIMEOUT);
    }

    @Test
    void each_request_to_a_plugin_that_does_not_read_is_answered_or_waits() throws Exception {
        register("hung");
        register("flood");
        try (ZmtpPeer hung = ZmtpPeer.handshake(hub.commandUri(), "DEALER", "hung");
                RawPeer flood = RawPeer.command(hub.commandUri(), "flood".getBytes(UTF_8));
                GoodClient good = new GoodClient(hub)) {
            byte[] request = MessageWriter.write(
                    messages.executeRequest("flood", "hung", "take", new Payload("x".repeat(10_000), Map.of())));
            int count = 4000;
            for (int i = 0; i < count; i++) {
                flood.send(request);
            }
            // The errors begin when the hung plugin's part is full, a second after it has stopped to read.
            assertThat(new String(flood.receive(TIMEOUT), UTF_8)).contains("its queue is full");
            good.assertServed();
            assertThat(hung.write(new byte[0])).as("still connected").isTrue();
            assertThat(hub.statistics().memory().used())
                    .isLessThan(hub.statistics().memory().limit());
            assertThat(hub.statistics().dropped()).isEqualTo(droppedBefore);
        }
    }

    private void register(String name) {
        hub.onQueryReceived(
                List.of(new byte[] {1}, new byte[0], MessageWriter.write(messages.connectRequest(name, "hub"))));
        // Its reply goes nowhere.
        eventually(() -> hub.registry().containsKey(name) && hub.statistics().dropped() > droppedBefore, TIMEOUT);
        droppedBefore = hub.statistics().dropped();
    }
}
