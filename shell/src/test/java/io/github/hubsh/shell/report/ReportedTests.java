package io.github.hubsh.shell.report;

import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of tests, of which only some parts matter. */
final class ReportedTests {
    static final Instant START = Instant.parse("2026-01-31T15:04:05.678Z");

    private ReportedTests() {}

    /** Returns a result that says no more than how the test ended. */
    static TestResult plain(String file, String name, State state) {
        return full(file, List.of(), name, state, "", "", null, List.of());
    }

    /** Returns one that failed at a place, with everything that a failure says. */
    static TestResult bad(String file, String name, State state, String reason, String type) {
        return full(file, List.of("dose"), name, state, reason, type, "1", List.of());
    }

    /** Returns the same after further attempts. */
    static TestResult after(TestResult result, TestResult... earlier) {
        return full(
                result.file(),
                result.path(),
                result.name(),
                result.state(),
                result.reason(),
                result.type(),
                result.expected(),
                List.of(earlier));
    }

    private static TestResult full(
            String file,
            List<String> path,
            String name,
            State state,
            String reason,
            String type,
            @Nullable String expected,
            List<TestResult> earlier) {
        boolean told = expected != null;
        return new TestResult(
                file,
                path,
                name,
                state,
                START,
                0.0123456,
                reason,
                type,
                told ? file + ":12:5" : "",
                told ? List.of("expect(rate).toBe(1)", "       ^") : List.of(),
                told ? List.of("at check (lib.js:3:5)") : List.of(),
                expected,
                told ? "2" : null,
                told ? List.of("- 1", "+ 2") : List.of(),
                told ? List.of(new TestEvent(1, TestEvent.Kind.SENT, "→ pump fill")) : List.of(),
                1 + earlier.size(),
                told ? 10 : 0,
                told ? "fill" : "",
                earlier);
    }
}
