package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.FilterContext;
import io.github.hubsh.shell.line.NestedStatement;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.CommandAccess;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What filters see of the shell: how one statement renders. */
record StatementFilterContext(Presenter presenter, Session session) implements FilterContext {
    @Override
    public @Nullable Object value(Outcome outcome) {
        return Renderer.value(outcome);
    }

    @Override
    public String text(Outcome outcome) {
        return presenter.piped(outcome);
    }

    @Override
    public void output(String line) {
        presenter.output(line);
    }

    @Override
    public void message(String line) {
        presenter.message(line);
    }

    @Override
    public List<Outcome> run(List<Word> statement, @Nullable Object result) {
        session.memory().variables().addResult(result);
        StatementResult run = new RepeatedStatement(NestedStatement.parse(statement), session).run();
        run.notes().forEach(presenter::message);
        if (run.error() != null) {
            throw run.error();
        }
        return run.results();
    }

    @Override
    public CommandAccess commands() {
        return session.io().commands();
    }

    @Override
    public int width() {
        return presenter.width();
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return session.memory().variables().all();
    }
}
