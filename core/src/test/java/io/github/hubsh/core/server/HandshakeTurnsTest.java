package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HandshakeTurnsTest {
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final HandshakeTurns turns = new HandshakeTurns((task, delay) -> loop.add(task));
    private final List<Integer> done = new ArrayList<>();

    @Test
    void a_crowd_has_a_few_steps_in_each_turn_of_the_loop() {
        for (int i = 0; i < 10; i++) {
            int step = i;
            turns.add(() -> done.add(step));
        }
        assertThat(done).isEmpty();
        assertThat(loop).hasSize(1);
        loop.remove().run();
        assertThat(done).containsExactly(0, 1, 2, 3);
        loop.remove().run();
        loop.remove().run();
        assertThat(done).hasSize(10).isSorted();
        assertThat(loop).isEmpty();
    }

    @Test
    void a_step_that_fails_leaves_the_others_their_turn() {
        turns.add(() -> {
            throw new IllegalStateException("no");
        });
        turns.add(() -> done.add(1));
        assertThatThrownBy(() -> loop.remove().run()).hasMessage("no");
        loop.remove().run();
        assertThat(done).containsExactly(1);
    }
}
