package io.github.hubsh.shell.report;

import static io.github.hubsh.shell.report.ReportedTests.START;
import static io.github.hubsh.shell.report.ReportedTests.after;
import static io.github.hubsh.shell.report.ReportedTests.bad;
import static io.github.hubsh.shell.report.ReportedTests.plain;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.TestResult.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report for programs. */
final class JsonReportTest {
    @Test
    void the_sums_stand_before_the_tests() {
        List<TestResult> results = List.of(
                plain("a.js", "a", State.PASSED),
                plain("a.js", "b", State.PASSED),
                bad("a.js", "c", State.FAILED, "expected 1", "AssertionError"),
                bad("a.js", "d", State.ERROR, "boom", "Error"),
                plain("b.js", "e", State.SKIPPED).because("no pump"));

        assertThat(JsonReport.of(results, START, 1.23456789)).startsWith("""
                {
                  "started": "2026-01-31T15:04:05.678Z",
                  "seconds": 1.234568,
                  "tests": 5,
                  "passed": 2,
                  "failed": 1,
                  "errors": 1,
                  "skipped": 1,
                  "results": [
                    {
                      "file": "a.js",
                """).endsWith("]\n}\n");
    }

    @Test
    void without_tests_all_sums_are_zero() {
        assertThat(JsonReport.value(List.of(), START, 0))
                .containsEntry("tests", 0L)
                .containsEntry("passed", 0L)
                .containsEntry("results", List.of());
    }

    @Test
    void each_state_tells_what_there_is_to_tell() {
        assertThat(test(plain("a.js", "n", State.PASSED))).isEqualTo("""
                {file=a.js, path=[], name=n, line=0, state=passed, started=2026-01-31T15:04:05.678Z, \
                seconds=0.012346, attempts=1, output=[]}""");
        assertThat(test(plain("a.js", "n", State.SKIPPED).because("no pump"))).isEqualTo("""
                {file=a.js, path=[], name=n, line=0, state=skipped, started=2026-01-31T15:04:05.678Z, \
                seconds=0.0, attempts=1, reason=no pump, output=[]}""");
        assertThat(test(bad("a.js", "n", State.ERROR, "boom", "Error"))).isEqualTo("""
                {file=a.js, path=[dose], name=n, line=10, state=error, started=2026-01-31T15:04:05.678Z, \
                seconds=0.012346, attempts=1, type=Error, message=boom, at=a.js:12:5, expected=1, actual=2, \
                diff=[- 1, + 2], step=fill, stack=[at check (lib.js:3:5)], output=[→ pump fill]}""");
    }

    @Test
    void earlier_attempts_are_their_reasons() {
        TestResult passed = after(
                plain("a.js", "n", State.PASSED),
                bad("a.js", "n", State.FAILED, "expected 1", "AssertionError"),
                bad("a.js", "n", State.ERROR, "boom", "Error"));

        assertThat(test(passed)).contains("attempts=3, earlier=[expected 1, boom], output");
    }

    private static String test(TestResult result) {
        Object results = JsonReport.value(List.of(result), START, 0).get("results");
        return ((Map<?, ?>) ((List<?>) requireNonNull(results)).get(0)).toString();
    }
}
