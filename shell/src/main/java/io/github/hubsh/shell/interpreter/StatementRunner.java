package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.MemoryShortage;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** Runs statements on the thread that asks, one at a time; {@link #interrupt()} may be called from any thread. */
final class StatementRunner {
    private final Session session;
    private final Presenter presenter;
    private final boolean recording;
    private final Object lock = new Object();

    // Mutable state
    private @Nullable Thread running; // guarded by lock
    private volatile boolean over; // written under lock
    private Outcome.@Nullable Exit exit;

    /**
     * Runs statements of one session.
     *
     * @param recording whether what they give becomes a result {@code $_}
     */
    StatementRunner(Session session, Presenter presenter, boolean recording) {
        this.session = session;
        this.presenter = presenter;
        this.recording = recording;
    }

    /** Returns whether {@code exit} was among what ran. */
    boolean leaving() {
        return exit != null;
    }

    /** Returns the exit code that {@code exit} gave, or {@code null} if it gave none. */
    @Nullable
    Integer exitCode() {
        Outcome.Exit asked = exit;
        return asked == null ? null : asked.code();
    }

    /**
     * Runs a statement and shows what it gives.
     *
     * @return what failed, which has not been shown; or {@code null}
     */
    @Nullable
    ShellException run(Statement statement) {
        presenter.begin(statement.arguments(), session.memory().preferences());
        begin();
        try {
            PipelineSpec pipeline = statement.pipeline();
            if (pipeline == null) {
                Outcome outcome = statement.verb().run(statement.arguments(), session);
                // The first look spares a one-shot the class of the second.
                if (!(outcome instanceof Outcome.Value) && outcome instanceof Outcome.Exit asked) {
                    exit = asked;
                }
                presenter.end(outcome);
            } else {
                Outcome.Exit asked = new Pipeline(session, presenter).run(statement, pipeline);
                exit = asked == null ? exit : asked;
                presenter.end();
            }
            Outcome.Value last = presenter.last();
            if (last != null && recording) {
                session.memory().variables().addResult(last.value());
            }
            return null;
        } catch (ShellException failed) {
            if (over) {
                throw new Screen.Gone();
            }
            return failed;
        } catch (Screen.Gone gone) {
            throw gone;
        } catch (RuntimeException defect) {
            return new ShellException(Problem.INTERNAL, defect.toString(), defect);
        } catch (OutOfMemoryError full) {
            return MemoryShortage.of("what this line works with", full);
        } finally {
            end();
        }
    }

    /** Stops the statement that runs now, if any: it ends with {@link Problem#INTERRUPTED}. */
    void interrupt() {
        synchronized (lock) {
            if (running != null) {
                running.interrupt();
            }
        }
    }

    /** Ends this statement and refuses every other: the reader of their output is gone. */
    void readerGone() {
        synchronized (lock) {
            over = true;
            interrupt();
        }
    }

    private void begin() {
        synchronized (lock) {
            if (over) {
                throw new Screen.Gone();
            }
            running = Thread.currentThread();
        }
    }

    /** Forgets an interruption that came too late, so that it does not hit the next statement. */
    private void end() {
        synchronized (lock) {
            running = null;
            Thread.interrupted();
        }
    }
}
