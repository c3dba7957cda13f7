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
    public static Stage chain(List<Pipe> pipes, Stage last, FilterContext context) {
        Stage stage = last;
        for (int i = pipes.size() - 1; i >= 0; i--) {
            stage = stage(pipes.get(i), stage, context);
        }
        return stage;
    }

    private static Stage stage(Pipe pipe, Stage next, FilterContext context) {
        return switch (pipe.kind()) {
            case JQ -> new Jq(expression(pipe, context), next, context);
            case WHERE -> new Where(expression(pipe, context), next, context);
            case SELECT -> new Select(pipe.words(), next, context);
            case HEAD -> new Head(Integer.parseInt(pipe.operand().text()), next, context);
            case COUNT -> new Count(next, context);
            case PLOT -> new Collect(new Plot(next, context), context);
            case TABLE -> new Collect(new AsRows(next, context), context);
            case BYTES -> new AsBytes(pipe.name(), next, context);
            case EXECUTE -> new EachRequest(pipe.words(), next, context);
            case SYSTEM -> new OsCommand(pipe.operand(), next, context);
        };
    }

    private static JqExpression expression(Pipe pipe, FilterContext context) {
        return JqExpression.compile(pipe.operand(), context.variables());
    }
}
