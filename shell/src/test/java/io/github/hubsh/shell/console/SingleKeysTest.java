package io.github.hubsh.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SingleKeysTest {
    private final Keyboard keyboard = new Keyboard();
    private final SingleKeys keys = new SingleKeys(keyboard);

    /** A keyboard on which all was typed already; behind that, it is gone. */
    private static final class Keyboard implements KeySource {
        final Deque<String> typed = new ArrayDeque<>();
        boolean there = true;
        int open;

        @Override
        public boolean open() {
            open++;
            return there;
        }

        @Override
        public @Nullable String read() {
            return typed.poll();
        }

        @Override
        public void close() {
            open--;
        }
    }

    @Test
    void each_key_comes_alone_and_a_sequence_as_a_whole() {
        keyboard.typed.addAll(List.of("", "ns", "", "\u001b[A", "\u001b"));

        assertThat(keys.next()).isEqualTo("n");
        assertThat(keys.next()).isEqualTo("s");
        assertThat(keys.next()).isEqualTo("\u001b[A");
        assertThat(keys.next()).isEqualTo("\u001b");
        assertThat(keyboard.open).isZero();
    }

    @Test
    void a_terminal_that_goes_away_is_no_answer() {
        assertThatThrownBy(keys::next)
                .isInstanceOfSatisfying(
                        ShellException.class,
                        gone -> assertThat(gone.isInterruption()).isTrue());
        assertThat(keyboard.open).isZero();
    }

    @Test
    void ctrl_c_ends_the_waiting() {
        keyboard.typed.add("");
        Thread.currentThread().interrupt();

        assertThatThrownBy(keys::next)
                .isInstanceOfSatisfying(
                        ShellException.class, stop -> assertThat(stop.text()).isEqualTo("stopped"));
        assertThat(Thread.interrupted()).isFalse();
        assertThat(keyboard.open).isZero();
    }

    @Test
    void a_terminal_without_keys_and_a_job_in_the_background_have_errors_of_their_own() {
        assertThat(CompletableFuture.supplyAsync(this::problem).join()).isEqualTo(Problem.USAGE);
        keyboard.there = false;
        assertThat(problem()).isEqualTo(Problem.USAGE);
        assertThat(keyboard.typed).isEmpty();
    }

    private Problem problem() {
        try {
            keys.next();
            throw new AssertionError("there was a key");
        } catch (ShellException refused) {
            return refused.problem();
        }
    }
}
