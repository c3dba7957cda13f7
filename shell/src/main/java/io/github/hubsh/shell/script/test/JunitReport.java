package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.script.test.TestResult.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in the XML that JUnit began and Jenkins reads: one suite for each file. */
final class JunitReport {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JunitReport() {}

    static String of(List<TestResult> results, Instant started, double seconds) {
        return new JunitReport().write(results, started, seconds);
    }

    private String write(List<TestResult> results, Instant started, double seconds) {
        Map<String, List<TestResult>> files = results.stream()
                .collect(Collectors.groupingBy(TestResult::file, LinkedHashMap::new, Collectors.toList()));
        xml.append("<testsuites name=\"hubsh\"");
        counts(results, seconds);
        xml.append(">\n");
        files.forEach((file, tests) -> suite(file, tests, started));
        return xml.append("</testsuites>\n").toString();
    }

    private void suite(String file, List<TestResult> tests, Instant started) {
        xml.append("  <testsuite");
        attribute("name", file);
        counts(tests, tests.stream().mapToDouble(TestResult::seconds).sum());
        attribute("skipped", count(tests, State.SKIPPED));
        Instant first = tests.isEmpty() ? started : tests.get(0).started();
        attribute("timestamp", first.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        xml.append(">\n");
        tests.forEach(this::test);
        xml.append("  </testsuite>\n");
    }

    private void counts(List<TestResult> tests, double seconds) {
        attribute("tests", Integer.toString(tests.size()));
        attribute("failures", count(tests, State.FAILED));
        attribute("errors", count(tests, State.ERROR));
        attribute("time", time(seconds));
    }

    private static String count(List<TestResult> tests, State state) {
        return Long.toString(
                tests.stream().filter(test -> test.state() == state).count());
    }

    private void test(TestResult test) {
        xml.append("    <testcase");
        attribute("name", test.fullName());
        attribute("classname", test.file());
        attribute("time", time(test.seconds()));
        xml.append(">\n");
        if (test.state() == State.SKIPPED) {
            xml.append("      <skipped");
            attribute("message", test.reason());
            xml.append("/>\n");
        } else if (test.isBad()) {
            bad(test);
        }
        if (!test.output().isEmpty()) {
            xml.append("      <system-out>");
            text(String.join("\n", test.output()));
            xml.append("</system-out>\n");
        }
        xml.append("    </testcase>\n");
    }

    private void bad(TestResult test) {
        String element = test.state() == State.FAILED ? "failure" : "error";
        xml.append("      <").append(element);
        attribute("message", test.reason());
        attribute("type", test.type());
        xml.append('>');
        text(String.join("\n", test.failure()));
        xml.append("</").append(element).append(">\n");
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        text(value, true);
        xml.append('"');
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** A control character, which XML cannot hold, becomes its picture. */
    private void text(String text) {
        text(text, false);
    }

    private void text(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append(attribute ? "&#10;" : "\n");
                case '\t' -> xml.append("&#9;");
                default -> other(c);
            }
        });
    }

    private void other(int c) {
        if (c < ' ') {
            xml.appendCodePoint(0x2400 + c);
        } else if ((c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
            xml.append('\uFFFD');
        } else {
            xml.appendCodePoint(c);
        }
    }
}
