package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.filter.FilterContext;
import io.github.hubsh.shell.render.Renderer;
import io.github.hubsh.shell.session.io.CommandAccess;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.memory.Variables;
import io.github.hubsh.shell.session.result.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What filters see of the shell: how one statement renders. */
record StatementFilterContext(Presenter presenter, Variables kept, InputOutput io) implements FilterContext {
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
    public CommandAccess commands() {
        return io.commands();
    }

    @Override
    public int width() {
        return presenter.width();
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        return kept.all();
    }
}
