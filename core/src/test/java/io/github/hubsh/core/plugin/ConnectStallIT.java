package io.github.hubsh.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Four hundred plugins in a row connect, execute and leave, under three names that are used again at once. JeroMQ lost
 * a handshake now and then, for half a minute, and left closed sockets connected, so that their names stayed in use:
 * such faults show only over many connects.
 */
final class ConnectStallIT {
    private static final int CONNECTS = 400;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Test
    void none_of_four_hundred_connects_waits_for_a_lost_handshake() {
        try (Hub hub = new Hub("tcp://127.0.0.1:*")) {
            hub.reset();
            for (int i = 0; i < CONNECTS; i++) {
                connectExecuteClose(hub, i);
            }
        }
    }

    private static void connectExecuteClose(Hub hub, int i) {
        try (Plugin plugin = new Plugin("one-shot" + i % 3, hub.queryUri())) {
            plugin.reset(TIMEOUT);
            assertThat(plugin.execute("hub", "ping", Map.of(), ExecuteOptions.DEFAULT.withTimeout(TIMEOUT)))
                    .isEqualTo("pong");
        }
    }
}
