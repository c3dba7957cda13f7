package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.CommandTable;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Role;
import io.github.hubsh.shell.render.StyledLine;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours the first word as it is typed: a verb, or red once a blank has ended a word that is none. */
final class VerbHighlighter extends DefaultHighlighter {
    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedString plain = super.highlight(reader, buffer);
        int start = 0;
        while (start < buffer.length() && Character.isWhitespace(buffer.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < buffer.length() && Character.isLetter(buffer.charAt(end))) {
            end++;
        }
        Role role = role(buffer.substring(start, end), end < buffer.length());
        // Searching and regions have marks of their own, which move nothing but must stay.
        boolean marked = reader.getRegionActive() != LineReader.RegionType.NONE || reader.getSearchTerm() != null;
        if (role == Role.PLAIN || marked) {
            return plain;
        }
        String verb = Ansi.colored(StyledLine.of(buffer.substring(start, end), role));
        return new AttributedStringBuilder()
                .append(plain.subSequence(0, start))
                .append(AttributedString.fromAnsi(verb))
                .append(plain.subSequence(end, plain.length()))
                .toAttributedString();
    }

    private static Role role(String word, boolean ended) {
        if (CommandTable.find(word) != null) {
            return Role.KEY;
        }
        return ended && !word.isEmpty() ? Role.ERROR : Role.PLAIN;
    }
}
