package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import java.util.List;

/** Shows the lines typed before. */
public final class HistoryVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.HISTORY, "lines typed before, oldest first")
            .option("--count", "N", Kind.COUNT, "only the last N")
            .example("history --count 20")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        List<String> lines = session.memory().history().lines();
        int count = arguments.count("--count", lines.size());
        return new Outcome.Text(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
