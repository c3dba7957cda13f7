package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.TestEvent;
import io.github.hubsh.shell.report.TestEvent.Kind;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a run of tests: complete, and alone. */
final class HtmlReportTest {
    private static final Instant START = Instant.parse("2026-01-31T15:04:05Z");

    private static TestResult result(String file, String name, State state, int events, List<TestResult> earlier) {
        boolean bad = state == State.FAILED || state == State.ERROR;
        return new TestResult(
                file,
                List.of("group"),
                name,
                state,
                START,
                0.5,
                bad ? "expected <1>, found \"2\"" : state == State.SKIPPED ? "not today" : "",
                bad ? "AssertionError" : "",
                bad ? file + ":12:5" : "",
                List.of(),
                bad ? List.of("at check (<lib>.js:3:5)", "at " + file + ":12:5") : List.of(),
                null,
                null,
                bad ? List.of("  [", "- 1,", "+ 2,", "  ]") : List.of(),
                Collections.nCopies(events, new TestEvent(1.25, Kind.SENT, "→ pump run {}")),
                1 + earlier.size(),
                10,
                bad ? "fill › wait" : "",
                earlier);
    }

    static String page() {
        TestResult failed = result("a.test.js", "</script><b>odd\u001b", State.FAILED, 2, List.of());
        return HtmlReport.of(
                List.of(
                        failed,
                        result("a.test.js", "flaky", State.PASSED, 150, List.of(failed)),
                        result("b.test.js", "broken", State.ERROR, 0, List.of()),
                        result("b.test.js", "later", State.SKIPPED, 0, List.of())),
                START,
                2.5);
    }

    @Test
    void a_failure_is_open_with_its_difference_step_and_timeline() {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n")
                .contains("<title>1 passed, 1 failed, 1 error, 1 skipped – hubsh test</title>")
                .contains("<details class=\"failed\" id=\"t1\" data-state=\"failed\" data-file=\"a.test.js\" open>")
                .contains("<p class=\"reason\">expected &lt;1&gt;, found &quot;2&quot;</p>")
                .contains("<p class=\"reason\">AssertionError: expected")
                .contains("<span>  [</span><span class=\"less\">- 1,</span><span class=\"more\">+ 2,</span>")
                .contains("<p>in step: fill › wait</p>")
                .contains("<li class=\"sent\"><time>1.3 ms</time><code>→ pump run {}</code></li>")
                .contains("<details class=\"passed\" id=\"t2\" data-state=\"passed\" data-file=\"a.test.js\">")
                .contains("… 50 earlier lines are left out", "2 attempts", "<h3>Attempt 1</h3>", "<p>not today</p>");
    }

    @Test
    void the_page_needs_nothing_else_and_runs_nothing_that_a_test_has_printed() {
        String page = page();

        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"")
                .contains("group › &lt;/script&gt;&lt;b&gt;odd␛")
                .doesNotContain("http://", "https://", "<link", " src=", "@import", "url(", "<b>odd");
        assertThat(page.split("</script>", -1)).hasSize(2);
    }
}
