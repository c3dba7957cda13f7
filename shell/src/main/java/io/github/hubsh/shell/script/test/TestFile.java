package io.github.hubsh.shell.script.test;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.script.ErrorDetails;
import io.github.hubsh.shell.script.Location;
import io.github.hubsh.shell.script.MessageJournal;
import io.github.hubsh.shell.script.Script;
import io.github.hubsh.shell.script.ScriptEnvironment;
import io.github.hubsh.shell.script.ScriptError;
import io.github.hubsh.shell.script.ScriptRuntime;
import io.github.hubsh.shell.script.ScriptSetup;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** The tests of one file, one after the other, on the thread of its script. */
final class TestFile {
    private static final List<String> PARTS = Stream.concat(
                    ScriptRuntime.TESTING.stream(),
                    Stream.of(
                            "test/isolation",
                            "test/bodies",
                            "test/calls",
                            "test/extend",
                            "test/snapshots",
                            "test/steps",
                            "test/fixtures",
                            "test/tests"))
            .toList();

    /** The reason for tests that are not run because the run was stopped. */
    static final String INTERRUPTED = "interrupted";

    private final Path file;
    private final TestPlan plan;
    private final Limits limits;
    private final ScriptEnvironment environment;
    private final TestLog log;
    private final TestIsolation isolation;

    // Mutable state
    private volatile @Nullable TestRun running;
    private volatile @Nullable ShellException stopped;
    private volatile boolean ending; // the script alone

    TestFile(
            Path file,
            TestPlan plan,
            Limits limits,
            ScriptEnvironment environment,
            TestLog log,
            TestIsolation isolation) {
        this.file = file;
        this.plan = plan;
        this.limits = limits;
        this.environment = environment;
        this.log = log;
        this.isolation = isolation;
    }

    /** A test as the file has registered it. */
    private record Planned(
            int id,
            List<String> path,
            String name,
            @Nullable String skip,
            Duration limit,
            int retries,
            String stack) {
        TestResult pending(String file, Script script) {
            Location at = script.location(stack);
            TestResult test = TestProgress.notRun(file, path, name, at == null ? 0 : at.line());
            return skip == null ? test : test.because(skip);
        }
    }

    void run(Session session) {
        ScriptSetup setup = ScriptSetup.of("hubsh-test", file, List.of(), PARTS);
        try (Script script = new Script(setup, limits, environment, session)) {
            String shown = environment.shown(file.toString());
            try {
                script.onStop(this::stopping);
                script.turns().allowCleanUp();
                log.begin(loading(script, shown));
                script.run(session, null, () -> {
                    SnapshotFile snapshots = new SnapshotFile(file, session, plan.does(TestMode.UPDATE_SNAPSHOTS));
                    snapshots.open(script);
                    isolation.begin(script, shown);
                    runAll(script, shown);
                    closeSnapshots(snapshots, script, shown);
                    return "";
                });
            } catch (ShellException failed) {
                TestRun stopped = running;
                TestRun run = stopped == null ? loading(script, shown) : stopped;
                if (failed.isInterruption()) {
                    log.add(run.unfinished());
                    throw failed;
                }
                addEnded(run, failed);
            }
        }
    }

    private void addEnded(TestRun run, Throwable failed) {
        add(run, run.ended(failed));
    }

    private void add(TestRun run, TestResult result) {
        if (result.isBad() && run.lacksHub()) {
            log.withoutHub(run.cause());
        }
        log.add(result);
    }

    /** Ctrl-C ends the whole run; a script that wants too much memory ends only itself. */
    private void stopping(ShellException why) {
        if (why.isInterruption()) {
            stopped = why;
            log.stop(INTERRUPTED);
        } else {
            ending = true;
        }
    }

    private void closeSnapshots(SnapshotFile snapshots, Script script, String shown) {
        try {
            snapshots.close(script, shown);
        } catch (ShellException unwritable) {
            log.add(new TestRun(shown, List.of(), "(snapshots)", script).ended(unwritable));
        }
    }

    private static TestRun loading(Script script, String shown) {
        return new TestRun(shown, List.of(), "(loading " + shown + ")", script);
    }

