package io.github.hubsh.shell.script.test;

import io.github.hubsh.shell.report.JsonReport;
import io.github.hubsh.shell.report.JunitReport;
import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The results of the tests so far: shown as they end, and written to the reports. Thread-safe. */
final class TestLog {
    private static final int LAST_MESSAGES = 8;
    private static final String INDENT = "      ";
    private static final int MIN_SOURCE_WIDTH = 24;
    private static final long REPORT_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Session session;
    private final TestPlan plan;
    private final List<Report> reports = new ArrayList<>();
    private final Instant started = Instant.now();
    private final long begun = System.nanoTime();

    // Mutable state, guarded by this
    private final TestProgress progress = new TestProgress();
    private String shownFile = "";
    private long reported;
    private boolean over;
    private boolean closed;
    private Problem verdict = Problem.ASSERTION_FAILED;

    TestLog(Session session, TestPlan plan, List<String> files) {
        this.session = session;
        this.plan = plan;
        files.forEach(progress::add);
        add(plan.junit(), JunitReport::of);
        add(plan.tap(), TapReport::of);
        add(plan.json(), JsonReport::of);
        add(plan.html(), HtmlReport::of);
        report();
    }

    private void add(@org.jspecify.annotations.Nullable String file, Report.Writer writer) {
        if (file != null) {
            reports.add(new Report(file, writer));
        }
    }

    /** A file that is written again whenever there is more to report. */
    private record Report(String file, Writer writer) {
        boolean isStdout() {
            return file.equals(TestPlan.STDOUT);
        }

        /** Writes a report. */
        interface Writer {
            String write(List<TestResult> results, Instant started, double seconds);
        }
    }

    /** Takes the tests that a file has, each as one that is not run. */
    synchronized void plan(String file, List<TestResult> tests) {
        progress.plan(file, tests);
        reportIfDue();
    }

    /** Takes a test that begins now. */
    synchronized void begin(TestRun run) {
        progress.begin(run);
        reportIfDue();
    }

    synchronized void add(TestResult result) {
        if (closed) {
            return;
        }
        progress.end(result);
        show(result);
        if (plan.bail() && result.isBad()) {
            progress.stop("--bail ends with the first test that fails");
            over = true;
        }
        reportIfDue();
    }

    /** Takes down that a test failed because there is no hub, which is the cause that the whole run names. */
    synchronized void withoutHub(Problem why) {
        verdict = why;
    }

    /** Writes the reports at once: the one who stops a run may not wait for its end. */
    synchronized void stop(String why) {
        progress.stop(why);
        over = true;
        report();
    }

    /** Returns whether a failure has ended the run. */
    synchronized boolean isOver() {
        return over;
    }

    /** Takes nothing more. */
    synchronized void end() {
        progress.stop("the script of its file was ended");
        report();
        closed = true;
    }

    /** Returns every test: how it went, or why it did not run. */
    synchronized List<TestResult> results() {
        return progress.all();
    }

    /** Shows the sum, and the report that goes to stdout. */
    synchronized void show() {
        Display display = session.io().display();
        List<TestResult> results = progress.all();
        say(MessageLevel.REPORT, "");
        say(MessageLevel.REPORT, sum(results));
        if (display.wantsJson()) {
            display.show(Outcome.value(JsonReport.value(results, started, seconds())));
        }
        for (Report report : reports) {
            if (report.isStdout()) {
                report.writer
                        .write(results, started, seconds())
                        .lines()
                        .forEach(line -> display.say(MessageLevel.OUTPUT, line));
            }
        }
    }

    /** Says a line for people: on stdout, unless a report goes there. */
    void say(MessageLevel level, String text) {
        boolean beside = plan.reportsToStdout();
        MessageLevel where = switch (level) {
            case REPORT -> beside ? MessageLevel.NOTE : level;
            case OUTPUT, FAILURE -> beside ? MessageLevel.PLAIN : level;
            default -> level;
        };
        session.io().display().say(where, text);
    }

    /** Prints what a file prints while no test of it runs. */
    void print(String level, String text) {
        for (String line : text.split("\n", -1)) {
            sayVisibly(level.equals("log") ? MessageLevel.OUTPUT : MessageLevel.PLAIN, line);
        }
    }

    /** Fails if a test did, in whatever way: with the exit code of a failed test, or of a hub that is not there. */
    synchronized Outcome outcome() {
        List<TestResult> results = progress.all();
        long bad = results.stream().filter(TestResult::isBad).count();
        if (bad == 0) {
            requireTests(results);
            return Outcome.NOTHING;
        }
        throw new ShellException(verdict, bad + " of " + results.size() + " tests failed")
                .hint("the lines above say where and why");
    }

    /** A run that has tested nothing is most often a mistake: in a filter, in a name, in a condition. */
    private void requireTests(List<TestResult> results) {
        if (count(results, State.PASSED) > 0 || plan.does(TestMode.PASS_WITH_NO_TESTS)) {
            return;
        }
        String filter = plan.filter();
        String reason = results.isEmpty()
                ? filter == null ? "there is none" : "none matches --filter '" + filter + "'"
                : "all " + results.size() + " are skipped";
        throw new ShellException(Problem.ASSERTION_FAILED, "no test ran: " + reason)
                .hint("--pass-with-no-tests accepts that");
    }

    private String sum(List<TestResult> results) {
        List<String> parts = new ArrayList<>();
        for (State state : State.values()) {
            long number = count(results, state);
            if (number > 0 || state == State.PASSED) {
                parts.add(number + " " + (state == State.ERROR && number > 1 ? "errors" : state.word()));
            }
        }
        return String.join(", ", parts) + " (" + Math.round(seconds() * 1000) + " ms)";
    }

    private static long count(List<TestResult> results, State state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void show(TestResult result) {
        MessageLevel level = result.isBad() ? MessageLevel.FAILURE : MessageLevel.REPORT;
        if (!result.file().equals(shownFile)) {
            shownFile = result.file();
            sayVisibly(MessageLevel.REPORT, result.file());
        }
        String times = result.attempts() > 1 ? ", " + result.attempts() + " attempts" : "";
        sayVisibly(
                level,
                "  " + result.state().sign() + " " + result.fullName()
                        + (result.state() == State.SKIPPED
                                ? " (" + result.reason() + ")"
                                : " (" + result.millis() + times + ")"));
        if (result.isBad()) {
            int width =
                    Math.max(MIN_SOURCE_WIDTH, session.io().display().frames().width() - INDENT.length());
            result.failure(width).forEach(line -> sayVisibly(level, INDENT + line));
            List<String> output = result.output();
            if (!output.isEmpty()) {
                sayVisibly(level, "      last messages:");
                output.subList(Math.max(0, output.size() - LAST_MESSAGES), output.size())
                        .forEach(line -> sayVisibly(level, "        " + line));
            }
        }
    }

    private void sayVisibly(MessageLevel level, String line) {
        say(level, ReportText.visible(line));
    }

    private void reportIfDue() {
        if (!closed && System.nanoTime() - reported > REPORT_INTERVAL_NANOS) {
            report();
        }
    }

    private void report() {
        reported = System.nanoTime();
        if (reports.isEmpty()) {
            return;
        }
        List<TestResult> results = progress.all();
        for (Report report : reports) {
            if (report.isStdout()) {
                continue;
            }
            String text = report.writer.write(results, started, seconds());
            session.io().files().write(report.file, text.getBytes(StandardCharsets.UTF_8), false);
        }
    }
}
