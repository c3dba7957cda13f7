package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class TargetCheckTest {
    private static final long START = Long.MAX_VALUE - 1;

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void a_target_that_is_registered_passes_with_one_question() {
        check(() -> List.of("pump", "heater")).requireRegistered();

        assertThat(questions).hasValue(1);
    }

    @Test
    void a_target_that_is_not_registered_is_no_such_plugin() {
        TargetCheck check = check(() -> List.of("heater"));

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(check::requireRegistered)
                .satisfies(missing -> assertThat(missing.problem()).isEqualTo(Problem.NO_SUCH_PLUGIN))
                .withMessage("no such plugin is registered");
    }

    @Test
    void a_hub_that_does_not_answer_does_not_end_the_wait() {
        TargetCheck check = check(() -> {
            throw new HubUnreachableException("no hub answers");
        });
        Runnable unused = check.during(START);

        check.waiting(START + TargetCheck.DELAY_NANOS);
        assertThat(questions).hasValue(1);
        assertThatExceptionOfType(HubUnreachableException.class).isThrownBy(check::requireRegistered);
    }

    @Test
    void while_waiting_it_asks_once_and_not_at_once() {
        TargetCheck check = check(() -> List.of("pump"));
        Runnable waitFunction = check.during(START);

        check.waiting(START + TargetCheck.DELAY_NANOS - 1);
        assertThat(questions).hasValue(0);
        check.waiting(START + TargetCheck.DELAY_NANOS);
        check.waiting(START + 2 * TargetCheck.DELAY_NANOS);

        assertThat(questions).hasValue(1);
        waitFunction.run();
        assertThat(questions).hasValue(1);
    }

    @Test
    void while_waiting_for_a_missing_target_the_wait_ends() {
        TargetCheck check = check(List::of);
        Runnable unused = check.during(START);

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> check.waiting(START + TargetCheck.DELAY_NANOS));
    }

    private TargetCheck check(Supplier<Collection<String>> registered) {
        return new TargetCheck("pump", () -> {
            questions.incrementAndGet();
            return registered.get();
        });
    }
}
