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
        boolean earlier = arguments.has("--earlier");
        String filter = arguments.optionalOperand(0);
        List<Line> lines = lines(session.memory().history(), earlier);
        if (filter != null) {
            lines.removeIf(line -> !line.text().contains(filter));
            if (lines.isEmpty()) {
                session.io().display().say(MessageLevel.NOTE, none(filter, earlier));
            }
        }
        int from = Math.max(0, lines.size() - arguments.count("--count", lines.size()));
        List<Line> shown = lines.subList(from, lines.size());
        List<String> texts = shown.stream().map(Line::text).toList();
        return arguments.has("--plain")
                ? new Outcome.Text(texts)
                : Outcome.Text.withMargin(
                        texts, shown.stream().map(Line::margin).toList());
    }

    /** @param margin the number, with spaces around it */
    private record Line(String margin, String text) {}

    private static List<Line> lines(LineHistory history, boolean earlier) {
        List<String> own = history.lines();
        int width = Integer.toString(history.firstNumber() + own.size()).length();
        List<Line> lines = new ArrayList<>();
        for (String line : earlier ? history.earlier() : List.<String>of()) {
            lines.add(new Line(" ".repeat(width + 2), line));
        }
        for (int i = 0; i < own.size(); i++) {
            String number = Integer.toString(history.firstNumber() + i);
            lines.add(new Line(" ".repeat(width - number.length()) + number + "  ", own.get(i)));
        }
        return lines;
    }

    private static String none(String filter, boolean earlier) {
        return earlier
                ? "no line of the history has '" + filter + "'"
                : "no line of this session has '" + filter + "'; history '" + filter
                        + "' --earlier looks at earlier sessions";
    }
}
