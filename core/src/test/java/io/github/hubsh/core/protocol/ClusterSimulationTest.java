package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many hubs over a link that does its worst: they agree in the end, and each request ends once. */
final class ClusterSimulationTest {
    /** Longer than the deadline, and than the slowest answer. */
    private static final int CALM_MILLIS = 8_000;

    private final Map<String, SimulatedRequest> requests = new HashMap<>();
    private final Messages messages = new ManualClock().messages();

    @Test
    void two_hundred_hubs_with_twenty_thousand_plugins_agree_and_each_request_ends_once() {
        SimulatedWorld world = world(18, 200, 100);
        trouble(world, 5, 60);
        check(world);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 24})
    void a_few_hubs_agree_after_a_minute_of_trouble_and_each_request_ends_once(long seed) {
        SimulatedWorld world = world(seed, 5, 8);
        trouble(world, 60, 20);
        check(world);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 60})
    void a_join_costs_one_message_and_a_request_two_however_many_hubs_and_plugins_there_are(int hubs) {
        SimulatedWorld world = world(7, hubs, 20);
        SimulatedHub asks = Objects.requireNonNull(world.hubs.get("hub-0"));
        SimulatedHub answers = Objects.requireNonNull(world.hubs.get("hub-1"));
        world.sent.clear();
        answers.connect("newcomer");
        world.runMillis(500);
        SimulatedPlugin from = asks.plugins.values().iterator().next();
        SimulatedRequest request = asks.request(from, "newcomer");
        world.runMillis(10_000);

        assertThat(request.ended).isEqualTo(1);
        assertThat(request.failed).isFalse();
        assertThat(world.sent.get(ClusterMessage.Changes.class)).isEqualTo(1);
        assertThat(world.sent.get(ClusterMessage.Request.class)).isEqualTo(1);
        assertThat(world.sent.get(ClusterMessage.Reply.class)).isEqualTo(1);
        assertThat(world.sent).doesNotContainKeys(ClusterMessage.Ask.class, ClusterMessage.Snapshot.class);
        assertThat(world.sent.get(ClusterMessage.Beat.class)).isBetween(10 * hubs, 12 * hubs);
        assertThat(world.sent.get(ClusterMessage.Ping.class)).isBetween(10 * hubs, 12 * hubs);
    }

    private SimulatedWorld world(long seed, int hubs, int plugins) {
        SimulatedWorld world = new SimulatedWorld(seed);
        for (int i = 0; i < hubs; i++) {
            SimulatedHub hub = new SimulatedHub(world, "hub-" + i, messages, requests);
            world.hubs.put(hub.name(), hub);
            world.laterMillis(world.random.nextInt(1000), () -> hub.link(true));
            for (int each = 0; each < plugins; each++) {
                String plugin = "plugin-" + i + "-" + each;
                world.laterMillis(world.random.nextInt(2000), () -> hub.connect(plugin));
            }
        }
        world.runMillis(3000);
        return world;
    }

    /** What happens in each tenth of a second of trouble. */
    private static void trouble(SimulatedWorld world, int seconds, int changes) {
        world.link(0.05, 0.05, 30);
        List<SimulatedHub> hubs = List.copyOf(world.hubs.values());
        for (int tenth = 0; tenth < 10 * seconds; tenth++) {
            if (tenth % 100 == 10) {
                world.cut(hubs.size() > 10 ? 10 : 2);
            } else if (tenth % 100 == 60) {
                world.heal();
            }
            for (int i = 0; i < changes; i++) {
                change(world, hubs.get(world.random.nextInt(hubs.size())));
            }
            world.runMillis(100);
        }
        world.heal();
        world.link(0, 0, 1);
        hubs.forEach(hub -> hub.link(true));
        world.runMillis(CALM_MILLIS);
    }

    private static void change(SimulatedWorld world, SimulatedHub hub) {
        int chance = world.random.nextInt(1000);
        if (chance < 2) {
            hub.restart();
        } else if (chance < 6) {
            hub.link(false);
            world.laterMillis(world.random.nextInt(5000), () -> hub.link(true));
        } else if (chance < 60) {
            // Names that several hubs get, at the same time or later.
            hub.connect("wanted-" + world.random.nextInt(10));
        } else if (chance < 100) {
            plugin(world, hub).ifPresent(hub::disconnect);
        } else if (chance < 140) {
            hub.connect("plugin-" + hub.name().substring(4) + "-" + world.random.nextInt(8));
        } else {
            SimulatedHub other = world.hubs.get("hub-" + world.random.nextInt(world.hubs.size()));
            String target = plugin(world, other).map(plugin -> plugin.name).orElse("absent");
            plugin(world, hub).ifPresent(from -> {
                SimulatedRequest unused = hub.request(from, target);
            });
        }
    }

    private static Optional<SimulatedPlugin> plugin(SimulatedWorld world, SimulatedHub hub) {
        List<SimulatedPlugin> plugins = new ArrayList<>(hub.plugins.values());
        return plugins.isEmpty() ? Optional.empty() : Optional.of(plugins.get(world.random.nextInt(plugins.size())));
    }

    private static void check(SimulatedWorld world) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (SimulatedHub hub : world.hubs.values()) {
            assertThat(hub.refused).isZero();
            for (PluginPresence plugin : hub.protocol.presences()) {
                assertThat(owners.put(plugin.name(), hub.name()))
                        .as("two hubs have " + plugin.name())
                        .isNull();
            }
        }
        for (SimulatedHub hub : world.hubs.values()) {
            Map<String, String> seen = new HashMap<>(hub.cluster.remotePlugins());
            hub.protocol.presences().forEach(plugin -> seen.put(plugin.name(), hub.name()));
            assertThat(seen.equals(owners)).as(hub.name() + " agrees").isTrue();
            assertThat(hub.cluster.hubs()).hasSize(world.hubs.size() - 1);
            assertThat(hub.cluster.hubs()).allMatch(other -> other.asked() == 0 && other.served() == 0);
            for (SimulatedPlugin plugin : hub.plugins.values()) {
                assertThat(owners).containsKey(plugin.name);
                boolean has = hub.name().equals(owners.get(plugin.name));
                assertThat(has || plugin.notices > 0 || !hub.protocol.registry().isEmpty())
                        .isTrue();
            }
        }
        int failed = 0;
        for (SimulatedRequest request : world.requests) {
            assertThat(request.executed).isLessThanOrEqualTo(1);
            boolean waits = request.requester.connected;
            assertThat(request.ended).isLessThanOrEqualTo(1).isGreaterThanOrEqualTo(waits ? 1 : 0);
            failed += request.failed ? 1 : 0;
        }
        assertThat(world.requests.size()).isGreaterThan(500);
        assertThat(failed).isBetween(1, world.requests.size() * 9 / 10);
    }
}
