package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ServerMemoryTest {
    private static final long LIMIT = 8 << 20;

    private final MemoryBudget budget = new MemoryBudget(LIMIT);
    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final ServerMemory memory = new ServerMemory(budget, (task, nanos) -> timers.add(task));
    private final List<String> disconnected = new ArrayList<>();

    @Test
    void no_peer_is_disconnected_while_the_budget_is_kept() {
        new FakeHolder("one", 0, LIMIT);
        memory.enforce();
        assertThat(disconnected).isEmpty();
    }

    @Test
    void the_largest_go_until_the_rest_fits() {
        new FakeHolder("small", LIMIT / 4, 0);
        new FakeHolder("largest", LIMIT / 2, LIMIT / 2);
        new FakeHolder("large", 0, LIMIT * 3 / 4);
        memory.enforce();
        assertThat(disconnected).containsExactly("largest");
        memory.enforce();
        assertThat(disconnected).containsExactly("largest");
    }

    @Test
    void who_waits_for_memory_is_looked_after_until_it_need_not_wait() {
        FakeHolder first = new FakeHolder("first", 0, 0);
        FakeHolder second = new FakeHolder("second", 0, 0);
        memory.changed(first, 0, LIMIT / 2);
        assertThat(timers).isEmpty();
        memory.changed(second, 0, LIMIT / 2);
        assertThat(second.paused).isTrue();
        memory.changed(first, LIMIT / 2, 0);
        timers.remove().run();
        assertThat(second.paused).isFalse();
        assertThat(timers).isEmpty();
    }

    private final class FakeHolder implements ServerMemory.Holder {
        private final String name;
        private final long held;
        private final long unsent;
        private boolean paused;

        FakeHolder(String name, long held, long unsent) {
            this.name = name;
            this.held = held;
            this.unsent = unsent;
            budget.take(held + unsent);
            memory.add(this);
        }

        @Override
        public long heldBytes() {
            return held;
        }

        @Override
        public long unsentBytes() {
            return unsent;
        }

        @Override
        public void disconnect(String reason) {
            assertThat(reason).contains("budget");
            disconnected.add(name);
            budget.give(held + unsent);
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }
    }
}
