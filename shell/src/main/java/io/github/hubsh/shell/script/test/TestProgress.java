package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How far a run of tests has come: at any time it can report on every test, also on those that have not ended or not
 * begun, so that a report is complete whenever the run ends. Belongs to {@link TestLog}, which guards it.
 */
final class TestProgress {
    private static final String NOT_YET = "not run yet";

    private final List<String> files = new ArrayList<>();
    private final List<TestResult> results = new ArrayList<>();
    private final Map<String, List<TestResult>> pending = new LinkedHashMap<>();
    private final Map<String, TestRun> running = new LinkedHashMap<>();

    // Mutable state
    private String reason = NOT_YET;

    /** Takes a file whose tests are unknown until it has been loaded. */
    void add(String file) {
        files.add(file);
        pending.put(file, new ArrayList<>(List.of(notRun(file, List.of(), "(loading " + file + ")"))));
    }

    /** Takes the tests that a file has. */
    void plan(String file, List<TestResult> tests) {
        running.remove(file);
        pending.put(file, new ArrayList<>(tests));
    }

    void begin(TestRun run) {
        take(run.file(), run::is);
        running.put(run.file(), run);
    }

    void end(TestResult result) {
        TestRun run = running.get(result.file());
        if (run != null && run.is(result)) {
            running.remove(result.file());
        } else {
            take(result.file(), result::isSame);
        }
        results.add(result);
    }

    /** Takes one test only, even if two have the same name. */
    private void take(String file, Predicate<TestResult> which) {
        List<TestResult> waiting = pending.getOrDefault(file, new ArrayList<>());
        waiting.stream().filter(which).findFirst().ifPresent(waiting::remove);
    }

    /** Says why nothing more is run. */
    void stop(String why) {
        if (reason.equals(NOT_YET)) {
            reason = "not run: " + why;
        }
    }

    /** Returns every test: how it went, or why it did not. */
    List<TestResult> all() {
        List<TestResult> all = new ArrayList<>(results);
        running.values().forEach(run -> all.add(run.unfinished()));
        pending.values()
                .forEach(
                        tests -> tests.forEach(each -> all.add(each.reason().isEmpty() ? each.because(reason) : each)));
        all.sort(Comparator.comparingInt(each -> files.indexOf(each.file())));
        return all;
    }

    /** Returns a test that is not run, for a reason that is not known yet. */
    static TestResult notRun(String file, List<String> path, String name) {
        return notRun(file, path, name, 0);
    }

    /** Returns a test that is registered at a line, and is not run for a reason that is not known yet. */
    static TestResult notRun(String file, List<String> path, String name, int line) {
        return new TestResult(
                file,
                path,
                name,
                State.SKIPPED,
                Instant.now(),
                0,
                "",
                "",
                "",
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
