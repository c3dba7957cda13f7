package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.LineText;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments to plan. */
final class RunPlanTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                           | terminal | PROMPT      |       |       |
            ''                           | pipe     | STDIN       |       |       |
            --hub tcp://h:1              | terminal | PROMPT      |       |       |
            ping hub                     | terminal | STATEMENTS  |       |       |
            ping hub                     | pipe     | STATEMENTS  |       |       |
            -c status                    | terminal | LINES       | status |      |
            -c status -c jobs -f a       | pipe     | LINES       | status jobs | a |
            -f a -f b --keep-going       | terminal | LINES       |       | a b   | keeps
            --keep-going ping hub        | pipe     | STATEMENTS  |       |       | keeps
            demo                         | terminal | PROMPT      |       |       | demo
            demo                         | pipe     | STDIN       |       |       | demo
            demo tcp://h:1               | pipe     | STDIN       |       |       | demo
            demo -c status               | terminal | LINES       | status |      | demo
            demo -f a --keep-going       | pipe     | LINES       |       | a     | demo keeps
            --keep-going demo -c status  | pipe     | LINES       | status |      | demo keeps
            --echo -f a                  | pipe     | LINES       |       | a     | echoes
            demo -f a --echo             | pipe     | LINES       |       | a     | demo echoes
            --echo demo                  | pipe     | STDIN       |       |       | demo echoes
            demo ; ping hub              | terminal | STATEMENTS  |       |       |
            hub                          | terminal | STATEMENTS  |       |       |
            js 1                         | terminal | STATEMENTS  |       |       |
            js 1                         | pipe     | STATEMENTS  |       |       |
            """)
    void an_invocation_has_a_plan(
            String arguments, String where, RunPlan.Source source, String lines, String files, String also) {
        RunPlan plan = plan(where.equals("terminal"), arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));

        assertThat(plan.source()).isEqualTo(source);
        assertThat(texts(plan.lines())).isEqualTo(text(lines));
        assertThat(texts(plan.files())).isEqualTo(text(files));
        assertThat(plan.demo() != null).isEqualTo(text(also).contains("demo"));
        assertThat(plan.keepsGoing()).isEqualTo(text(also).contains("keeps"));
        assertThat(plan.echoes()).isEqualTo(text(also).contains("echoes"));
        assertThat(plan.statements().isEmpty()).isEqualTo(source != RunPlan.Source.STATEMENTS);
    }

    @Test
    void js_alone_is_a_prompt_and_needs_a_terminal() {
        RunPlan plan = plan(true, List.of("js"));

        assertThat(plan.source()).isEqualTo(RunPlan.Source.PROMPT);
        assertThat(plan.statements()).as("what begins it").hasSize(1);
        assertThatThrownBy(() -> plan(false, List.of("js"))).isInstanceOfSatisfying(ShellException.class, refused -> {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.remedy()).isEqualTo("js EXPR evaluates an expression, run FILE.js a file");
        });
    }

    @Test
    void a_verb_beside_lines_is_refused() {
        assertThatThrownBy(() -> plan(true, List.of("-c", "status", "ping", "hub")))
                .isInstanceOf(ShellException.class)
                .hasMessage("expected either -c and -f, or a verb");
        assertThatThrownBy(() -> plan(true, List.of("-f", "a", "demo"))).isInstanceOf(ShellException.class);
    }

    @Test
    void a_hub_beside_the_demo_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> plan(true, List.of("--hub", "tcp://h:1", "demo")))
                .isInstanceOfSatisfying(ShellException.class, refused -> {
                    assertThat(refused.exitCode()).isEqualTo(2);
                    assertThat(refused).hasMessage("the demo brings its own hub");
                    assertThat(refused.remedy())
                            .isEqualTo("to choose its address: demo tcp://h:1; to join a hub, leave demo out");
                });
    }

    @ParameterizedTest
    @CsvSource({"ping hub, false", "-c status, false", "-c save_x, true", "-f a, true", "demo, true", "'', true"})
    void only_lines_that_may_be_saved_are_kept_in_a_journal(String arguments, boolean keeps) {
        List<String> words = new ArrayList<>();
        for (String word : arguments.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }

        assertThat(plan(true, words).keepsJournal()).isEqualTo(keeps);
    }

    private static RunPlan plan(boolean atTerminal, List<String> arguments) {
        LineParser.ProgramLine parsed =
                LineParser.parseProgram(ProgramOptions.SYNTAX, LineText.ofProgramArguments(arguments));
        return RunPlan.of(parsed.options(), parsed.statements(Map.of()), atTerminal);
    }

    private static String texts(List<Word> words) {
        return String.join(" ", ProgramOptions.texts(words));
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
