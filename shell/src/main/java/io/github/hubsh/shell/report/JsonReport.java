package io.github.hubsh.shell.report;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report in JSON: the sums, then every test. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(List<TestResult> results, Instant started, double seconds) {
        return Json.writeIndented(value(results, started, seconds)) + "\n";
    }

    public static Map<String, @Nullable Object> value(List<TestResult> results, Instant started, double seconds) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("started", started.toString());
        report.put("seconds", rounded(seconds));
        report.put("tests", (long) results.size());
        for (State state : State.values()) {
            report.put(
                    state == State.ERROR ? "errors" : state.word(),
                    results.stream().filter(result -> result.state() == state).count());
        }
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        results.forEach(result -> all.add(test(result)));
        report.put("results", all);
        return report;
    }

    private static Map<String, @Nullable Object> test(TestResult result) {
        Map<String, @Nullable Object> test = new LinkedHashMap<>();
        test.put("file", result.file());
        test.put("path", result.path());
        test.put("name", result.name());
        test.put("line", (long) result.line());
        test.put("state", result.state().word());
        test.put("started", result.started().toString());
        test.put("seconds", rounded(result.seconds()));
        test.put("attempts", (long) result.attempts());
        if (result.state() == State.SKIPPED) {
            test.put("reason", result.reason());
        } else if (result.isBad()) {
            test.put("type", result.type());
            test.put("message", result.reason());
            test.put("at", result.place());
            test.put("expected", result.expected());
            test.put("actual", result.actual());
            test.put("diff", result.diff());
            test.put("step", result.step());
            test.put("stack", result.calls());
        }
        if (!result.earlier().isEmpty()) {
            test.put(
                    "earlier", result.earlier().stream().map(TestResult::reason).toList());
        }
        test.put("output", result.output());
        return test;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e6) / 1e6;
    }
}
