package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code test --watch}: runs follow changes until an interruption. */
final class TestWatchTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private final List<String> events = new ArrayList<>();

    @Test
    void a_run_that_fails_is_followed_by_the_next_change_and_ctrl_c_ends_it() {
        TestWatch watch = new TestWatch(bench.session.io().display(), this::change);

        assertThatThrownBy(() -> watch.run(this::tests)).hasMessageContaining("stopped");

        assertThat(events).containsExactly("run", "change", "run", "change");
        assertThat(bench.err()).contains("1 of 2 tests failed\n", "waiting for a change; Ctrl-C ends it\n");
    }

    private Outcome tests() {
        events.add("run");
        if (events.size() == 1) {
            throw new ShellException(Problem.ASSERTION_FAILED, "1 of 2 tests failed");
        }
        return Outcome.NOTHING;
    }

    private void change() {
        events.add("change");
        if (events.size() == 4) {
            throw ShellException.interrupted("stopped");
        }
    }
}
