package io.github.hubsh.shell.report;

import static io.github.hubsh.shell.report.ReportedTests.bad;
import static io.github.hubsh.shell.report.ReportedTests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.TestResult.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one test went, as people read it. */
final class TestResultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PASSED  | ✓ | passed  | false
            FAILED  | ✗ | failed  | true
            ERROR   | ✗ | error   | true
            SKIPPED | - | skipped | false
            """)
    void a_test_ends_in_one_of_four_states(State state, String sign, String word, boolean bad) {
        assertThat(state.sign()).isEqualTo(sign);
        assertThat(state.word()).isEqualTo(word);
        assertThat(plain("a.js", "n", state).isBad()).isEqualTo(bad);
    }

    @Test
    void a_name_has_those_of_its_groups_before_it() {
        assertThat(plain("a.js", "n", State.PASSED).fullName()).isEqualTo("n");
        assertThat(bad("a.js", "n", State.FAILED, "", "").fullName()).isEqualTo("dose › n");
    }

    @Test
    void tests_are_the_same_by_their_name_and_groups() {
        TestResult test = plain("a.js", "n", State.PASSED);

        assertThat(test.isSame(plain("b.js", "n", State.SKIPPED))).isTrue();
        assertThat(test.isSame(plain("a.js", "m", State.PASSED))).isFalse();
        assertThat(test.isSame(bad("a.js", "n", State.FAILED, "", ""))).isFalse();
    }

    /** Columns: how it ended, the reason and the error, and the line that says what went wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FAILED | expected 1, found 2 | AssertionError | expected 1, found 2
            ERROR  | x is not defined    | ReferenceError | ReferenceError: x is not defined
            ERROR  | TypeError: no       | TypeError      | TypeError: no
            ERROR  | boom                | ``             | boom
            """)
    void an_error_has_its_name_before_it(State state, String reason, String type, String line) {
        assertThat(bad("a.js", "n", state, reason, type).failure())
                .containsExactly(
                        "a.js:12:5",
                        "  expect(rate).toBe(1)",
                        "         ^",
                        line,
                        "  - 1",
                        "  + 2",
                        "in step: fill",
                        "  at check (lib.js:3:5)");
    }

    @Test
    void a_failure_of_which_nothing_is_known_is_its_reason_line_by_line() {
        TestResult failed = plain("a.js", "n", State.FAILED).because("a\nb");

        assertThat(failed.failure()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            22 | `  expect(rate).toBe(1)` | `         ^`
            21 | `  expect(rate).toBe(…`  | `         ^`
            12 | `  …ect(rate…`           | `       ^`
            """)
    void a_source_line_is_no_wider_than_the_terminal(int width, String line, String caret) {
        assertThat(bad("a.js", "n", State.FAILED, "", "").failure(width).subList(1, 3))
                .containsExactly(line, caret);
    }

    @Test
    void a_test_that_is_skipped_later_has_no_failure_any_more() {
        TestResult skipped =
                bad("a.js", "n", State.FAILED, "expected 1", "AssertionError").because("no pump");

        assertThat(skipped.reason()).isEqualTo("no pump");
        assertThat(skipped.millis()).isEqualTo("0 ms");
        assertThat(List.of(skipped.type(), skipped.place(), skipped.step())).containsOnly("");
        assertThat(skipped.diff()).containsExactly("- 1", "+ 2");
        assertThat(skipped.actual()).isNull();
    }

    @Test
    void what_a_test_does_behind_its_failure_is_output_too() {
        TestResult test = bad("a.js", "n", State.FAILED, "expected 1", "AssertionError");

        assertThat(test.millis()).isEqualTo("12 ms");
        assertThat(test.output()).containsExactly("→ pump fill");
        assertThat(test.withEvents(List.of(new TestEvent(2, TestEvent.Kind.OUTPUT, "done")))
                        .output())
                .containsExactly("done");
        assertThat(test.withEvents(test.events())).isEqualTo(test);
    }
}
