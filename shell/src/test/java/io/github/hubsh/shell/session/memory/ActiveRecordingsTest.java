package io.github.hubsh.shell.session.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeNetwork;
import io.github.hubsh.shell.session.network.HubIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The recordings of a shell, and their ends. */
final class ActiveRecordingsTest {
    private final ActiveRecordings recordings = new ActiveRecordings();
    private final List<String> log = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void each_begin_and_each_end_is_one_change() {
        recordings.add(new Named("early", true));
        recordings.onChange(changes::incrementAndGet);
        ActiveRecording late = new Named("late", true);

        recordings.add(late);
        assertThat(recordings.areNone()).isFalse();
        assertThat(recordings.all()).extracting(Object::toString).containsExactly("early", "late");

        recordings.remove(late);
        recordings.remove(late);
        assertThat(changes).hasValue(2);
    }

    @Test
    void all_are_stopped_before_the_first_one_is_waited_for() {
        recordings.add(new Named("a", true));
        recordings.add(new Named("b", false));
        recordings.onChange(changes::incrementAndGet);

        assertThat(recordings.stopAll()).extracting(Object::toString).containsExactly("a", "b");

        assertThat(log).containsExactly("a stops", "b stops", "a ends within PT10S", "b ends within PT10S");
        assertThat(recordings.all()).extracting(Object::toString).containsExactly("b");
        assertThat(changes).hasValue(1);
    }

    @Test
    void with_a_network_they_leave_out_its_own_messages_and_hear_the_rest_first() {
        FakeNetwork network = new FakeNetwork();
        network.onPing = () -> log.add("asked");
        recordings.add(new Named("a", true));

        recordings.stopAll(network);

        assertThat(log).containsExactly("a leaves out hubsh-me", "asked", "a stops", "a ends within PT10S");
        assertThat(recordings.areNone()).isTrue();
    }

    @Test
    void where_none_runs_the_hub_is_not_asked() {
        FakeNetwork network = new FakeNetwork();
        network.onPing = () -> log.add("asked");

        assertThat(recordings.stopAll(network)).isEmpty();
        recordings.add(new Named("a", true));
        assertThat(recordings.stopAll(null)).hasSize(1);

        assertThat(log).containsExactly("a stops", "a ends within PT10S");
    }

    /** A recording that ends in time or not. */
    private final class Named implements ActiveRecording {
        private final String name;
        private final boolean ends;

        Named(String name, boolean ends) {
            this.name = name;
            this.ends = ends;
        }

        @Override
        public RecordingTotals totals() {
            return new RecordingTotals(name, 1, 0, 0, Duration.ZERO);
        }

        @Override
        public void leaveOut(HubIdentity own) {
            log.add(name + " leaves out " + own.ownName());
        }

        @Override
        public void stop() {
            log.add(name + " stops");
        }

        @Override
        public boolean awaitEnd(Duration timeout) {
            log.add(name + " ends within " + timeout);
            return ends;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
