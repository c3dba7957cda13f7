package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.Collect;
import io.github.hubsh.shell.filter.Filters;
import io.github.hubsh.shell.filter.PipelineClosed;
import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Redirect;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FrameDisplay;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.memory.Variables;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a statement whose results go through filters: the verb at one end, the screen at the other. */
final class Pipeline {
    /** How a verb shows its results. */
    private enum Results {
        AT_THE_END,
        WHILE_IT_RUNS,
        /** While it runs, and a file gets them as they are. */
        AS_BYTES
    }

    private final Session session;
    private final Presenter presenter;
    private final Stage end;

    Pipeline(Session session, Presenter presenter) {
        this(session, presenter, new Shown(presenter));
    }

    /** As a flow to a screen, but with another end. */
    Pipeline(Session session, Presenter presenter, Stage end) {
        this.session = session;
        this.presenter = presenter;
        this.end = end;
    }

    /** Builds everything without running it, to find what is wrong with it. */
    void check(PipelineSpec pipeline) {
        chain(pipeline, Results.AT_THE_END).close();
    }

    /** Runs the statement; returns its wish to leave the shell, or {@code null}. */
    Outcome.@Nullable Exit run(Statement typed, PipelineSpec prefixes) {
        Statement statement = ReferenceExpansion.of(typed, session);
        PipelineSpec pipeline = statement.pipeline() == null ? prefixes : statement.pipeline();
        if (pipeline.pipes().stream().anyMatch(pipe -> pipe.kind() == Pipe.Kind.TABLE)) {
            presenter.asTable();
        }
        Stage first = chain(pipeline, results(statement));
        try {
            Outcome.Exit exit = produce(statement, pipeline, first);
            first.end();
            return exit;
        } catch (ShellException stopped) {
            if (stopped.isInterruption() && pipeline.redirect() != null) {
                // The results until then are what was asked for: a tail into a file always ends this way.
                first.end();
            }
            throw stopped;
        } finally {
            first.close();
        }
    }

    private static Results results(Statement statement) {
        if (statement.givesBytes()) {
            return Results.AS_BYTES;
        }
        return statement.showsWhileItRuns() ? Results.WHILE_IT_RUNS : Results.AT_THE_END;
    }

    private Stage chain(PipelineSpec pipeline, Results results) {
        StatementFilterContext context = new StatementFilterContext(presenter, session);
        Redirect redirect = pipeline.redirect();
        String name = pipeline.name();
        boolean asBytes = endsInBytes(pipeline);
        if (asBytes && redirect == null && name == null && presenter.isTerminal()) {
            throw ShellException.at(lastPipe(pipeline).name().place(0), "bytes would disturb the terminal")
                    .hint("write them to a file: | bytes > FILE");
        }
        boolean bytes =
                asBytes || (results == Results.AS_BYTES && pipeline.pipes().isEmpty());
        if (bytes && redirect != null && name == null) {
            return Filters.chain(
                    pipeline.pipes(), new LineSink(redirect, session.io().files(), presenter), context);
        }
        if (results != Results.AT_THE_END && redirect != null && name == null && StreamedFile.takesResults(redirect)) {
            return Filters.chain(pipeline.pipes(), streamed(redirect), context);
        }
        Stage last =
                redirect == null ? end : new FileSink(redirect, session.io().files(), presenter);
        if (name != null) {
            last = new Kept(name, session.memory().variables(), redirect == null ? null : last, context);
        }
        boolean whole = redirect != null || name != null;
        return Filters.chain(pipeline.pipes(), whole ? new Collect(last, context) : last, context);
    }

    private static boolean endsInBytes(PipelineSpec pipeline) {
        return !pipeline.pipes().isEmpty() && lastPipe(pipeline).kind() == Pipe.Kind.BYTES;
    }

    private static Pipe lastPipe(PipelineSpec pipeline) {
        return pipeline.pipes().get(pipeline.pipes().size() - 1);
    }

