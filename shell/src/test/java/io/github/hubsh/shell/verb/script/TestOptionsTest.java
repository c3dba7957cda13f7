package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of {@code test} make of a run of tests, and which do not fit together. */
final class TestOptionsTest {
    private static final TestPlan DEFAULTS =
            new TestPlan(null, 0, false, 1, Duration.ofSeconds(30), null, null, null, null, Set.of());

    private final ShellBench bench = ShellBench.terminal();

    @Test
    void by_default_each_test_of_this_folder_runs_once_and_may_take_half_a_minute() {
        assertThat(plan("test")).isEqualTo(DEFAULTS);

        assertThat(bench.program.scripting.calls).containsExactly("test []");
    }

    @Test
    void files_are_handed_on_in_the_order_typed() {
        assertThat(plan("test b.test.js folder 'a b.spec.js'")).isEqualTo(DEFAULTS);

        assertThat(bench.program.scripting.calls).containsExactly("test [b.test.js, folder, a b.spec.js]");
    }

    @Test
    void every_option_has_its_place_in_the_plan() {
        assertThat(plan("test --filter 'liquid|air' --retry 2 --bail --parallel 4 --timeout 5s"
                        + " --report-junit j.xml --report-tap t.tap --report-json - --report-html h.html"))
                .isEqualTo(new TestPlan(
                        "liquid|air", 2, true, 4, Duration.ofSeconds(5), "j.xml", "t.tap", "-", "h.html", Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "--update, UPDATE_SNAPSHOTS",
        "--pass-with-no-tests, PASS_WITH_NO_TESTS",
        "--github, GITHUB_ANNOTATIONS",
        "--watch, WATCH",
    })
    void each_mode_is_set_by_its_own_flag(String flag, TestMode mode) {
        assertThat(plan("test " + flag).modes()).containsExactly(mode);
    }

    @Test
    void modes_go_together() {
        assertThat(plan("test --watch --update --github --pass-with-no-tests").modes())
                .containsExactlyInAnyOrder(TestMode.values());
    }

    /** The caret of each line is given as the text that it points at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            test --filter '*x'      | '*x'      | Dangling meta character '*'
            test --filter 'ab[c'    | c'        | Unclosed character class
            test --filter 'a(b'     |           | Unclosed group
            test --filter 'a{9,1}'  | }'        | Illegal repetition range
            """)
    void a_filter_that_is_no_expression_is_pointed_into(String line, @Nullable String rest, String why) {
        assertThat(bench.run(line)).isEqualTo(2);

        List<String> lines = bench.screen.messages().lines().toList();
        assertThat(lines.get(0)).isEqualTo("error: expected a regular expression: " + why);
        int caret = lines.get(2).indexOf('^');
        assertThat(("  " + line).substring(caret)).isEqualTo(rest == null ? "" : rest);
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    /** Two reports to one file would leave only the second; one in the place of a test would destroy it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            test --report-junit r --report-tap r                 | --report-tap
            test --report-tap r --report-html ./x/../r           | --report-html
            test --report-html r --report-json r                 | --report-html
            test a.test.js --report-json ./a.test.js             | --report-json
            test --report-junit - --report-json -                | --report-json
            test --report-junit - --report-tap r --report-json - | --report-json
            """)
    void a_report_needs_a_file_of_its_own(String line, String option) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: expected a file of its own for " + option + "\n");
        assertThat(pointedAt(line)).startsWith(line.substring(line.indexOf(option) + option.length() + 1));
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--json", "--jsonl"})
    void a_report_to_stdout_does_not_go_with_results_there(String format) {
        assertThat(bench.run("test --report-tap - " + format)).isEqualTo(2);

        assertThat(bench.screen.messages()).contains("expected a file of its own for --report-tap");
        assertThat(plan("test --report-tap r.tap " + format).tap()).isEqualTo("r.tap");
    }

    @Test
    void one_report_may_go_to_stdout_beside_others_in_files() {
        TestPlan plan = plan("test a.test.js --report-tap - --report-json r.json --report-junit ./-");

        assertThat(plan.reportsToStdout()).isTrue();
        assertThat(plan.reportFiles()).containsExactly("./-", "r.json");
    }

    @ParameterizedTest
    @CsvSource({"--report-junit", "--report-tap", "--report-json", "--report-html"})
    void a_report_that_cannot_be_written_is_said_before_any_test_runs(String option) {
        String line = "test " + option + " /nowhere/r a.test.js";
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: there is no directory /nowhere\n");
        assertThat(pointedAt(line)).isEqualTo("/nowhere/r a.test.js");
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test --bail 'a\0b.test.js'", "test --report-tap 'a\0b.test.js'"})
    void a_file_that_no_system_can_have_is_a_mistake_and_no_defect(String line) {
        assertThat(bench.run(line)).isEqualTo(2);

        assertThat(bench.screen.messages()).startsWith("error: expected a file, found ");
        assertThat(pointedAt(line)).startsWith("'a");
        assertThat(bench.program.scripting.calls).isEmpty();
    }

    private TestPlan plan(String line) {
        assertThat(bench.run(line)).as(bench.screen.messages()).isZero();
        return bench.program.scripting.plans.get(0);
    }

    /** Returns what stands in the line from the caret on. */
    private String pointedAt(String line) {
        int caret = bench.screen.messages().lines().toList().get(2).indexOf('^');
        return ("  " + line).substring(caret);
    }
}
