package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one run of a statement inside another gives. */
final class RepeatedStatementTest {
    private final ShellBench bench = ShellBench.pipe();

    /** Columns: the statement; its results; its messages; its error. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a do_thing x=1        ¦ {"x":1} ¦ - ¦ -
            x plugin_a list | jq .[].name  ¦ "e1" "electrode043" ¦ - ¦ -
            x plugin_a list | count        ¦ 2 ¦ - ¦ -
            x plugin_a nothing             ¦ null ¦ - ¦ -
            x plugin_a bytes               ¦ "AGhp" ¦ - ¦ -
            x plugin_a list | !wc -l       ¦ text 1 ¦ - ¦ -
            x plugin_a list | !seq 2 1>&2  ¦ - ¦ 1↵2 ¦ -
            x plugin_a fail                ¦ - ¦ - ¦ REMOTE_ERROR ValueError: too much
            x plugin_a sleep               ¦ - ¦ - ¦ TIMEOUT no reply within 5 s
            x nowhere do_thing             ¦ - ¦ - ¦ NO_SUCH_PLUGIN no plugin of that name is at the hub
            x plugin_a list | !exit 3      ¦ - ¦ - ¦ COMMAND_FAILED exit 3 ended with exit code 3
            x plugin_a list | select volts ¦ - ¦ - ¦ BAD_DATA the result has no column 'volts'
            """)
    void results_messages_and_errors_are_caught(String line, String results, String notes, String error) {
        StatementResult result = repeated(line).run();

        assertThat(results(result)).isEqualTo(results);
        assertThat(result.notes().isEmpty() ? "-" : String.join("↵", result.notes()))
                .isEqualTo(notes);
        ShellException failed = result.error();
        assertThat(failed == null ? "-" : failed.problem() + " " + failed.text())
                .isEqualTo(error);
        assertThat(bench.screen.data() + bench.screen.messages()).isEmpty();
    }

    @Test
    void bytes_stay_bytes() {
        Bytes bytes = Bytes.of((byte) 0, (byte) 200);
        bench.session.network.answers("read", bytes);

        assertThat(repeated("x plugin_a read | bytes").run().results()).containsExactly(new Outcome.Binary(bytes));
    }

    @Test
    void a_run_uses_the_variables_as_they_are_now() {
        RepeatedStatement statement = repeated("x plugin_a do_thing x=$v");
        bench.run("let v=1");
        assertThat(results(statement.run())).isEqualTo("{\"x\":1}");
        bench.run("let v=2");
        assertThat(results(statement.run())).isEqualTo("{\"x\":2}");
    }

    /** Columns: a statement that can never work; its error. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a do_thing x=$_      ¦ USAGE ¦ there is no result $_
            x plugin_a do_thing x=$nothing ¦ USAGE ¦ there is no variable $nothing
            """)
    void a_misuse_ends_the_repetition(String line, Problem problem, String text) {
        RepeatedStatement statement = repeated(line);

        assertThatThrownBy(statement::run).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(problem);
            assertThat(wrong.text()).isEqualTo(text);
        });
    }

    @Test
    void an_interruption_ends_the_repetition() {
        bench.session.network.answers("read", ShellException.interrupted("stopped waiting"));
        RepeatedStatement statement = repeated("x plugin_a read");

        assertThatThrownBy(statement::run).isInstanceOf(ShellException.class).hasMessage("stopped waiting");
    }

    @Test
    void a_run_has_at_most_10000_results() {
        bench.session.network.answers("rows", Collections.nCopies(10_000, 1L), Collections.nCopies(10_001, 1L));
        RepeatedStatement statement = repeated("x plugin_a rows | jq .[]");

        assertThat(statement.run().results()).hasSize(10_000);
        assertThatThrownBy(statement::run).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.text()).isEqualTo("more than 10000 results in one run");
            assertThat(wrong.hint()).isEqualTo("take fewer: | head 10, or tail --count 10");
        });
    }

    @Test
    void a_run_has_at_most_20_messages() {
        assertThat(repeated("x plugin_a list | !seq 30 1>&2").run().notes())
                .hasSize(20)
                .startsWith("1")
                .endsWith("20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x plugin_a do_thing x=1     ¦ execute plugin_a do_thing x=1
            `ping hub|jq .target`       ¦ ping hub | jq .target
            """)
    void its_text_is_a_line(String line, String text) {
        assertThat(repeated(line).text()).isEqualTo(text);
    }

    private RepeatedStatement repeated(String line) {
        return new RepeatedStatement(LineParser.parse(line).get(0), bench.session);
    }

    private static String results(StatementResult result) {
        List<String> texts = result.results().stream()
                .map(each -> each instanceof Outcome.Value value
                        ? Json.write(value.value())
                        : each instanceof Outcome.Text text
                                ? "text " + String.join("↵", text.lines()).strip()
                                : each.toString())
                .toList();
        return texts.isEmpty() ? "-" : String.join(" ", texts);
    }
}