    private Stage streamed(Redirect redirect) {
        FileAccess files = session.io().files();
        return StreamedFile.isNamed(redirect, ".csv")
                ? new CsvSink(redirect, files)
                : new LineSink(redirect, files, presenter);
    }

    private Outcome.@Nullable Exit produce(Statement statement, PipelineSpec pipeline, Stage first) {
        Display display = new StageDisplay(first, presenter, first == end);
        try {
            Session filtered = new StatementSession(session, display);
            for (int left = pipeline.times(); left > 0; left--) {
                ShellException.throwIfInterrupted();
                Outcome outcome = statement.verb().run(statement.arguments(), filtered);
                if (outcome instanceof Outcome.Exit exit) {
                    return exit;
                }
                if (isNoData(outcome)
                        && (pipeline.name() != null || !pipeline.pipes().isEmpty())) {
                    tellOfNoData(statement);
                }
                if (!(outcome instanceof Outcome.Nothing)) {
                    first.accept(outcome);
                }
            }
            return null;
        } catch (PipelineClosed enough) {
            return null;
        }
    }

    private static boolean isNoData(Outcome outcome) {
        return outcome instanceof Outcome.Value value && value.value() == null;
    }

    /** Tells the user if a command has never answered data, since the next stage needs a result. */
    private void tellOfNoData(Statement statement) {
        Arguments arguments = statement.arguments();
        if (statement.isVerb(VerbName.EXECUTE)
                && session.memory()
                        .catalog()
                        .observations()
                        .answersNothing(arguments.operand(0), arguments.operand(1))) {
            presenter.say(
                    MessageLevel.NOTE,
                    arguments.operand(0) + " " + arguments.operand(1) + " has always replied without data so far");
        }
    }

    /** The end of the chain: the screen. */
    private record Shown(Presenter presenter) implements Stage {
        @Override
        public void accept(Outcome outcome) {
            presenter.show(outcome);
        }

        @Override
        public void end() {
            // Everything has been shown.
        }
    }

    /** The end of the chain in a variable; and in a file too, if there is one. */
    private record Kept(
            String name, Variables variables, @Nullable Stage file, StatementFilterContext context) implements Stage {
        @Override
        public void accept(Outcome outcome) {
            Object value = context.value(outcome);
            variables.put(name, value);
            variables.addResult(value);
            if (file != null) {
                file.accept(outcome);
            }
        }

        @Override
        public void end() {
            // Everything has been kept.
        }
    }

    /**
     * The results of the verb go into the chain; its messages do not.
     *
     * @param whole whether the chain has one stage only, which shows things as they are
     */
    private record StageDisplay(Stage first, Presenter presenter, boolean whole) implements Display {
        @Override
        public void show(Outcome outcome) {
            first.accept(outcome);
        }

        @Override
        public FrameDisplay frames() {
            return whole && first instanceof Shown ? presenter.frames() : new StageFrames(first, presenter.frames());
        }

        @Override
        public void say(MessageLevel level, String text) {
            switch (level) {
                case OUTPUT, REPORT, FAILURE -> first.accept(new Outcome.Text(List.of(text)));
                case ASIDE -> {
                    // It sums up what went into the chain, and would be taken for a result.
                }
                default -> presenter.say(level, text);
            }
        }

        @Override
        public OutputBatch batch() {
            return presenter.batch();
        }

        @Override
        public boolean wantsJson() {
            return presenter.wantsJson();
        }

        @Override
        public void progress(String text) {
            presenter.progress(text);
        }
    }

    /** Frames go into the chain, one after the other. */
    private record StageFrames(Stage first, FrameDisplay screen) implements FrameDisplay {
        @Override
        public void draw(Outcome.Frame frame) {
            first.accept(frame);
        }

        @Override
        public void end(boolean keep) {
            screen.end(keep);
        }

        @Override
        public boolean dismissed() {
            return screen.dismissed();
        }

        @Override
        public int width() {
            return screen.width();
        }
    }
}
