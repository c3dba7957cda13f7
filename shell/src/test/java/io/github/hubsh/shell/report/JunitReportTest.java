package io.github.hubsh.shell.report;

import static io.github.hubsh.shell.report.ReportedTests.START;
import static io.github.hubsh.shell.report.ReportedTests.after;
import static io.github.hubsh.shell.report.ReportedTests.bad;
import static io.github.hubsh.shell.report.ReportedTests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.report.TestResult.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report in JUnit's XML; what Jenkins and others make of it is tested with the verb. */
final class JunitReportTest {
    @Test
    void a_file_is_a_suite_and_a_test_a_case() {
        List<TestResult> results = List.of(
                plain("a.js", "a", State.PASSED),
                plain("lab/b.test.js", "b", State.SKIPPED).because("no \"pump\""),
                bad("a.js", "c", State.FAILED, "expected <1>", "AssertionError"),
                after(bad("a.js", "d", State.ERROR, "boom", "Error"), bad("a.js", "d", State.FAILED, "no", "E")),
                after(plain("a.js", "e", State.PASSED), bad("a.js", "e", State.ERROR, "no", "E")));

        assertThat(JunitReport.of(results, START, 1.5).replaceAll("(a.js:12:5)[^<]*", "$1…"))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="hubsh" tests="5" failures="1" errors="1" time="1.500">
                  <testsuite name="a.js" tests="4" failures="1" errors="1" time="0.049" skipped="0" file="a.js" timestamp="2026-01-31T15:04:05">
                    <testcase name="a" classname="a" time="0.012" file="a.js">
                    </testcase>
                    <testcase name="dose › c" classname="a" time="0.012" file="a.js" line="10">
                      <failure message="expected &lt;1&gt;" type="AssertionError">a.js:12:5…</failure>
                      <system-out>→ pump fill</system-out>
                    </testcase>
                    <testcase name="dose › d" classname="a" time="0.012" file="a.js" line="10">
                      <error message="boom" type="Error">a.js:12:5…</error>
                      <rerunFailure message="no" type="E"><stackTrace>a.js:12:5…</stackTrace></rerunFailure>
                      <system-out>→ pump fill</system-out>
                    </testcase>
                    <testcase name="e" classname="a" time="0.012" file="a.js">
                      <flakyError message="no" type="E"><stackTrace>a.js:12:5…</stackTrace></flakyError>
                    </testcase>
                  </testsuite>
                  <testsuite name="lab/b.test.js" tests="1" failures="0" errors="0" time="0.000" skipped="1" file="lab/b.test.js" timestamp="2026-01-31T15:04:05">
                    <testcase name="b" classname="lab.b_test" time="0.000" file="lab/b.test.js">
                      <skipped message="no &quot;pump&quot;"/>
                    </testcase>
                  </testsuite>
                </testsuites>
                """);
    }

    /** Columns: the file, and its class. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.js             | a
            a.test.mjs       | a_test
            lab/deep/b.js    | lab.deep.b
            lab\\b.test.js    | lab.b_test
            //tmp/c.js       | tmp.c
            ../d.js          | __.d
            e.js.txt         | e_js_txt
            """)
    void folders_are_a_package(String file, String className) {
        assertThat(JunitReport.className(file)).isEqualTo(className);
    }

    @Test
    void two_tests_of_one_name_get_numbers() {
        String xml = JunitReport.of(
                List.of(
                        plain("a.js", "n", State.PASSED),
                        plain("a.js", "n", State.PASSED),
                        plain("a.mjs", "n", State.PASSED),
                        plain("b.js", "n", State.PASSED)),
                START,
                0);

        assertThat(xml)
                .containsSubsequence(
                        "name=\"n\" classname=\"a\"",
                        "name=\"n (2)\" classname=\"a\"",
                        "name=\"n (3)\" classname=\"a\"",
                        "name=\"n\" classname=\"b\"");
    }

    /** Columns: what a text has, and what XML has of it, in an attribute and between elements. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a\\nb      | a&#10;b  | a~b
            a\\tb      | a&#9;b   | a&#9;b
            <&>"'      | &lt;&amp;&gt;&quot;' | &lt;&amp;&gt;&quot;'
            \\u0007    | ␇        | ␇
            \\uFFFE    | �        | �
            \\uFFFF    | �        | �
            😀é       | 😀é     | 😀é
            """)
    void characters_that_xml_lacks_are_replaced(String text, String attribute, String content) {
        String reason = text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0007", "\u0007")
                .replace("\\uFFFE", "\uFFFE")
                .replace("\\uFFFF", "\uFFFF");
        TestResult failed = plain("a.js", "n", State.FAILED).because(reason);

        assertThat(JunitReport.of(List.of(failed), START, 0).replace("\n", "~"))
                .contains("<failure message=\"" + attribute + "\" type=\"\">" + content + "</failure>");
    }
}
