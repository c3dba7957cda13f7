package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;

/** Options that say the same as a filter: {@code --where} before all others, {@code --jq} behind them. */
public final class OptionPipes {
    private OptionPipes() {}

    static Statement added(Statement statement) {
        List<Pipe> pipes = new ArrayList<>();
        Word where = statement.arguments().word("--where");
        if (where != null && !isOfVerb(statement)) {
            pipes.add(PipeParser.parse(where, List.of(where.named("where"), where)));
            Word count = statement.arguments().word("--count");
            if (count != null) {
                pipes.add(PipeParser.parse(count, List.of(count.named("head"), count)));
            }
        }
        PipelineSpec pipeline = statement.pipeline();
        if (pipeline != null) {
            pipes.addAll(pipeline.pipes());
        }
        Statement filtered = with(statement, pipes);
        Word jq = statement.arguments().word("--jq");
        return jq == null ? filtered : through(filtered, jq);
    }

    /** Returns whether the verb itself looks at {@code --where}: what it shows are lines, in which there is no key. */
    static boolean isOfVerb(Statement statement) {
        return statement.arguments().has("--as-commands") || statement.has(VerbTrait.JUDGES_CONDITION);
    }

    /** Returns the statement with a further jq filter at its end. */
    public static Statement through(Statement statement, Word expression) {
        PipelineSpec pipeline = statement.pipeline();
        List<Pipe> pipes = pipeline == null ? new ArrayList<>() : new ArrayList<>(pipeline.pipes());
        pipes.add(PipeParser.parse(expression, List.of(expression.named("jq"), expression)));
        return with(statement, pipes);
    }

    private static Statement with(Statement statement, List<Pipe> pipes) {
        PipelineSpec pipeline = statement.pipeline();
        PipelineSpec filtered =
                pipeline == null ? new PipelineSpec(null, 1, pipes, null, false, null) : pipeline.with(pipes);
        return new Statement(statement.verb(), statement.arguments(), filtered);
    }
}
