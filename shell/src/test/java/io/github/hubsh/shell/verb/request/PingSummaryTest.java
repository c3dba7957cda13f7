package io.github.hubsh.shell.verb.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several pings, and what is said of them. */
final class PingSummaryTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ShellBench bench = ShellBench.terminal();
    private final PingSummary summary = new PingSummary();

    /** Columns: what becomes of each ping in turn, and the summary. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer             | min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 1
            answer loss        | min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 1 of 2
            loss answer answer | min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 1 of 3
            """)
    void answers_and_losses_are_counted(String pings, String said) {
        ping(pings);

        summary.tell(bench.session.io().display());

        assertThat(summary.isAnswered()).isTrue();
        assertThat(bench.screen.messages()).isEqualTo(said + "\n");
    }

    @Test
    void where_none_is_answered_the_last_loss_is_the_error() {
        ping("loss loss");

        assertThat(summary.isAnswered()).isFalse();
        assertThatThrownBy(() -> summary.tell(bench.session.io().display())).hasMessage("no answer");
    }

    @Test
    void what_is_no_loss_ends_it() {
        bench.session.network.onPing = () -> {
            throw new ShellException(Problem.HUB_LOST, "the hub is gone");
        };

        assertThatThrownBy(() -> summary.add(bench.session.network, "hub", TIMEOUT))
                .hasMessage("the hub is gone");
        assertThat(summary.isAnswered()).isFalse();
    }

    /** Columns: a line, its exit code, and the beginning of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ping hub --count 0               | 2 | error: expected a whole number from 1 for --count, found '0'
            ping hub --count 1               | 0 |
            ping hub --count 3               | 0 | min 1.2 ms  avg 1.2 ms  max 1.2 ms  lost 0 of 3
            ping microdrop.dropbot           | 5 | error: microdrop.dropbot ping: no answer within 5 s
            ping microdrop.dropbot --count 2 | 5 | error: microdrop.dropbot ping: no answer within 5 s
            """)
    void the_verb_sums_up_several(String line, int status, String begin) {
        assertThat(bench.run(line)).isEqualTo(status);

        assertThat(bench.screen.messages()).startsWith(begin == null ? "" : begin);
        assertThat(bench.screen.messages().isEmpty()).isEqualTo(begin == null);
    }

    @Test
    void pings_that_are_stopped_before_an_answer_have_no_summary() {
        bench.session.network.onPing = () -> {
            throw ShellException.interrupted("stopped");
        };

        assertThat(bench.run("ping hub --count 3")).isEqualTo(130);

        assertThat(bench.screen.messages()).doesNotContain("min ", "defect", "java.");
    }

    private void ping(String pings) {
        Iterator<String> each = Arrays.asList(pings.split(" ")).iterator();
        bench.session.network.onPing = () -> {
            if (each.next().equals("loss")) {
                throw new ShellException(Problem.TIMEOUT, "no answer");
            }
        };
        while (each.hasNext()) {
            summary.add(bench.session.network, "hub", TIMEOUT);
        }
    }
}
