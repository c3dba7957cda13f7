package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.memory.LineHistory;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import java.util.ArrayList;
import java.util.List;

/** Shows the lines typed before. */
public final class HistoryVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.HISTORY, "lines typed before, oldest first")
            .option("--count", "N", Kind.COUNT, "only the last N")
            .flag("--numbers", "the number of each line, as save takes it")
            .example("history --count 20")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        LineHistory history = session.memory().history();
        List<String> lines = history.lines();
        int first = Math.max(0, lines.size() - arguments.count("--count", lines.size()));
        List<String> shown = lines.subList(first, lines.size());
        return new Outcome.Text(arguments.has("--numbers") ? numbered(shown, history.firstNumber() + first) : shown);
    }

    private static List<String> numbered(List<String> lines, int first) {
        int width = Integer.toString(first + lines.size()).length();
        List<String> numbered = new ArrayList<>();
        for (String line : lines) {
            String number = Integer.toString(first + numbered.size());
            numbered.add(" ".repeat(width - number.length()) + number + "  " + line);
        }
        return numbered;
    }
}
