package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.assist.Brackets;
import io.github.hubsh.shell.assist.Highlight;
import io.github.hubsh.shell.assist.JsHighlights;
import io.github.hubsh.shell.assist.LineHighlights;
import io.github.hubsh.shell.session.SessionMemory;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line as it is typed. For the thread that reads lines. */
final class LineHighlighter extends DefaultHighlighter {
    private final Supplier<SessionMemory> memory;
    private final BooleanSupplier foreign;

    /** @param foreign whether what is typed now is JavaScript */
    LineHighlighter(Supplier<SessionMemory> memory, BooleanSupplier foreign) {
        this.memory = memory;
        this.foreign = foreign;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedString plain = super.highlight(reader, buffer);
        // Searching and regions have marks of their own, which move nothing but must stay.
        boolean marked = reader.getRegionActive() != LineReader.RegionType.NONE || reader.getSearchTerm() != null;
        // Tabs and control characters take other room on the screen than in the line.
        boolean strange = plain.length() != buffer.length() || buffer.length() > TypingHints.MAX_LENGTH;
        if (marked || strange || (!foreign.getAsBoolean() && HistoryRecall.isMeant(buffer))) {
            return plain;
        }
        Highlight.Role[] roles = new Highlight.Role[buffer.length()];
        Arrays.fill(roles, Highlight.Role.PLAIN);
        fill(roles, foreign.getAsBoolean() ? JsHighlights.of(buffer) : LineHighlights.of(buffer, memory.get()));
        if (reader.isReading()) {
            fill(roles, Brackets.at(buffer, reader.getBuffer().cursor()));
        }
        return colored(plain, roles);
    }

    private static void fill(Highlight.Role[] roles, List<Highlight> pieces) {
        for (Highlight each : pieces) {
            Arrays.fill(roles, each.from(), each.to(), each.role());
        }
    }

    private static AttributedString colored(AttributedString plain, Highlight.Role[] roles) {
        AttributedStringBuilder colored = new AttributedStringBuilder(plain.length());
        int from = 0;
        while (from < roles.length) {
            int to = from + 1;
            while (to < roles.length && roles[to] == roles[from]) {
                to++;
            }
            colored.styled(style(roles[from]), plain.subSequence(from, to).toString());
            from = to;
        }
        return colored.toAttributedString();
    }

    private static AttributedStyle style(Highlight.Role role) {
        return switch (role) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case VERB -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case PLUGIN -> AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
            case COMMAND -> AttributedStyle.DEFAULT.bold();
            case KEY -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
            case STRING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case NUMBER, VARIABLE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case OPTION, OPERATOR -> AttributedStyle.DEFAULT.faint();
            case BRACKET -> AttributedStyle.DEFAULT.bold().underline();
            case UNKNOWN -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        };
    }
}
