package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.filter.Stage;
import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.line.StatementText;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;

/** A statement that is run again and again by another, which shows what it gives. */
final class RepeatedStatement implements RepeatableStatement {
    private static final PipelineSpec PLAIN = new PipelineSpec(null, 1, List.of(), null, false, null);
    private static final int WIDTH = 80;

    private final Statement statement;
    private final Session session;

    RepeatedStatement(Statement statement, Session session) {
        this.statement = statement;
        this.session = session;
    }

    @Override
    public String text() {
        return StatementText.of(statement);
    }

    @Override
    public StatementResult run() {
        Catch caught = new Catch();
        Presenter presenter = new Presenter(caught, new View(OutputFormat.AUTO, false, false, WIDTH, false, null));
        presenter.begin(statement.arguments(), session.memory().preferences());
        PipelineSpec pipeline = statement.pipeline();
        try {
            new Pipeline(session, presenter, caught).run(statement, pipeline == null ? PLAIN : pipeline);
            return new StatementResult(caught.results, caught.notes, null);
        } catch (ShellException failed) {
            if (failed.isInterruption() || failed.problem() == Problem.USAGE) {
                throw failed;
            }
            return new StatementResult(caught.results, caught.notes, failed);
        }
    }

    /** The results and the messages of one run. */
    private static final class Catch implements Stage, Screen {
        private static final int MAX_REPEATED_RESULTS = 10_000;
        private static final int MAX_NOTES = 20;

        private final List<Outcome> results = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public void accept(Outcome outcome) {
            if (results.size() >= MAX_REPEATED_RESULTS) {
                throw new ShellException(Problem.USAGE, "more than " + MAX_REPEATED_RESULTS + " results in one run")
                        .hint("take fewer: | head 10, or tail --count 10");
            }
            results.add(outcome);
        }

        @Override
        public void end() {
            // Everything has been caught.
        }

        @Override
        public void data(StyledLine line) {
            accept(new Outcome.Text(List.of(line.text())));
        }

        @Override
        public void bytes(byte[] content) {
            accept(new Outcome.Binary(Bytes.wrapping(content)));
        }

        @Override
        public void message(StyledLine line) {
            if (notes.size() < MAX_NOTES) {
                notes.add(line.text());
            }
        }

        @Override
        public void progress(StyledLine line) {
            // The screen shows the previous picture meanwhile.
        }

        @Override
        public int width() {
            return WIDTH;
        }
    }
}
