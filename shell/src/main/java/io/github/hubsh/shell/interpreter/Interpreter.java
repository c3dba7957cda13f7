package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.command.Outcome;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Screen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs lines against a session and shows what they give. One thread at a time runs lines; {@link #interrupt()} may be
 * called from any.
 */
public final class Interpreter {
    private final Session session;
    private final Presenter presenter;
    private final boolean keepGoing;
    private final Object lock = new Object();

    // Mutable state
    private @Nullable Thread running; // guarded by lock
    private boolean leaving;

    /**
     * Runs lines against one session.
     *
     * @param keepGoing whether the statements behind a failed one still run
     */
    public Interpreter(Session session, Presenter presenter, boolean keepGoing) {
        this.session = session;
        this.presenter = presenter;
        this.keepGoing = keepGoing;
    }

    public Session session() {
        return session;
    }

    /** Shows everything on another screen from now on: the prompt has one of its own. */
    public void showOn(Screen screen) {
        presenter.moveTo(screen);
    }

    public boolean keepsGoing() {
        return keepGoing;
    }

    /** Returns whether {@code exit} was among what ran. */
    public boolean leaving() {
        return leaving;
    }

    /**
     * Runs the statements of a line.
     *
     * @return 0, or the exit code of the first failure; it has been shown
     */
    public int run(String line) {
        return run(line, "");
    }

    /**
     * As {@link #run(String)}.
     *
     * @param where the line came from, {@code setup.hubsh:3}, for errors; or empty
     */
    public int run(String line, String where) {
        List<Statement> statements;
        try {
            statements = LineParser.parse(line);
        } catch (ShellException wrong) {
            presenter.error(wrong, where);
            return wrong.exitCode();
        }
        return run(statements, where);
    }

    /** Runs statements that are parsed already. */
    public int run(List<Statement> statements, String where) {
        int status = 0;
        for (Statement statement : statements) {
            int code = run(statement, where);
            status = status == 0 ? code : status;
            if (leaving || code == Problem.INTERRUPTED.exitCode() || (code != 0 && !keepGoing)) {
                break;
            }
        }
        return status;
    }

    /** Stops the statement that runs now, if any: it ends with {@link Problem#INTERRUPTED}. */
    public void interrupt() {
        synchronized (lock) {
            if (running != null) {
                running.interrupt();
            }
        }
    }

    private int run(Statement statement, String where) {
        presenter.begin(statement.arguments());
        begin();
        try {
            Outcome outcome = statement.verb().run(statement.arguments(), session);
            leaving |= outcome instanceof Outcome.Exit;
            presenter.end(outcome);
            return 0;
        } catch (ShellException failed) {
            presenter.error(failed, where);
            return failed.exitCode();
        } catch (Screen.Gone gone) {
            throw gone;
        } catch (RuntimeException defect) {
            presenter.error(new ShellException(Problem.INTERNAL, defect.toString(), defect), where);
            return Problem.INTERNAL.exitCode();
        } finally {
            end();
        }
    }

    private void begin() {
        synchronized (lock) {
            running = Thread.currentThread();
        }
    }

    /** Forgets an interruption that came too late, lest it hit the next statement. */
    private void end() {
        synchronized (lock) {
            running = null;
            Thread.interrupted();
        }
    }
}
