package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that is lost, again and again, and the news of it. */
final class ConnectionKeeperTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofNanos(1);
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final FakeConnection connection = new FakeConnection();
    private final ConnectionKeeper keeper = keeper(SHORT);

    @AfterEach
    void end() {
        keeper.end("test over");
    }

    @Test
    void what_is_under_way_fails_first_and_attempts_follow_until_one_succeeds() {
        keeper.begin();
        connection.failures.set(2);
        keeper.lost("gone");
        eventually(keeper::isConnected, TIMEOUT);
        eventually(() -> events.contains("recovered"), TIMEOUT);
        assertThat(events)
                .containsExactly("lose gone", "discard", "lost gone", "failed", "failed", "connected", "recovered");
    }

    @Test
    void a_loss_is_reported_once_and_only_of_a_connection_that_is_looked_after() {
        keeper.lost("too early");
        assertThat(events).isEmpty();
        ConnectionKeeper waiting = keeper(ENDLESS);
        waiting.begin();
        waiting.lost("gone");
        waiting.lost("gone again");
        eventually(() -> events.contains("lost gone"), TIMEOUT);
        assertThat(waiting.isConnected()).isFalse();
        waiting.end("closed");
        waiting.lost("too late");
        assertThat(events).containsExactly("lose gone", "discard", "lost gone", "cancel closed");
    }

    @Test
    void a_connection_that_was_lost_before_it_was_looked_after_is_made_again() {
        connection.loss = "broke early";
        keeper.begin();
        eventually(() -> events.contains("recovered"), TIMEOUT);
        assertThat(events).startsWith("lose broke early", "discard", "lost broke early");
    }

    @Test
    void losses_that_follow_at_once_are_reported_one_after_the_other() {
        keeper.begin();
        for (int i = 0; i < 50; i++) {
            eventually(keeper::isConnected, TIMEOUT);
            keeper.lost("gone");
        }
        eventually(() -> events.stream().filter("recovered"::equals).count() == 50, TIMEOUT);
        List<String> reported = events.stream()
                .filter(event -> event.equals("recovered") || event.equals("lost gone"))
                .toList();
        for (int i = 0; i < reported.size(); i++) {
            assertThat(reported.get(i)).isEqualTo(i % 2 == 0 ? "lost gone" : "recovered");
        }
    }

    @Test
    void who_waits_for_the_connection_makes_the_next_attempt_begin() {
        ConnectionKeeper patient = keeper(ENDLESS);
        patient.begin();
        patient.lost("gone");
        patient.await(TIMEOUT);
        assertThat(patient.isConnected()).isTrue();
    }

    @Test
    void who_has_no_time_to_wait_still_gets_the_result_of_one_attempt() {
        ConnectionKeeper patient = keeper(ENDLESS);
        patient.begin();
        connection.failures.set(Integer.MAX_VALUE);
        patient.lost("gone");
        assertThatThrownBy(() -> patient.await(Duration.ZERO))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessage("no hub listens");
        patient.end("closed");
        assertThatThrownBy(() -> patient.await(TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessage("closed");
    }

    @Test
    void a_hub_that_has_other_keys_is_known_as_one() {
        ConnectionKeeper patient = keeper(ENDLESS);
        patient.begin();
        connection.failure = new SecurityMismatchException("not one of the keys");
        connection.failures.set(Integer.MAX_VALUE);
        patient.lost("gone");
        assertThatThrownBy(() -> patient.await(Duration.ZERO))
                .isInstanceOf(SecurityMismatchException.class)
                .hasMessage("not one of the keys");
        patient.end("closed");
        assertThatThrownBy(() -> patient.await(TIMEOUT)).isExactlyInstanceOf(HubUnreachableException.class);
    }

    @Test
    void an_interrupted_thread_waits_no_longer() {
        ConnectionKeeper patient = keeper(ENDLESS);
        patient.begin();
        connection.failures.set(Integer.MAX_VALUE);
        patient.lost("gone");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> patient.await(TIMEOUT)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        patient.end("closed");
    }

    @Test
    void a_listener_that_throws_disturbs_neither_the_others_nor_the_connection() {
        ConnectionKeeper careful = new ConnectionKeeper(
                "me", connection, new ReconnectBackoff(SHORT, SHORT, () -> 1), failure -> events.add("reported"));
        careful.add(new ConnectionListener() {
            @Override
            public void lost(String reason) {
                throw new IllegalStateException("careless");
            }

            @Override
            public void recovered() {
                throw new AssertionError("careless");
            }
        });
        Recorder recorder = new Recorder();
        careful.add(recorder);
        careful.begin();
        careful.lost("gone");
        eventually(() -> events.contains("recovered"), TIMEOUT);
        assertThat(events)
                .containsExactly("lose gone", "discard", "reported", "lost gone", "connected", "reported", "recovered");
        careful.remove(recorder);
    }

    private ConnectionKeeper keeper(Duration pause) {
        ConnectionKeeper made = new ConnectionKeeper(
                "me", connection, new ReconnectBackoff(pause, pause, () -> 1), failure -> events.add("" + failure));
        made.add(new Recorder());
        return made;
    }

    private final class Recorder implements ConnectionListener {
        @Override
        public void lost(String reason) {
            events.add("lost " + reason);
        }

        @Override
        public void recovered() {
            events.add("recovered");
        }
    }

    private final class FakeConnection implements ConnectionKeeper.Connection {
        private final AtomicInteger failures = new AtomicInteger();
        private volatile String loss;
        private volatile HubUnreachableException failure = new HubUnreachableException("no hub listens");

        @Override
        public void lose(String reason) {
            events.add("lose " + reason);
        }

        @Override
        public void discard(BooleanSupplier wanted) {
            if (wanted.getAsBoolean()) {
                events.add("discard");
            }
        }

        @Override
        public boolean reconnect(Duration timeout, BooleanSupplier wanted) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            if (failures.get() > 0) {
                failures.decrementAndGet();
                events.add("failed");
                throw failure;
            }
            loss = null;
            events.add("connected");
            return true;
        }

        @Override
        public void cancel(String reason) {
            events.add("cancel " + reason);
        }

        @Override
        public String loss() {
            return loss;
        }
    }
}
