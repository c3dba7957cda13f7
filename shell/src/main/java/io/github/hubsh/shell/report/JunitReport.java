package io.github.hubsh.shell.report;

import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A report in the XML that JUnit began: one suite for each file. Jenkins splits a class name at its last dot into a
 * package and a class; GitLab takes only the first of two tests of one name in a class, and links the file; the
 * publishers of GitHub read file and line. A test that passed at a further attempt has a {@code flakyFailure} for each
 * that failed, one that did not pass at all a {@code rerunFailure}, as Maven's Surefire writes them.
 */
public final class JunitReport {
    private static final String ENDING = "\\.m?js$";

    private final Set<String> names = new HashSet<>();
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JunitReport() {}

    public static String of(List<TestResult> results, Instant started, double seconds) {
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
        attribute("file", file);
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
        String className = className(test.file());
        xml.append("    <testcase");
        attribute("name", distinct(className, ReportText.visible(test.fullName())));
        attribute("classname", className);
        attribute("time", time(test.seconds()));
        attribute("file", test.file());
        if (test.line() > 0) {
            attribute("line", Integer.toString(test.line()));
        }
        xml.append(">\n");
        if (test.state() == State.SKIPPED) {
            xml.append("      <skipped");
            attribute("message", test.reason());
            xml.append("/>\n");
        } else if (test.isBad()) {
            bad(test);
        }
        test.earlier().forEach(each -> earlier(each, test.isBad() ? "rerun" : "flaky"));
        output(test);
        xml.append("    </testcase>\n");
    }

    /** Returns the folders as a package, and the name of the file without a dot as the class. */
    public static String className(String file) {
        String name = file.replace('\\', '/').replaceFirst("^/+", "").replaceFirst(ENDING, "");
        return ReportText.visible(name).replace('.', '_').replace('/', '.');
    }

    /** Returns the name; with a number where another test of the class has it. */
    private String distinct(String className, String name) {
        String unique = name;
        for (int number = 2; !names.add(className + "\n" + unique); number++) {
            unique = name + " (" + number + ")";
        }
        return unique;
    }

    private void output(TestResult test) {
        if (!test.events().isEmpty()) {
            xml.append("      <system-out>");
            text(String.join("\n", test.output()));
            xml.append("</system-out>\n");
        }
    }

    private void bad(TestResult test) {
        String element = test.state() == State.FAILED ? "failure" : "error";
        begin(element, test);
        text(String.join("\n", test.failure()));
        xml.append("</").append(element).append(">\n");
    }

    private void earlier(TestResult attempt, String prefix) {
        String element = prefix + (attempt.state() == State.FAILED ? "Failure" : "Error");
        begin(element, attempt);
        xml.append("<stackTrace>");
        text(String.join("\n", attempt.failure()));
        xml.append("</stackTrace></").append(element).append(">\n");
    }

    private void begin(String element, TestResult test) {
        xml.append("      <").append(element);
        attribute("message", test.reason());
        attribute("type", test.type());
        xml.append('>');
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        text(value, true);
        xml.append('"');
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private void text(String text) {
        text(text, false);
    }

    /** A control character, which XML cannot hold, becomes its picture. */
    private void text(String text, boolean attribute) {
        ReportText.visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append(attribute ? "&#10;" : "\n");
                case '\t' -> xml.append("&#9;");
                case 0xFFFE, 0xFFFF -> xml.append('\uFFFD');
                default -> xml.appendCodePoint(c);
            }
        });
    }
}
