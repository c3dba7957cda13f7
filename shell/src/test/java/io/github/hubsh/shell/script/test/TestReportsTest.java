package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.JunitReport;
import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestEvent;
import io.github.hubsh.shell.report.TestEvent.Kind;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the reports say to those who read them: Jenkins, GitLab, GitHub, and people at a terminal. */
final class TestReportsTest {
    private static final Instant START = Instant.parse("2026-01-31T15:04:05Z");

    private static TestResult result(String file, String name, State state, TestResult... earlier) {
        boolean bad = state == State.FAILED || state == State.ERROR;
        return new TestResult(
                file,
                List.of("group"),
                name,
                state,
                START,
                0.5,
                bad ? "expected 1, found 2" : "",
                bad ? "AssertionError" : "",
                bad ? file + ":12:5" : "",
                List.of(),
                bad ? List.of("at check (lib.js:3:5)", "at " + file + ":12:5") : List.of(),
                null,
                null,
                bad ? List.of("- 1", "+ 2") : List.of(),
                List.of(new TestEvent(1, Kind.SENT, "→ pump run {}")),
                1 + earlier.length,
                10,
                "",
                List.of(earlier));
    }

    private static String junit(TestResult... results) throws Exception {
        String xml = JunitReport.of(List.of(results), START, 1);
        JenkinsSchema.validate(xml);
        return xml;
    }

    @Test
    void jenkins_finds_folders_as_packages_and_splits_at_no_ending() throws Exception {
        assertThat(junit(result("scripts/deep/smoke.test.js", "a", State.PASSED)))
                .contains("<testsuite name=\"scripts/deep/smoke.test.js\"")
                .contains("name=\"group › a\" classname=\"scripts.deep.smoke_test\" time=\"0.500\"")
                .contains(" file=\"scripts/deep/smoke.test.js\" line=\"10\">");
        assertThat(JunitReport.className("a.test.mjs")).isEqualTo("a_test");
        assertThat(JunitReport.className("../b/c.js")).isEqualTo("__.b.c");
        assertThat(JunitReport.className("/tmp/x y/d.test.js")).isEqualTo("tmp.x y.d_test");
        assertThat(JunitReport.className("C:\\x\\d.test.js")).isEqualTo("C:.x.d_test");
    }

    @Test
    void gitlab_finds_no_two_tests_of_one_name_in_a_class() throws Exception {
        assertThat(junit(
                        result("a.js", "n", State.PASSED),
                        result("a.js", "n (2)", State.PASSED),
                        result("a.js", "n", State.FAILED),
                        result("a.mjs", "n", State.PASSED),
                        result("b.js", "n", State.PASSED)))
                .containsSubsequence(
                        "name=\"group › n\" classname=\"a\"",
                        "name=\"group › n (2)\" classname=\"a\"",
                        "name=\"group › n (3)\" classname=\"a\"",
                        "name=\"group › n (4)\" classname=\"a\"",
                        "name=\"group › n\" classname=\"b\"");
    }

    @Test
    void a_retry_is_flaky_where_it_passed_and_a_rerun_where_it_did_not() throws Exception {
        TestResult failed = result("a.js", "n", State.FAILED);
        TestResult broken = result("a.js", "n", State.ERROR);

        assertThat(junit(result("a.js", "n", State.PASSED, failed, broken)))
                .contains("tests=\"1\" failures=\"0\" errors=\"0\"")
                .contains(
                        "<flakyFailure message=\"expected 1, found 2\" type=\"AssertionError\"><stackTrace>a.js:12:5\n")
                .contains("<flakyError ")
                .doesNotContain("<failure", "<error");
        assertThat(junit(result("a.js", "n", State.FAILED, broken)))
                .contains("failures=\"1\"", "<failure ", "<rerunError ")
                .doesNotContain("flaky");
    }

    @Test
    void github_finds_file_line_column_and_title() {
        List<TestResult> results =
                List.of(result("t/a,b.js", "50% : x", State.FAILED), result("t/a.js", "good", State.PASSED));
        Path directory = Path.of("/checkout/repo/sub");

        assertThat(GithubAnnotations.of(results, directory, Map.of()))
                .containsExactly("::error file=t/a%2Cb.js,line=12,col=5,title=group › 50%25 %3A x::t/a,b.js:12:5"
                        + "%0Aexpected 1, found 2%0A  - 1%0A  + 2%0A  at check (lib.js:3:5)%0A  at t/a,b.js:12:5");
        assertThat(GithubAnnotations.of(results, directory, Map.of("GITHUB_WORKSPACE", "/checkout/repo")))
                .singleElement()
                .asString()
                .startsWith("::error file=sub/t/a%2Cb.js,line=12,");
        assertThat(GithubAnnotations.isWanted(Map.of("GITHUB_ACTIONS", "true"))).isTrue();
        assertThat(GithubAnnotations.isWanted(Map.of("GITHUB_ACTIONS", "false")))
                .isFalse();
    }

    @Test
    void control_characters_are_pictures_and_long_texts_say_what_is_left_out() {
        assertThat(ReportText.visible("a\u001b[31m\u0007\r\n\tb\u007f\u009b\u202e\ud800 \ud83d\ude00é"))
                .isEqualTo("a␛[31m␇␍\n\tb␡\ufffd\ufffd\ufffd \ud83d\ude00é");
        assertThat(ReportText.shortened("abc", 3)).isEqualTo("abc");
        assertThat(ReportText.shortened("abcdef", 3)).isEqualTo("abc… (3 more characters)");
        assertThat(ReportText.shortened("ab\ud83d\ude00ef", 3)).isEqualTo("ab… (4 more characters)");
        assertThat(TapReport.of(List.of(result("a.js", "x\u001b[2J#", State.PASSED)), START, 1))
                .contains("ok 1 - a.js › group › x␛[2J\\#\n");
    }

    @Test
    void events_beyond_the_limit_are_counted() {
        TestEvents events = new TestEvents();
        for (int i = 0; i < 503; i++) {
            events.add(Kind.OUTPUT, "line " + i);
        }

        assertThat(events.all()).hasSize(501);
        assertThat(events.all().get(0).text()).isEqualTo("… 3 earlier lines are left out");
        assertThat(events.all().get(500).text()).isEqualTo("line 502");
        events.begin();
        assertThat(events.all()).isEmpty();
    }
}
