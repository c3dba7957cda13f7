package io.github.hubsh.shell.script.test;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.script.Script;
import io.github.hubsh.shell.script.ScriptEnvironment;
import io.github.hubsh.shell.script.TestRunner;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Scripting.TestMode;
import io.github.hubsh.shell.session.Scripting.TestPlan;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One run of test files, each in a script of its own. */
public final class TestSession {
    private static final long END_TIMEOUT_MILLIS = 4 * Script.CLEAN_UP_TIME.toMillis();

    private final List<Path> files;
    private final TestPlan plan;
    private final Limits limits;
    private final ScriptEnvironment environment;
    private final List<String> names;

    private TestSession(List<Path> files, TestPlan plan, Limits limits, ScriptEnvironment environment) {
        this.files = files;
        this.plan = plan;
        this.limits = limits.within(null);
        this.environment = environment;
        this.names =
                files.stream().map(file -> environment.shown(file.toString())).toList();
    }

    /** Runs files of tests: a {@link TestRunner}. */
    public static Outcome run(
            List<Path> files, TestPlan plan, Limits limits, ScriptEnvironment environment, Session session) {
        TestSession tests = new TestSession(files, plan, limits, environment);
        return CleanUpHook.during(() -> tests.run(session));
    }

    private Outcome run(Session session) {
        TestLog log = new TestLog(session, plan, names);
        try {
            runAll(session, log);
        } catch (ShellException stopped) {
            log.stop(TestFile.INTERRUPTED);
            log.end();
            show(session, log);
            throw stopped;
        }
        log.end();
        show(session, log);
        return log.outcome();
    }

    private void show(Session session, TestLog log) {
        log.show();
        Map<String, String> surroundings = environment.environment();
        if (plan.does(TestMode.GITHUB_ANNOTATIONS) || GithubAnnotations.isWanted(surroundings)) {
            GithubAnnotations.of(log.results(), environment.directory(), surroundings)
                    .forEach(line -> session.io().display().say(MessageLevel.PLAIN, line));
        }
    }

    private void runAll(Session session, TestLog log) {
        if (plan.parallel() > 1 && files.size() > 1) {
            runParallel(session, log);
            return;
        }
        for (Path file : files) {
            if (!log.isOver()) {
                runFile(file, session, log);
            }
        }
    }

    private void runFile(Path file, Session session, TestLog log) {
        TestIsolation isolation = TestIsolation.of(names, plan.parallel());
        new TestFile(file, plan, limits, environment, log, isolation).run(session);
    }

    private void runParallel(Session session, TestLog log) {
        ExecutorService threads = Executors.newFixedThreadPool(plan.parallel(), DaemonThreads.factory("hubsh-test"));
        List<Future<?>> running = new ArrayList<>();
        try {
            for (Path file : files) {
                running.add(threads.submit(() -> {
                    if (!log.isOver()) {
                        runFile(file, session, log);
                    }
                }));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } catch (ShellException stopped) {
            log.stop(TestFile.INTERRUPTED);
            throw stopped;
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    /** An interrupted file still reports before it ends. */
    private static void awaitEnd(ExecutorService threads) {
        try {
            boolean unused = threads.awaitTermination(END_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> running) {
        try {
            Object unused = Interruptible.get("stopped the tests", running::get);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ShellException known) {
                throw known;
            }
            throw new ShellException(Problem.INTERNAL, String.valueOf(failed.getCause()), failed);
        }
    }
}
