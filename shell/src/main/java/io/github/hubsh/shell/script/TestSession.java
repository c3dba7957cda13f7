package io.github.hubsh.shell.script;

import io.github.hubsh.shell.command.Outcome;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Scripting.Limits;
import io.github.hubsh.shell.command.Scripting.TestPlan;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.ShellException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run of test files, each in a script of its own. */
final class TestSession {
    private final List<Path> files;
    private final TestPlan plan;
    private final Limits limits;
    private final Surroundings surroundings;

    TestSession(List<Path> files, TestPlan plan, Limits limits, Surroundings surroundings) {
        this.files = files;
        this.plan = plan;
        this.limits = new Limits(null, limits.readable(), limits.writable(), limits.environment());
        this.surroundings = surroundings;
    }

    Outcome run(Session session) {
        TestLog log = new TestLog(session, plan);
        try {
            if (plan.parallel() > 1 && files.size() > 1) {
                runParallel(session, log);
            } else {
                for (Path file : files) {
                    if (!log.isOver()) {
                        runFile(file, session, log);
                    }
                }
            }
        } finally {
            log.end();
        }
        return log.outcome();
    }

    private void runFile(Path file, Session session, TestLog log) {
        new TestFile(file, plan, limits, surroundings, log).run(session);
    }

    private void runParallel(Session session, TestLog log) {
        ExecutorService threads = Executors.newFixedThreadPool(plan.parallel(), work -> {
            Thread thread = new Thread(work, "hubsh-test");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
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
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped the tests");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ShellException known) {
                throw known;
            }
            throw new ShellException(Problem.INTERNAL, String.valueOf(failed.getCause()), failed);
        }
    }
}
