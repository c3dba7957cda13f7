package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;

/** The filters of a statement to a chain of stages. */
public final class Filters {
    private Filters() {}

    /**
     * Builds the chain, and so finds what is wrong with an expression before anything is sent.
     *
     * @param last takes what comes out
     * @return the first stage
     * @throws ShellException USAGE, pointing into an expression
     */
    public static Stage chain(List<Pipe> pipes, Stage last, FilterContext surroundings) {
        Stage stage = last;
        for (int i = pipes.size() - 1; i >= 0; i--) {
            stage = stage(pipes.get(i), stage, surroundings);
        }
        return stage;
    }

    private static Stage stage(Pipe pipe, Stage next, FilterContext surroundings) {
        return switch (pipe.kind()) {
            case JQ -> new Jq(expression(pipe, surroundings), next, surroundings);
            case WHERE -> new Where(expression(pipe, surroundings), next, surroundings);
            case SELECT -> new Select(pipe.words(), next, surroundings);
            case HEAD -> new Head(Integer.parseInt(pipe.operand().text()), next, surroundings);
            case COUNT -> new Count(next, surroundings);
            case PLOT -> new Collect(new Plot(next, surroundings), surroundings);
            case TABLE -> new Collect(new AsRows(next, surroundings), surroundings);
            case BYTES -> new AsBytes(pipe.name(), next, surroundings);
            case SYSTEM -> new OsCommand(pipe.operand(), next, surroundings);
        };
    }

    private static JqExpression expression(Pipe pipe, FilterContext surroundings) {
        return JqExpression.compile(pipe.operand(), surroundings.variables());
    }
}
