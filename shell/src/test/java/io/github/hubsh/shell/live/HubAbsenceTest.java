package io.github.hubsh.shell.live;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions whose hub is not there, not yet, or not any more. */
final class HubAbsenceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path locks;

    private LiveBench bench;

    @BeforeEach
    void start() {
        bench = new LiveBench(locks);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void no_hub_cannot_be_connected_to() {
        bench.hub.close();
        LiveSession session = bench.session();
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(session::network)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.CANNOT_CONNECT))
                .withMessageContaining(bench.hub.queryUri());
    }

    @Test
    void a_hub_that_dies_is_lost_and_one_that_comes_back_is_joined_again() {
        LiveSession session = bench.session();
        session.hub().network();
        bench.hub.close();
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> session.hub()
                        .network()
                        .send(request(Duration.ofMillis(100)))
                        .await())
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.HUB_LOST));

        bench.hub.reset();
        assertThat(session.hub().network().send(request(TIMEOUT)).await().value())
                .isEqualTo("pong");
    }

    @Test
    void a_listener_hears_of_the_loss_and_the_return_and_then_of_what_is_broadcast() {
        LiveSession session =
                bench.session(new SessionSettings(bench.hub.queryUri(), null, TIMEOUT, TIMEOUT, List.of(), false));
        try (BroadcastStream heard = session.hub().network().listen(BroadcastFilter.EVERYTHING)) {
            List<HubEvent.Kind> kinds = new ArrayList<>();
            bench.hub.close();
            eventually(() -> takes(heard, kinds).contains(HubEvent.Kind.LOST), TIMEOUT);
            assertThat(session.joined()).isNull();
            bench.hub.reset();
            eventually(() -> takes(heard, kinds).contains(HubEvent.Kind.BACK), TIMEOUT);
            assertThat(kinds).containsExactly(HubEvent.Kind.LOST, HubEvent.Kind.BACK);
            eventually(
                    () -> {
                        session.network().send(request(TIMEOUT)).await();
                        return heard.next(Duration.ofMillis(50)) != null;
                    },
                    TIMEOUT);
        }
    }

    @Test
    void a_listener_ends_when_the_hub_is_not_back_in_time() {
        LiveSession session = bench.session(new SessionSettings(
                bench.hub.queryUri(), null, Duration.ofSeconds(2), Duration.ZERO, List.of(), false));
        try (BroadcastStream heard = session.hub().network().listen(BroadcastFilter.EVERYTHING)) {
            bench.hub.close();
            assertThatExceptionOfType(ShellException.class)
                    .isThrownBy(() ->
                            eventually(() -> takes(heard, new ArrayList<>()).contains(HubEvent.Kind.OVERDUE), TIMEOUT))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.HUB_LOST))
                    .withMessageContaining("not back in time");
        }
    }

    @Test
    void it_waits_for_a_hub_and_for_plugins_as_long_as_it_is_set_to() {
        bench.hub.close();
        SessionSettings patient = new SessionSettings(
                bench.hub.queryUri(), null, Duration.ofSeconds(5), TIMEOUT, List.of("plugin_b"), false);
        Thread late = new Thread(() -> {
            bench.hub.reset();
            Plugin plugin = new Plugin("plugin_b", bench.hub.queryUri());
            bench.connect(plugin);
        });
        late.start();
        assertThat(bench.session(patient).hub().network().peers().plugins()).contains("plugin_b");
    }

    @Test
    void a_plugin_that_does_not_come_is_a_timeout_that_names_it() {
        SessionSettings impatient = new SessionSettings(
                bench.hub.queryUri(), null, Duration.ofSeconds(5), Duration.ofMillis(50), List.of("plugin_b"), false);
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(bench.session(impatient)::network)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.TIMEOUT))
                .withMessageContaining("plugin_b");
    }

    private static Request request(Duration timeout) {
        return new Request("lab", "ping", Map.of(), Payload.JSON, false, timeout);
    }

    private static List<HubEvent.Kind> takes(BroadcastStream heard, List<HubEvent.Kind> kinds) {
        var unused = heard.next(Duration.ofMillis(50));
        heard.hubEvents().forEach(event -> kinds.add(event.kind()));
        return kinds;
    }
}
