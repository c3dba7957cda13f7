package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One script: a context, the thread that alone enters it, and what it has open on the outside.
 *
 * <p>{@link #run} may be called from any thread but its own; the methods that say so belong to its own.
 */
public final class Script implements AutoCloseable {
    /** How long what is stopped may clean up, for each piece of work. */
    public static final Duration CLEAN_UP_TIME = ScriptTurn.CLEAN_UP_TIME;

    private static final Duration INTERRUPT_TIMEOUT = Duration.ofMillis(200);

    private final Inbox inbox = new Inbox();
    private final ScriptTurns turns = new ScriptTurns(new TurnInterruptions());
    private final ScriptThread thread;
    private final SourceTexts sources;
    private final Failures failures;
    private final HostFunctions outside;
    private final ModuleFiles files;
    private final ScriptSetup setup;

    // Mutable state
    private volatile Session session;
    private volatile @Nullable ScriptRuntime runtime; // made on the script's thread
    private volatile boolean closed;
    private volatile @Nullable RuntimeException ending;
    private volatile Consumer<ShellException> onStop = why -> {};
    private @Nullable ScriptResult main; // of the script's thread

    /** Makes a script that does nothing yet. */
    public Script(ScriptSetup setup, Limits limits, ScriptEnvironment environment, Session session) {
        this.session = session;
        this.setup = setup;
        this.sources = new SourceTexts(environment);
        this.failures = new Failures(sources, this::details);
        this.thread = new ScriptThread(setup.name(), inbox, this::take, this::failedAlone);
        thread.onInterruption(turns::notice);
        this.files = new ModuleFiles(
                setup.root(), environment.directory(), limits, () -> runtime().module());
        this.outside = new HostFunctions(this, thread, inbox, environment, limits, setup.arguments());
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

    /** Returns the work that has a time limit of its own. */
    public ScriptTurns turns() {
        return turns;
    }

    /** Returns whether the calling thread is the script's own. */
    boolean isCurrent() {
        return thread.isCurrent();
    }

    /** Returns the error for a throwable that was thrown while the script ran. On the script's thread. */
    public ShellException failure(Throwable thrown) {
        return failures.of(thrown);
    }

    /** Returns what JavaScript knows of what was thrown, or {@code null} where it did not throw it. On its thread. */
    public @Nullable ErrorDetails details(Throwable thrown) {
        if (thrown instanceof ScriptError error) {
            return error.details();
        }
        Value guest = thrown instanceof PolyglotException failed && failed.isGuestException()
                ? failed.getGuestObject()
                : null;
        return guest == null ? null : details(guest);
    }

    /** Returns the error that JavaScript has described. */
    public RuntimeException error(ErrorDetails details) {
        return new ScriptError(details);
    }

    /** Returns the innermost place of a stack that is the script's own, or {@code null}. */
    public @Nullable Location location(String stack) {
        return Location.ofStack(stack, sources);
    }

    /** Returns the line and column to point at, if there is such a line. */
    public @Nullable Place place(Location at) {
        return sources.place(at);
    }

    /** Returns how a message names a place. */
    public String shown(Location at) {
        return sources.shown(at);
    }

    /**
     * Sends elsewhere what it prints, sends and receives; {@code null} for its display only. On the script's thread.
     */
    public void observe(@Nullable ScriptConsole console, MessageJournal journal) {
        outside.printTo(console);
        outside.calls().journal(journal);
    }

    /** Calls a function of the API's inside and waits for nothing. On the script's thread. */
    public void call(String function, Object... arguments) {
        Value unused = runtime().call(function, arguments);
    }

    /** Calls a function of the API's inside that gives JSON, and reads that. On the script's thread. */
    public @Nullable Object ask(String function, Object... arguments) {
        return ScriptText.read("=" + runtime().call(function, arguments).asString());
    }

    /** Runs a job on the script's thread, for a session, and waits for it. */
    public <T> T run(Session asking, @Nullable Duration limit, Callable<T> work) {
        if (closed) {
            throw new ShellException(
                    Problem.SCRIPT_FAILED, "this JavaScript was stopped; the next line starts a new one");
        }
        return new Watchdog<T>(this, limit).run(() -> {
            session = asking;
            ending = null;
            return work.call();
        });
    }

    /** Returns the API, made on first use. On the script's thread. */
    ScriptRuntime runtime() {
        ScriptRuntime made = runtime;
        if (made == null) {
            made = new ScriptRuntime(Engines.context(files, setup.isLazy()), outside.functions(), setup.parts());
            runtime = made;
        }
        return made;
    }

    /** Sets who hears at once that the script is being stopped, and why, even if the script itself does not react. */
    public void onStop(Consumer<ShellException> hearer) {
        onStop = hearer;
    }

    /** Called by the thread that stops it. */
    void stopping(ShellException why) {
        onStop.accept(why);
    }

    /** Evaluates a source and waits for what it gives: the text of a value. On the script's thread. */
    String evaluate(Source source) {
        ScriptRuntime ready = runtime();
        return complete(() -> ready.finish(ready.evaluate(source)));
    }

    /** Loads a file as a module and waits for what it exports as its default. On the script's thread. */
    public String load(Path file) {
        ScriptRuntime ready = runtime();
        return complete(() -> ready.load(file.toString()));
    }

    /** Calls something that signals its end by {@link #completed}, and waits for that. On the script's thread. */
    public String complete(Runnable begin) {
        ScriptResult awaited = new ScriptResult();
        ScriptResult before = main;
        main = awaited;
        try {
            begin.run();
            continueUntil(() -> awaited.isDone() || isStuck());
            return awaited.get();
        } finally {
            main = before;
        }
    }

    /** Continues until nothing is pending. On the script's thread. */
    void finishPending() {
        continueUntil(this::isStuck);
    }

    /** A test that waits has a limit of time, which says more than a note. */
    private void continueUntil(BooleanSupplier condition) {
        WaitingNote note = new WaitingNote(
                turns.cleansUp() ? List::of : outside::openEnds,
                sentence -> session.io().display().say(MessageLevel.NOTE, sentence));
        thread.until(Inbox.Ready.FOR_EVENTS, condition, note::look);
    }

    /** Ends {@link #stayFor} with this error. From another thread. */
    void endStay(AtomicReference<@Nullable ShellException> reason, ShellException why) {
        reason.set(why);
        inbox.post(() -> {});
    }

    /**
     * Does what comes for so long, until it is stopped, or until there is a reason to end. On the script's thread.
     *
     * @throws ShellException that reason
     */
    void stayFor(@Nullable Duration time, AtomicReference<@Nullable ShellException> reason) {
        long end = System.nanoTime() + (time == null ? Long.MAX_VALUE / 4 : time.toNanos());
        while (System.nanoTime() - end < 0) {
            thread.once(Inbox.Ready.FOR_EVENTS, end - System.nanoTime());
            ShellException why = reason.get();
            if (why != null) {
                throw why;
            }
        }
    }

    /**
     * Continues while a function of the API's inside returns true, or until nothing is pending. On the script's thread.
     */
    public void continueWhile(String function) {
        thread.until(
                Inbox.Ready.FOR_EVENTS,
                () -> isStuck() || !runtime().call(function).asBoolean());
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

    /** Returns why the script ends itself, or {@code null}. */
    @Nullable
    RuntimeException ending() {
        return ending;
    }

    /**
     * Ends the work at hand: the thread that waits for it stops it, and throws this. Waits until that begins; a script
     * that must not go on has to loop from then on, because it could catch an error. On the script's thread.
     */
    void end(RuntimeException why) {
        ending = why;
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            // That is what was waited for.
        }
    }

    /** Stops what runs now, wherever it is; the context lives on. From another thread. */
    void interrupt() {
        ScriptRuntime running = runtime;
        thread.interrupt();
        if (running == null) {
            return;
        }
        try {
            running.context().interrupt(INTERRUPT_TIMEOUT);
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
        ScriptRuntime running = runtime;
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
            ScriptRuntime made = runtime;
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
            runtime().due(taken.timer());
        }
    }

    private void failedAlone(Throwable failed) {
        if (!closed) {
            ShellException known = failures.of(failed);
            // The interruption of a job may come when it has just ended.
            if (!known.isInterruption()) {
                session.io().display().say(MessageLevel.WARNING, "JavaScript: " + known.text());
            }
        }
    }

    private ErrorDetails details(Value thrown) {
        return ErrorDetails.read(runtime().describe(thrown));
    }

    private final class TurnInterruptions implements ScriptTurn.Interruptions {
        @Override
        public void wake() {
            thread.interrupt();
        }

        @Override
        public void cut() {
            interrupt();
        }
    }
}
