package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.line.Highlight;
import io.github.hubsh.shell.line.Highlighting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line as it is typed. For the thread that reads lines. */
final class LineHighlighter extends DefaultHighlighter {
    /** What is longer was pasted, and is looked at once: the line is drawn anew at every key. */
    private static final int LONGEST = 4_000;

    private final Supplier<Names> names;
    private final BooleanSupplier foreign;

    /**
     * @param foreign whether what is typed now is another language
     */
    LineHighlighter(Supplier<Names> names, BooleanSupplier foreign) {
        this.names = names;
        this.foreign = foreign;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedString plain = super.highlight(reader, buffer);
        // Searching and regions have marks of their own, which move nothing but must stay.
        boolean marked = reader.getRegionActive() != LineReader.RegionType.NONE || reader.getSearchTerm() != null;
        // Tabs and control characters take other room on the screen than in the line.
        if (marked || foreign.getAsBoolean() || plain.length() != buffer.length() || buffer.length() > LONGEST) {
            return plain;
        }
        AttributedStringBuilder colored = new AttributedStringBuilder(plain.length());
        int at = 0;
        for (Highlight each : Highlighting.of(buffer, names.get())) {
            if (each.from() >= at) {
                colored.append(plain.subSequence(at, each.from()));
                colored.styled(style(each.role()), buffer.substring(each.from(), each.to()));
                at = each.to();
            }
        }
        return colored.append(plain.subSequence(at, plain.length())).toAttributedString();
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
            case UNKNOWN -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        };
    }
}
