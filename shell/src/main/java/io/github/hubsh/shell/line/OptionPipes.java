package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Options that say the same as a filter: {@code --where} before all others, {@code --jq} behind them. */
public final class OptionPipes {
    private OptionPipes() {}

    static Statement added(Statement statement) {
        List<Pipe> pipes = new ArrayList<>();
        Word where = statement.arguments().word("--where");
        if (where != null) {
            pipes.add(PipeParser.parse(where, List.of(named(where, "where"), where)));
            Word count = statement.arguments().word("--count");
            if (count != null) {
                pipes.add(PipeParser.parse(count, List.of(named(count, "head"), count)));
            }
        }
        Plumbing plumbing = statement.plumbing();
        if (plumbing != null) {
            pipes.addAll(plumbing.pipes());
        }
        Statement filtered = with(statement, pipes);
        Word jq = statement.arguments().word("--jq");
        return jq == null ? filtered : through(filtered, jq);
    }

    /** Returns the statement with a further jq filter at its end. */
    public static Statement through(Statement statement, Word expression) {
        Plumbing plumbing = statement.plumbing();
        List<Pipe> pipes = plumbing == null ? new ArrayList<>() : new ArrayList<>(plumbing.pipes());
        pipes.add(PipeParser.parse(expression, List.of(named(expression, "jq"), expression)));
        return with(statement, pipes);
    }

    private static Statement with(Statement statement, List<Pipe> pipes) {
        Plumbing plumbing = statement.plumbing();
        Redirect redirect = plumbing == null ? null : plumbing.redirect();
        return new Statement(statement.verb(), statement.arguments(), new Plumbing(pipes, redirect));
    }

    /** Returns a word that was not typed, at the place of one that was. */
    private static Word named(Word typed, String name) {
        int[] offsets = new int[name.length()];
        Arrays.fill(offsets, typed.start());
        return new Word(typed.line(), name, offsets, new boolean[name.length()], typed.start(), typed.start());
    }
}