    private void runAll(Script script, String shown) {
        script.observe(log::print, MessageJournal.NONE);
        limited(script, plan.patience(), () -> script.load(file), "loading the file");
        List<Planned> all = planned(script);
        log.plan(shown, all.stream().map(each -> each.pending(shown, script)).toList());
        List<Planned> chosen = all.stream().filter(each -> each.skip == null).toList();
        script.call(
                "choose",
                Json.write(chosen.stream().map(Planned::id).map(Long::valueOf).toList()));
        try {
            for (Planned each : all) {
                runOne(script, shown, each);
                addStrays(script, shown, all);
            }
        } catch (ShellException stop) {
            if (stopped != null) {
                leaveAll(script);
            }
            throw stop;
        }
    }

    private void runOne(Script script, String shown, Planned planned) {
        if (planned.skip != null) {
            if (!log.isOver()) {
                log.add(planned.pending(shown, script));
            }
            return;
        }
        // A run that ends early still does the work that follows each group.
        if (!log.isOver()) {
            runWithRetries(script, shown, planned);
            running = null;
        }
        leave(script, shown, planned);
    }

    private void runWithRetries(Script script, String shown, Planned planned) {
        TestRun run = new TestRun(shown, planned.path, planned.name, script);
        run.registeredAt(planned.stack);
        running = run;
        log.begin(run);
        TestResult result = runOnce(script, run, planned);
        for (int left = planned.retries; left > 0 && result.isBad(); left--) {
            run.again(result);
            result = runOnce(script, run, planned);
        }
        script.observe(log::print, MessageJournal.NONE);
        add(run, result);
    }

    private TestResult runOnce(Script script, TestRun run, Planned planned) {
        run.begin();
        TestResult failed = null;
        try {
            String what = "the test";
            limited(script, planned.limit, () -> script.complete(() -> script.call("runTest", planned.id)), what);
        } catch (ShellException | PolyglotException | ScriptError | StackOverflowError thrown) {
            throwIfStopping(script, thrown);
            failed = run.ended(thrown);
            unwind(script, run);
        }
        TestResult result = tidied(script, run, failed);
        throwIfStopped();
        return result;
    }

    /** What a test that has to end waits for fails, so that its {@code finally} runs, and has time to. */
    private static void unwind(Script script, TestRun run) {
        try {
            cleaningUp(
                    script,
                    Script.CLEAN_UP_TIME,
                    () -> {
                        script.call("giveUp", "the test has ended");
                        script.continueWhile("isEnding");
                    },
                    "the end of the test");
        } catch (ShellException | PolyglotException | ScriptError | StackOverflowError thrown) {
            run.print("error", script.failure(thrown).text());
        }
    }

    /** Runs what follows a test, however it ended. */
    private static TestResult tidied(Script script, TestRun run, @Nullable TestResult failed) {
        @Nullable TestResult result = failed;
        try {
            Runnable tidy = () -> script.complete(() -> script.call("tidy"));
            cleaningUp(script, Script.CLEAN_UP_TIME, tidy, "the clean-up of the test");
        } catch (ShellException | PolyglotException | ScriptError | StackOverflowError thrown) {
            if (result == null) {
                result = run.ended(thrown);
            } else {
                run.print("error", "clean-up: " + script.failure(thrown).text());
            }
        }
        cleanUp(script);
        return result == null ? run.passed() : run.tidied(result);
    }

    /**
     * What no clean-up can follow, for example where the memory is used up, ends the file; what stops the script may
     * look like an error of the test.
     */
    private void throwIfStopping(Script script, Throwable failed) {
        ShellException known = script.failure(failed);
        if (stopped == null && (ending || known.isInterruption())) {
            throw known;
        }
    }

    /** Ctrl-C ends the whole run, for any failure that it causes; a test that only took too long has failed. */
    private void throwIfStopped() {
        ShellException stop = stopped;
        if (stop != null) {
            throw stop;
        }
    }

    private static void cleanUp(Script script) {
        try {
            script.call("cleanUp");
        } catch (PolyglotException failed) {
            // A fake that cannot leave the hub is gone with the script.
        }
    }

