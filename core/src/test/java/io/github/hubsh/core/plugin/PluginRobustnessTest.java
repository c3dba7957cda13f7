package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.Mutations;
import io.github.hubsh.core.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Valid and invalid messages from a hub: the plugin continues to serve. */
final class PluginRobustnessTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Hub hub = new Hub("tcp://127.0.0.1:*");
    private final AtomicInteger heard = new AtomicInteger();
    private Plugin plugin;

    @BeforeEach
    void start() {
        hub.reset();
        plugin = new Plugin("electrodes", hub.queryUri());
        plugin.onSubscribe(broadcast -> heard.incrementAndGet());
        plugin.reset(TIMEOUT);
    }

    @AfterEach
    void stop() {
        plugin.close();
        hub.close();
    }

    @Test
    void nonsense_on_the_command_socket_disturbs_nothing() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] sample = Samples.ALL.get(random.nextInt(4)).getBytes(UTF_8);
            plugin.onCommandReceived(List.of(sample, Mutations.randomBytes(sample, random)));
        }
        assertServed();
    }

    @Test
    void a_broken_request_is_answered_in_the_name_of_the_plugin() {
        plugin.onCommandReceived(List.of(
                Samples.EXECUTE_REQUEST.replaceFirst(",\"content\".*", "}").getBytes(UTF_8)));
        eventually(() -> plugin.executionCount() == 1, TIMEOUT);
        assertServed();
    }

    @Test
    void nonsense_on_the_subscribe_socket_disturbs_nothing() {
        byte[] part = "part".getBytes(UTF_8);
        plugin.onSubscribeReceived(List.of());
        plugin.onSubscribeReceived(List.of(part));
        plugin.onSubscribeReceived(List.of(part, part, part, part, part));
        assertThat(heard).hasValue(0);
        plugin.onSubscribeReceived(List.of(part, part, part, new byte[] {-1}));
        assertThat(heard).hasValue(1);
        assertServed();
    }

    @Test
    void an_interrupted_thread_may_subscribe_and_breaks_nothing() {
        try (Plugin other = new Plugin("other", hub.queryUri())) {
            other.reset(TIMEOUT);
            Thread.currentThread().interrupt();
            other.subscribe("");
            assertThat(Thread.interrupted()).isTrue();
            other.onSubscribe(broadcast -> heard.incrementAndGet());
            // The subscription is under way: an early broadcast may miss it.
            eventually(() -> served() && heard.get() > 0, TIMEOUT);
        }
    }

    private void assertServed() {
        assertThat(served()).isTrue();
    }

    private boolean served() {
        ExecuteOptions patient = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);
        return "pong".equals(plugin.execute("electrodes", "ping", Map.of(), patient));
    }
}
