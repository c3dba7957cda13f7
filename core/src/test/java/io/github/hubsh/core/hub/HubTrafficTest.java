package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub counts of its sockets, and who listens inside its process. */
final class HubTrafficTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Hub hub = new Hub("tcp://127.0.0.1:*");
    private Plugin pump;
    private Plugin user;

    @BeforeEach
    void start() {
        hub.reset();
        pump = joined("pump");
        user = joined("user");
    }

    @AfterEach
    void stop() {
        pump.close();
        user.close();
        hub.close();
    }

    @Test
    void connections_bytes_and_round_trips_are_counted() {
        HubTraffic before = hub.traffic();
        user.execute("pump", "echo", Map.of("x", "y".repeat(1_000)));

        HubTraffic after = hub.traffic();
        assertThat(after.receivedBytes() - before.receivedBytes()).isBetween(2_000L, 8_000L);
        assertThat(after.sentBytes() - before.sentBytes()).isBetween(2_000L, 8_000L);
        assertThat(after.roundTrips().count()).isEqualTo(1);
        assertThat(plugin("pump").roundTrips().count()).isEqualTo(1);
        assertThat(plugin("user").roundTrips().count()).isZero();
        assertThat(after.connections()).isGreaterThanOrEqualTo(2);
        assertThat(after.opened()).isGreaterThanOrEqualTo(after.connections());

        pump.close();
        user.close();
        eventually(() -> hub.traffic().connections() == 0, SOON);
    }

    @Test
    void a_listener_hears_broadcasts_until_it_is_removed() {
        List<List<String>> heard = new CopyOnWriteArrayList<>();
        BroadcastListener listener = message -> {
            List<byte[]> frames = message.copy(message.textBytes());
            heard.add(frames.stream().map(frame -> new String(frame, UTF_8)).toList());
        };
        hub.addListener(listener);
        user.execute("pump", "echo", Map.of("x", 1));
        eventually(() -> heard.size() == 2, SOON);
        hub.removeListener(listener);
        user.execute("pump", "echo", Map.of("x", 2));

        assertThat(heard)
                .extracting(frames -> frames.subList(0, 3))
                .containsExactly(List.of("user", "pump", "execute_request"), List.of("pump", "user", "execute_reply"));
        assertThat(heard.get(0).get(3)).startsWith("{").contains("\"command\"");
    }

    @Test
    void a_text_that_is_too_long_is_not_copied() {
        List<Integer> lengths = new CopyOnWriteArrayList<>();
        hub.addListener(message -> {
            if (message.textBytes() > 50_000) {
                lengths.add(message.copy(50_000).get(3).length);
            }
        });
        user.execute("pump", "echo", Map.of("x", "y".repeat(100_000)));

        eventually(() -> lengths.size() == 2, SOON);
        assertThat(lengths).containsExactly(0, 0);
    }

    @Test
    void a_task_runs_on_the_loop_and_not_on_that_of_a_closed_hub() {
        AtomicBoolean ran = new AtomicBoolean();
        hub.afterTurn(() -> ran.set(Thread.currentThread().getName().startsWith("hub-loop")));
        eventually(ran::get, SOON);

        hub.close();
        hub.afterTurn(() -> {
            throw new AssertionError("the hub is closed");
        });
    }

    private Plugin joined(String name) {
        Plugin plugin = new Plugin(name, hub.queryUri()).command("echo", Payload.JSON, call -> call.arguments());
        plugin.reset(SOON);
        return plugin;
    }

    private PluginStatus plugin(String name) {
        return hub.plugins().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