    private void leave(Script script, String shown, Planned planned) {
        try {
            Runnable leave = () -> script.complete(() -> script.call("leave", planned.id));
            cleaningUp(script, plan.patience(), leave, "afterAll");
        } catch (ShellException | PolyglotException | ScriptError failed) {
            throwIfStopping(script, failed);
            addEnded(new TestRun(shown, planned.path, "(afterAll)", script), failed);
        }
        throwIfStopped();
    }

    /** A run that is stopped leaves every group that it has entered. */
    private void leaveAll(Script script) {
        try {
            Runnable leave = () -> script.complete(() -> script.call("leaveAll"));
            cleaningUp(script, Script.CLEAN_UP_TIME, leave, "afterAll");
        } catch (ShellException | PolyglotException | ScriptError failed) {
            log.say(MessageLevel.PLAIN, "afterAll: " + script.failure(failed).text());
        }
    }

    /** Adds the errors in timers of tests that are over, each to its test. */
    private void addStrays(Script script, String shown, List<Planned> all) {
        if (!(script.ask("takeStrays") instanceof List<?> strays)) {
            return;
        }
        for (Object each : strays) {
            if (each instanceof Map<?, ?> stray && stray.get("error") instanceof Map<?, ?> error) {
                TestRun run = all.stream()
                        .filter(test -> Long.valueOf(test.id).equals(stray.get("id")))
                        .findFirst()
                        .map(test -> new TestRun(
                                shown, test.path, test.name + " (a timer or listener after its end)", script))
                        .orElseGet(() -> loading(script, shown));
                Map<String, @Nullable Object> details = new LinkedHashMap<>();
                error.forEach((key, value) -> details.put(String.valueOf(key), value));
                addEnded(run, script.error(new ErrorDetails(details)));
            }
        }
    }

    /** Runs something that is interrupted when its time is up. */
    private void limited(Script script, Duration limit, Runnable work, String what) {
        script.turns().begin(limit);
        // A stop before that has not met the turn.
        if (stopped != null) {
            boolean unused = script.turns().end();
            throwIfStopped();
        }
        ending(script, limit, work, what);
    }

    /** Runs something that has its own time, even after Ctrl-C. */
    private static void cleaningUp(Script script, Duration limit, Runnable work, String what) {
        script.turns().beginCleanUp(limit);
        ending(script, limit, work, what);
    }

    private static void ending(Script script, Duration limit, Runnable work, String what) {
        boolean overdue;
        try {
            work.run();
            overdue = script.turns().end();
        } catch (RuntimeException | StackOverflowError failed) {
            overdue = script.turns().end();
            if (!overdue) {
                throw failed;
            }
        }
        if (overdue) {
            throw new ShellException(Problem.TIMEOUT, what + " took more than " + Durations.format(limit));
        }
    }

    private List<Planned> planned(Script script) {
        String filter = plan.filter() == null ? "" : plan.filter();
        List<Planned> all = new ArrayList<>();
        Object read = script.ask("plan", filter);
        if (read instanceof List<?> none && none.isEmpty() && !plan.does(TestMode.PASS_WITH_NO_TESTS)) {
            throw new ShellException(Problem.ASSERTION_FAILED, "the file has no tests");
        }
        if (read instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("chosen"))) {
                    all.add(planned(new LinkedHashMap<>(map)));
                }
            }
        }
        return all;
    }

    private Planned planned(Map<?, ?> map) {
        List<String> path = new ArrayList<>();
        if (map.get("path") instanceof List<?> names) {
            names.forEach(name -> path.add(String.valueOf(name)));
        }
        double millis = map.get("timeout") instanceof Number number ? number.doubleValue() : -1;
        int retry = map.get("retry") instanceof Number number ? number.intValue() : -1;
        return new Planned(
                map.get("id") instanceof Number number ? number.intValue() : 0,
                path,
                String.valueOf(map.get("name")),
                map.get("skip") instanceof String reason ? reason : null,
                millis < 0 ? plan.patience() : Duration.ofNanos((long) (millis * 1e6)),
                retry < 0 ? plan.retries() : retry,
                String.valueOf(map.get("stack")));
    }
}
