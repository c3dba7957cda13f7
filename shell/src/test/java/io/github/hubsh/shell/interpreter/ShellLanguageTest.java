package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ScriptFile;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language as verbs see it. A line break is an arrow. */
final class ShellLanguageTest {
    private final ShellBench bench = ShellBench.pipe();
    private final ShellLanguage language = new ShellLanguage(bench.session);
    private final List<String> results = new ArrayList<>();

    @BeforeEach
    void makeAnAlias() {
        bench.session.memory().aliases().configure(Map.of("led", "x plugin_a do_thing"));
    }

    /** Columns: target, command, options and arguments; the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            plugin_a ¦ do_thing ¦ ``           ¦ {}              ¦ execute plugin_a do_thing
            plugin_a ¦ do_thing ¦ ``           ¦ {"x":1,"y":"a b"} ¦ execute plugin_a do_thing x=1 y='a b'
            plugin_a ¦ do_thing ¦ ` --silent`  ¦ {"x":1}         ¦ execute plugin_a do_thing --silent x=1
            my pump  ¦ to well  ¦ ``           ¦ {}              ¦ execute 'my pump' 'to well'
            -        ¦ -x       ¦ ``           ¦ {}              ¦ execute '-' '-'x
            --raw    ¦ -a b     ¦ ``           ¦ {}              ¦ execute '-'-raw '-''a b'
            """)
    void a_request_is_written_as_a_line_that_sends_it(
            String target, String command, String options, String arguments, String line) throws Exception {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) Json.parse(arguments)).forEach((name, value) -> values.put(String.valueOf(name), value));

        String written = language.execute(target, command, options, values);

        assertThat(written).isEqualTo(line);
        Arguments parsed = LineParser.parse(written).get(0).arguments();
        assertThat(parsed.operand(0)).isEqualTo(target);
        assertThat(parsed.operand(1)).isEqualTo(command);
        assertThat(parsed.items()).hasSize(values.size());
    }

    /** Columns: the lines; what they show; the error with its place; how many requests were sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            led x=1                              ¦ {"x":1}         ¦ -                                   ¦ 1
            led x=1; led x=2↵led x=3             ¦ {"x":1} {"x":2} {"x":3} ¦ -                           ¦ 3
            ``                                   ¦ -               ¦ -                                   ¦ 0
            `# nothing↵↵`                        ¦ -               ¦ -                                   ¦ 0
            led x:='{↵"a":1}'↵led x=2            ¦ {"x":{"a":1}} {"x":2} ¦ -                             ¦ 2
            led x=1↵↵nonsense                    ¦ -               ¦ a.hubsh:3 USAGE there is no verb 'nonsense'        ¦ 0
            led x=1↵led x=1 y:='[1,↵2,,]'        ¦ -               ¦ a.hubsh:3 USAGE expected            ¦ 0
            led x=1↵x plugin_a fail↵led x=2      ¦ {"x":1}         ¦ a.hubsh:2 REMOTE_ERROR ValueError: too much ¦ 2
            led x=1; x plugin_a sleep; led x=2   ¦ {"x":1}         ¦ a.hubsh:1 TIMEOUT no reply within 5 s ¦ 2
            led x=1↵exit↵led x=2                 ¦ {"x":1}         ¦ -                                   ¦ 1
            led x=1; exit; led x=2               ¦ {"x":1}         ¦ -                                   ¦ 1
            led x=1↵exit 3↵led x=2               ¦ {"x":1}         ¦ exit 3                              ¦ 1
            led x=1↵exit 0↵led x=2               ¦ {"x":1}         ¦ exit 0                              ¦ 1
            """)
    void a_file_runs_to_its_end_or_the_first_failure(String text, String shown, String error, int sent) {
        String failed = "-";
        try {
            language.run(new ScriptFile("a.hubsh", lines(text), false), bench.session, this::keep);
        } catch (ShellException wrong) {
            failed = wrong.isExit()
                    ? "exit " + wrong.exitCode()
                    : wrong.source() + " " + wrong.problem() + " " + wrong.text();
        }

        assertThat(results.isEmpty() ? "-" : String.join(" ", results)).isEqualTo(shown);
        assertThat(failed).startsWith(error);
        assertThat(bench.session.network.sent).hasSize(sent);
        assertThat(bench.screen.data()).isEmpty();
    }

    @Test
    void an_echo_shows_each_line_before_it_runs() {
        ScriptFile file = new ScriptFile("a.hubsh", "led x=1\n\nled pin=1234; led y=1\n", true);

        language.run(file, bench.session, outcome -> {
            keep(outcome);
            results.add(bench.screen.messages());
        });

        assertThat(results)
                .containsExactly(
                        "{\"x\":1}",
                        "> led x=1\n",
                        "{\"pin\":1234}",
                        "> led x=1\n> …\n",
                        "{\"y\":1}",
                        "> led x=1\n> …\n");
    }

    @Test
    void a_file_may_use_what_its_own_lines_make() {
        language.run(new ScriptFile("a.hubsh", "let v=5\nr = led x=$v\n$r\n", false), bench.session, this::keep);

        assertThat(results).containsExactly("{\"x\":5}");
    }

    @Test
    void what_a_file_shows_is_no_result_of_the_prompt() {
        language.run(new ScriptFile("a.hubsh", "led x=1\n", false), bench.session, this::keep);

        assertThat(bench.session.memory().variables().has("_")).isFalse();
    }

    /** Columns: the line; what it shows; the error. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            led x=1; led x=2             ¦ {"x":1} {"x":2} ¦ -
            led x=1; x plugin_a fail; led x=2 ¦ {"x":1}    ¦ REMOTE_ERROR ValueError: too much
            led x=1; nonsense            ¦ -               ¦ USAGE there is no verb 'nonsense'
            """)
    void a_line_runs_to_its_end_or_the_first_failure(String line, String shown, String error) {
        String failed = "-";
        try {
            language.run(line, bench.session, this::keep);
        } catch (ShellException wrong) {
            assertThat(wrong.source()).isNull();
            failed = wrong.problem() + " " + wrong.text();
        }

        assertThat(results.isEmpty() ? "-" : String.join(" ", results)).isEqualTo(shown);
        assertThat(failed).startsWith(error);
    }

    @Test
    void a_condition_knows_the_variables() {
        bench.run("let limit=5");

        assertThat(language.condition(word(". > $limit")).holds(6L)).isTrue();
        assertThat(language.condition(word(". > $limit")).holds(5L)).isFalse();
        assertThatThrownBy(() -> language.condition(word(". >")))
                .isInstanceOfSatisfying(
                        ShellException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(Problem.USAGE));
    }

    @Test
    void a_statement_in_another_is_run_on_the_session_it_is_given() {
        ShellBench other = ShellBench.pipe();
        List<Word> words =
                LineParser.parse("watch 2s x plugin_a list").get(0).arguments().operandsFrom(1);

        assertThat(language.statement(words, other.session).run().results()).hasSize(1);
        assertThat(language.statement(words, other.session).text()).isEqualTo("execute plugin_a list");
        assertThat(other.session.network.sent).hasSize(1);
        assertThat(bench.session.network.sent).isEmpty();
    }

    private void keep(Outcome outcome) {
        if (!(outcome instanceof Outcome.Exit)) {
            results.add(outcome instanceof Outcome.Value value ? Json.write(value.value()) : outcome.toString());
        }
    }

    private static String lines(String text) {
        return text.replace('↵', '\n');
    }

    private static Word word(String text) {
        return LineParser.parse("ping '" + text + "'").get(0).arguments().operandWord(0);
    }
}
