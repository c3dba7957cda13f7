package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
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
            .optional("FILTER", Kind.TEXT)
            .option("--count", "N", Kind.COUNT, "only the last N")
            .flag("--earlier", "those of earlier sessions too, which have no numbers")
            .flag("--plain", "the lines without numbers")
            .example("history --count 20")
            .example("history ping --earlier")
            .detail("FILTER is a text that is in the line. save takes the numbers. At the prompt !12")
            .detail("runs line 12, !! the last one, !-2 the one before it, and !x pump the newest")
            .detail("that begins with x pump, also of earlier sessions. Ctrl-R searches.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        LineHistory history = session.memory().history();
        String filter = arguments.optionalOperand(0);
        List<String> all = new ArrayList<>(arguments.has("--earlier") ? history.earlier() : List.of());
        int unnumbered = all.size();
        all.addAll(history.lines());
        int width = Integer.toString(history.firstNumber() + all.size() - unnumbered)
                .length();
        List<String> shown = new ArrayList<>();
        List<String> margin = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (filter == null || all.get(i).contains(filter)) {
                String number = i < unnumbered ? "" : Integer.toString(history.firstNumber() + i - unnumbered);
                shown.add(all.get(i));
                margin.add(" ".repeat(width - number.length()) + number + "  ");
            }
        }
        if (shown.isEmpty() && filter != null) {
            session.io().display().say(MessageLevel.NOTE, none(filter, arguments.has("--earlier")));
        }
        int from = Math.max(0, shown.size() - arguments.count("--count", shown.size()));
        return arguments.has("--plain")
                ? new Outcome.Text(shown.subList(from, shown.size()))
                : Outcome.Text.withMargin(shown.subList(from, shown.size()), margin.subList(from, shown.size()));
    }

    private static String none(String filter, boolean earlier) {
        return earlier
                ? "no line of the history has '" + filter + "'"
                : "no line of this session has '" + filter + "'; history '" + filter
                        + "' --earlier looks at earlier sessions";
    }
}
