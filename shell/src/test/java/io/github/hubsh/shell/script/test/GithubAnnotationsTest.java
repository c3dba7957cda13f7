package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures as the runner of GitHub's workflows reads them; TestReportsTest has the one of a whole test. */
final class GithubAnnotationsTest {
    private static final Path DIRECTORY = Path.of("/checkout/repo/sub");
    private static final Map<String, String> ENVIRONMENT = Map.of("GITHUB_WORKSPACE", "/checkout/repo");

    /** Columns: where it went wrong, the line where the test is registered, and what the annotation points at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lib/check.js:12:5 | 10 | file=sub/lib/check.js,line=12,col=5
            a:1:b.js:3:1      | 10 | file=sub/a%3A1%3Ab.js,line=3,col=1
            ''                | 10 | file=sub/t/a.test.js,line=10
            ''                | 0  | file=sub/t/a.test.js,line=1
            line 12           | 10 | file=sub/t/a.test.js,line=10
            a.js:12           | 10 | file=sub/t/a.test.js,line=10
            """)
    void a_failure_is_shown_at_its_place_and_without_one_where_its_test_is_registered(
            String place, int line, String where) {
        assertThat(annotation(failed(State.ERROR, "n", place, line, "on fire")))
                .startsWith("::error " + where + ",title=group › n::");
    }

    @ParameterizedTest
    @CsvSource({"PASSED, 0", "SKIPPED, 0", "FAILED, 1", "ERROR, 1"})
    void only_what_failed_has_a_line(State state, int lines) {
        assertThat(GithubAnnotations.of(List.of(failed(state, "n", "a.js:1:2", 1, "why")), DIRECTORY, ENVIRONMENT))
                .hasSize(lines);
    }

    @Test
    void failures_come_in_the_order_of_the_tests() {
        assertThat(GithubAnnotations.of(
                        List.of(failed(State.FAILED, "b", "", 2, "no"), failed(State.ERROR, "a", "", 1, "no")),
                        DIRECTORY,
                        ENVIRONMENT))
                .containsExactly(
                        "::error file=sub/t/a.test.js,line=2,title=group › b::no",
                        "::error file=sub/t/a.test.js,line=1,title=group › a::no");
    }

    /** A runner that got the characters of a terminal as they are would let a test write what it likes into its log. */
    @Test
    void control_characters_are_pictures_in_the_title_and_in_the_message() {
        assertThat(annotation(failed(State.FAILED, "n\u001b[2J", "", 1, "red\u001b[31m\nagain")))
                .isEqualTo("::error file=sub/t/a.test.js,line=1,title=group › n␛[2J::red␛[31m%0Aagain");
    }

    @Test
    void a_long_message_is_shortened() {
        assertThat(annotation(failed(State.FAILED, "n", "", 1, "x".repeat(4100))))
                .endsWith("::" + "x".repeat(4000) + "… (100 more characters)");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'', false", "1, false"})
    void they_are_wanted_in_a_workflow(String value, boolean wanted) {
        assertThat(GithubAnnotations.isWanted(Map.of("GITHUB_ACTIONS", value))).isEqualTo(wanted);
        assertThat(GithubAnnotations.isWanted(Map.of("CI", value))).isFalse();
    }

    private static String annotation(TestResult result) {
        List<String> lines = GithubAnnotations.of(List.of(result), DIRECTORY, ENVIRONMENT);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static TestResult failed(State state, String name, String place, int line, String reason) {
        return new TestResult(
                "t/a.test.js",
                List.of("group"),
                name,
                state,
                Instant.parse("2026-01-02T03:04:05Z"),
                0.5,
                reason,
                "",
                place,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                1,
                line,
                "",
                List.of());
    }
}
