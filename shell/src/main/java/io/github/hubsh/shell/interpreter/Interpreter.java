package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Completeness;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.OptionPipes;
import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs lines against a session and shows what they give. One thread at a time runs lines; {@link #interrupt()} may be
 * called from any.
 */
public final class Interpreter {
    private static final Arguments NOTHING = new Arguments(List.of(), List.of(), Map.of());

    private final Session session;
    private final Presenter presenter;
    private final boolean keepGoing;

    // Mutable state
    private StatementRunner runner;
    private @Nullable JournalKeeper journal;
    private @Nullable BackgroundJobs jobs;
    private boolean liveBeside;
    private boolean interrupted;
    private boolean echoes;
    private @Nullable Word jq;

    /**
     * Runs lines against one session.
     *
     * @param keepGoing whether the statements behind a failed one still run
     */
    public Interpreter(Session session, Presenter presenter, boolean keepGoing) {
        this.session = session;
        this.presenter = presenter;
        this.keepGoing = keepGoing;
        this.runner = new StatementRunner(new StatementSession(session, presenter), presenter, true);
    }

    public Session session() {
        return session;
    }

    /** Writes down what statements send, from now on, so that it can become a script. */
    public void keepJournal() {
        JournalKeeper keeper = new JournalKeeper(session);
        journal = keeper;
        runner = new StatementRunner(new StatementSession(keeper.session(), presenter), presenter, true);
    }

    /** Shows everything on another screen from now on: the prompt has one of its own. */
    public void showOn(Screen screen) {
        presenter.moveTo(screen);
    }

    /**
     * Lets {@linkplain io.github.hubsh.shell.syntax.Syntax#live() live} statements run beside those that follow them
     * from now on.
     *
     * @param screen where they show what they have to show
     */
    public BackgroundJobs runLiveBeside(Screen screen) {
        liveBeside = true;
        return openJobs(new BackgroundJobs(presenter.beside(screen), true, () -> {}));
    }

    /**
     * Waits for what still runs in the background, or stops it after {@code exit}; returns the first failure's code.
     */
    public int finish() {
        BackgroundJobs open = jobs;
        if (open == null) {
            return 0;
        }
        if (leaving()) {
            stop(open);
        }
        try {
            return open.awaitAll();
        } catch (ShellException stopped) {
            stop(open);
            return stopped.exitCode();
        }
    }

    /**
     * As {@link #finish}, where statements were left out behind a failure: they may be what would have stopped a
     * recording or a served plugin, which runs on for ever without them.
     */
    public int finishEarly() {
        BackgroundJobs open = jobs;
        if (open != null) {
            session.memory()
                    .recordings()
                    .stopAll(session.hub().joined())
                    .forEach(each ->
                            presenter.say(MessageLevel.NOTE, each.totals().text()));
            open.stopLive();
        }
        return finish();
    }

    /** What was heard until now is to be in the files. */
    private void stop(BackgroundJobs open) {
        session.memory().recordings().stopAll(session.hub().joined());
        open.stopAll();
    }

    private BackgroundJobs openJobs(BackgroundJobs opened) {
        jobs = opened;
        session.memory().setJobs(opened);
        return opened;
    }

    public boolean keepsGoing() {
        return keepGoing;
    }

    /**
     * Returns whether the last line was interrupted: nothing runs after it, even if an earlier failure gave the code.
     */
    public boolean interrupted() {
        return interrupted;
    }

    private static boolean isInterruption(int code) {
        return code == Problem.INTERRUPTED.exitCode();
    }

    /** Shows each line before it runs, from now on. */
    public void echo() {
        echoes = true;
    }

    /** Returns whether {@code exit} was among what ran. */
    public boolean leaving() {
        return runner.leaving();
    }

    /** Returns the exit code that {@code exit} gave, or {@code null} if it gave none. */
    public @Nullable Integer exitCode() {
        return runner.exitCode();
    }

    /**
     * Runs the statements of a line.
     *
     * @return 0, or the exit code of the first failure; it has been shown
     */
    public int run(String line) {
        return run(line, null);
    }

    /**
     * As {@link #run(String)}.
     *
     * @param where the line stands in a file, for errors; {@code null} for a line of none
     */
    public int run(String line, @Nullable SourceLine where) {
        interrupted = false;
        if (echoes) {
            EchoedLine.show(line, presenter);
        }
        if (journal != null) {
            journal.line(line, where);
        }
        List<Statement> statements;
        PromptLanguage dialect = session.program().promptLanguage();
        if (dialect != null) {
            int code = line.isBlank() ? 0 : run(new Statement(new LanguageVerb(dialect, line), NOTHING), where);
            interrupted = isInterruption(code);
            return code;
        }
        try {
            statements = LineParser.parse(line, session.memory().aliases().all());
        } catch (ShellException wrong) {
            presenter.error(
                    MissingVerb.explained(wrong, session.memory()), where == null ? null : where.of(wrong.place()));
            return wrong.exitCode();
        }
        return run(statements, where);
    }

    /** Runs statements that are parsed already. */
    public int run(List<Statement> statements, @Nullable SourceLine where) {
        try {
            check(statements);
        } catch (ShellException wrong) {
            presenter.error(wrong, where);
            return wrong.exitCode();
        }
        int status = 0;
        for (Statement statement : statements) {
            if (journal != null) {
                journal.begin(statement, statements.size() == 1);
            }
            int code = run(piped(statement), where);
            if (journal != null) {
                journal.end(code);
            }
            status = status == 0 ? code : status;
            interrupted = isInterruption(code);
            if (leaving() || interrupted || (code != 0 && !keepGoing)) {
                break;
            }
        }
        return status;
    }

    /** Sends the results of every statement through a jq expression too, unless it has one of its own. */
    public void filterAll(@Nullable Word expression) {
        jq = expression;
    }

    private Statement piped(Statement statement) {
        Word expression = jq;
        return expression == null || statement.arguments().has("--jq")
                ? statement
                : OptionPipes.through(statement, expression);
    }

    /** Finds what is wrong with any filter before the first statement runs. */
    private void check(List<Statement> statements) {
        for (Statement statement : statements) {
            PipelineSpec pipeline = piped(statement).pipeline();
            if (pipeline != null && pipeline.open() == null) {
                new Pipeline(session, presenter).check(pipeline);
            }
        }
    }

    /** Returns whether Enter should run what was typed, in the language that is typed now. */
    public Completeness completeness(String text) {
        PromptLanguage dialect = session.program().promptLanguage();
        if (dialect == null) {
            return Completeness.of(text);
        }
        return dialect.isComplete(text) ? Completeness.COMPLETE : Completeness.INCOMPLETE;
    }

    /** Stops the statement that runs now, if any: it ends with {@link Problem#INTERRUPTED}. */
    public void interrupt() {
        runner.interrupt();
    }

    /** Returns whether the statement is not to be waited for. */
    private boolean runsBeside(Statement statement) {
        PipelineSpec pipeline = statement.pipeline();
        if (pipeline == null) {
            return liveBeside && statement.isLive();
        }
        // The statements that follow may need what is kept in a variable.
        return pipeline.background() || (liveBeside && statement.isLive() && pipeline.name() == null);
    }

    /** Starts a job; its variables have the values of now. */
    private int startBeside(Statement statement, @Nullable SourceLine where) {
        try {
            BackgroundJobs open =
                    jobs == null ? openJobs(new BackgroundJobs(presenter.beside(), false, runner::readerGone)) : jobs;
            open.start(
                    ReferenceExpansion.of(statement, new StatementSession(session, presenter)),
                    journal == null ? session : journal.beside());
            return 0;
        } catch (ShellException wrong) {
            presenter.error(wrong, where);
            return wrong.exitCode();
        }
    }

    private int run(Statement statement, @Nullable SourceLine where) {
        if (runsBeside(statement)) {
            return startBeside(statement, where);
        }
        ShellException failed = runner.run(statement);
        if (failed == null) {
            return 0;
        }
        presenter.error(failed, where);
        return failed.exitCode();
    }
}
