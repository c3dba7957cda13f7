package io.github.hubsh.shell.script.test;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A report in the Test Anything Protocol, version 14. */
final class TapReport {
    private TapReport() {}

    static String of(List<TestResult> results, Instant started, double seconds) {
        StringBuilder tap = new StringBuilder("TAP version 14\n");
        tap.append("1..").append(results.size()).append('\n');
        int number = 0;
        for (TestResult result : results) {
            test(++number, result, tap);
        }
        return tap.toString();
    }

    private static void test(int number, TestResult result, StringBuilder tap) {
        tap.append(result.isBad() ? "not ok " : "ok ").append(number).append(" - ");
        tap.append(escaped(result.file() + " › " + result.fullName()));
        if (result.state() == State.SKIPPED) {
            tap.append(" # SKIP ").append(escaped(result.reason())).append('\n');
            return;
        }
        tap.append("\n  ---\n");
        line("duration_ms", String.format(Locale.ROOT, "%.3f", result.seconds() * 1000), tap);
        if (result.isBad()) {
            text("severity", result.state() == State.FAILED ? "fail" : "error", tap);
            text("type", result.type(), tap);
            text("message", result.reason(), tap);
            text("at", result.place(), tap);
            if (!result.step().isEmpty()) {
                text("step", result.step(), tap);
            }
            list("details", result.failure(), tap);
        }
        if (result.attempts() > 1) {
            line("attempts", Integer.toString(result.attempts()), tap);
        }
        list("output", result.output(), tap);
        tap.append("  ...\n");
    }

    /** A JSON string is a YAML string, too. */
    private static void text(String key, String value, StringBuilder tap) {
        line(key, Json.write(ReportText.visible(value)), tap);
    }

    private static void list(String key, List<String> values, StringBuilder tap) {
        if (!values.isEmpty()) {
            line(key, "", tap);
            values.forEach(value -> tap.append("    - ")
                    .append(Json.write(ReportText.visible(value)))
                    .append('\n'));
        }
    }

    private static void line(String key, String value, StringBuilder tap) {
        tap.append("  ")
                .append(key)
                .append(value.isEmpty() ? ":" : ": ")
                .append(value)
                .append('\n');
    }

    private static String escaped(String text) {
        return ReportText.visible(text)
                .replace("\\", "\\\\")
                .replace("#", "\\#")
                .replace('\n', ' ');
    }
}
