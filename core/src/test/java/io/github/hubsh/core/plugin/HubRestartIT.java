package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.testkit.ReservedPorts;
import io.github.hubsh.core.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hub of the field, in a process of its own, that is killed and started again on the same query port. */
final class HubRestartIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void a_plugin_fails_what_is_under_way_registers_again_and_hears_again(Transport transport) {
        String uri = "tcp://127.0.0.1:" + ReservedPorts.next();
        try (Plugin plugin = new Plugin("ours", uri, SubscribeOptions.ALL, transport)) {
            plugin.onConnectionChange(new Recorder());
            plugin.onSubscribe(broadcast -> heard.add(broadcast.source()));
            plugin.command("wait", call -> {
                new java.util.concurrent.CountDownLatch(1).await();
                return null;
            });
            try (PythonPeer hub = PythonPeer.hub("--uri", uri)) {
                plugin.reset(TIMEOUT);
                awaitHeard(plugin);
                Thread killer = new Thread(() -> {
                    eventually(() -> !plugin.callbacks().isEmpty(), TIMEOUT);
                    hub.kill();
                });
                killer.start();
                assertThatThrownBy(() -> plugin.execute("ours", "wait", Map.of(), PATIENT))
                        .isInstanceOf(HubUnreachableException.class)
                        .hasMessageContaining("has closed the connection");
            }
            eventually(() -> news.contains("lost"), TIMEOUT);
            try (PythonPeer hub = PythonPeer.hub("--uri", uri)) {
                assertThat(hub.queryUri()).isEqualTo(uri);
                eventually(() -> news.contains("recovered"), TIMEOUT);
                assertThat(news).containsExactly("lost", "recovered");
                assertThat(plugin.registry()).containsOnlyKeys("ours");
                heard.clear();
                awaitHeard(plugin);
                assertThat(plugin.execute("ours", "ping", Map.of(), PATIENT)).isEqualTo("pong");
            }
        }
    }

    static Stream<Transport> transports() {
        return Stream.of(Transport.shared(), Transport.jeroMq());
    }

    private void awaitHeard(Plugin plugin) {
        eventually(
                () -> {
                    plugin.execute(plugin.hubName(), "ping", Map.of(), PATIENT);
                    return heard.contains("ours");
                },
                TIMEOUT);
    }

    private final class Recorder implements ConnectionListener {
        @Override
        public void lost(String reason) {
            news.add("lost");
        }

        @Override
        public void recovered() {
            news.add("recovered");
        }
    }
}
