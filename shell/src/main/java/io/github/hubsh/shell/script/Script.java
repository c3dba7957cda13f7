package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One script: a context, the thread that alone enters it, and what it has open on the outside.
 *
 * <p>{@link #run} may be called from any thread but its own; the methods that say so belong to its own.
 */
final class Script implements AutoCloseable {
    private static final Duration INTERRUPTION = Duration.ofMillis(200);

    private final Inbox inbox = new Inbox();
    private final ScriptThread thread;
    private final SourceTexts sources;
    private final Failures failures;
    private final HostFunctions outside;
    private final ModuleFiles files;
    private final List<String> parts;

    // Mutable state
    private volatile Session session;
    private volatile @Nullable ScriptRuntime kit; // made on the script's thread
    private volatile @Nullable Turn turn;
    private volatile boolean closed;
    private volatile Consumer<ShellException> onStop = why -> {};
    private @Nullable ScriptResult main; // of the script's thread

    /** A piece of the work that has a time limit of its own. */
    private record Turn(long end, Runnable onOverdue) {}

    /**
     * Makes a script that does nothing yet.
     *
     * @param root the folder that it may import from, or {@code null}
     * @param directory that relative paths start from
     * @param parts the sources of the API that it wants, in order
     */
    Script(
            String name,
            Session session,
            @Nullable Path root,
            Path directory,
            ScriptEnvironment surroundings,
            Limits limits,
            List<String> arguments,
            List<String> parts) {
        this.session = session;
        this.parts = parts;
        this.sources = new SourceTexts(directory, root);
        this.failures = new Failures(sources, this::told);
        this.thread = new ScriptThread(name, inbox, this::take, this::failedAlone);
        this.files = new ModuleFiles(root, directory, limits, () -> kit().module());
        this.outside = new HostFunctions(this, thread, inbox, surroundings, limits, directory, arguments);
        thread.start();
    }

    Inbox inbox() {
        return inbox;
    }

    Failures failures() {
        return failures;
    }

    SourceTexts sources() {
        return sources;
    }

    Session session() {
        return session;
    }

    HostFunctions outside() {
        return outside;
    }

    /** Returns whether the calling thread is the script's own. */
    boolean isCurrent() {
        return thread.isCurrent();
    }

    /** Runs a job on the script's thread, for a session, and waits for it. */
    <T> T run(Session asking, @Nullable Duration limit, Callable<T> work) {
        if (closed) {
            throw new ShellException(Problem.SCRIPT_FAILED, "this JavaScript had to be ended; it starts anew");
        }
        return new Watchdog<T>(this, limit).run(() -> {
            session = asking;
            return work.call();
        });
    }

    /** Returns the API, made by the first who asks. On the script's thread. */
    ScriptRuntime kit() {
        ScriptRuntime made = kit;
        if (made == null) {
            made = new ScriptRuntime(Engines.context(files), outside.functions(), parts);
            kit = made;
        }
        return made;
    }

    /** Names who hears at once that it is being stopped, and why; whether it listens is another matter. */
    void onStop(Consumer<ShellException> hearer) {
        onStop = hearer;
    }

    /** Called by who stops it. */
    void stopping(ShellException why) {
        onStop.accept(why);
    }

    /** Evaluates a source and waits for what it gives: the text of a value. On the script's thread. */
    String evaluate(Source source) {
        ScriptRuntime ready = kit();
        return complete(() -> ready.finish(ready.evaluate(source)));
    }

    /** Loads a file as a module and waits for what it exports as its default. On the script's thread. */
    String load(Path file) {
        ScriptRuntime ready = kit();
        return complete(() -> ready.load(file.toString()));
    }

    /** Calls something that tells of its end by {@link #completed}, and waits for that. On the script's thread. */
    String complete(Runnable begin) {
        ScriptResult awaited = new ScriptResult();
        ScriptResult before = main;
        main = awaited;
        try {
            begin.run();
            thread.until(Inbox.Ready.FOR_EVENTS, () -> awaited.isDone() || isStuck());
            return awaited.get();
        } finally {
            main = before;
        }
    }

    /** Goes on until nothing is pending. On the script's thread. */
    void finishPending() {
        thread.until(Inbox.Ready.FOR_EVENTS, () -> !outside.isPending());
    }

    /** Does what comes for so long, or until it is stopped. On the script's thread. */
    void stayFor(@Nullable Duration time) {
        long end = System.nanoTime() + (time == null ? Long.MAX_VALUE / 4 : time.toNanos());
        while (System.nanoTime() - end < 0) {
            thread.once(Inbox.Ready.FOR_EVENTS, end - System.nanoTime());
        }
    }

    /** Called by what {@link #complete} began. */
    void completed(ScriptResult.Result result) {
        if (main != null) {
            main.complete(result);
        }
    }

    private boolean isStuck() {
        return !outside.isPending();
    }

    /** Gives the work that begins now a limit of its own; {@code null} takes it away. On the script's thread. */
    void limitTurn(@Nullable Duration limit, Runnable onOverdue) {
        turn = limit == null ? null : new Turn(System.nanoTime() + limit.toNanos(), onOverdue);
    }

    /** Interrupts what runs if its own limit is over. */
    void stopOverdueTurn(long now) {
        Turn running = turn;
        if (running != null && now - running.end > 0) {
            turn = new Turn(now + TimeUnit.MILLISECONDS.toNanos(300), running.onOverdue);
            running.onOverdue.run();
            interrupt();
        }
    }

    /** Stops what runs now, wherever it is; the context lives on. From another thread. */
    void interrupt() {
        ScriptRuntime running = kit;
        thread.interrupt();
        if (running == null) {
            return;
        }
        try {
            running.context().interrupt(INTERRUPTION);
        } catch (TimeoutException later) {
            // It is in a call to the outside, which the thread's interruption ends.
        } catch (IllegalStateException over) {
            // It is closed already.
        }
    }

    /** Gives up on a script that does not end. */
    void abandon() {
        closed = true;
        thread.end();
        outside.close();
        ScriptRuntime running = kit;
        if (running != null) {
            running.context().close(true);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            outside.close();
            inbox.clear();
            thread.end();
            ScriptRuntime made = kit;
            if (made != null) {
                made.close();
            }
        }
    }

    private void take(Inbox.Taken taken) {
        Runnable work = taken.work();
        if (work != null) {
            work.run();
        } else {
            outside.timerFired(taken.timer());
            kit().due(taken.timer());
        }
    }

    private void failedAlone(Throwable failed) {
        if (!closed) {
            boolean stopped = failed instanceof PolyglotException exception && exception.isCancelled();
            if (!stopped) {
                session.io()
                        .display()
                        .say(
                                MessageLevel.WARNING,
                                "JavaScript: " + failures.of(failed).text());
            }
        }
    }

    /** For a test: what the context is. */
    @Nullable
    Context context() {
        return kit == null ? null : kit().context();
    }

    /** Describes what was thrown, as {@code errors.js} does. On the script's thread. */
    Failures.Told told(Value thrown) {
        return Failures.told(kit().describe(thrown));
    }
}
