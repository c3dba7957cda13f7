package io.github.hubsh.shell.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a source.
 *
 * @param source a file's path, or the name of what was typed
 * @param line from 1
 * @param column from 1
 */
public record Location(String source, int line, int column) {
    static final Pattern FRAME = Pattern.compile("^ +at (?:(.*) \\()?(.+?):(\\d{1,9}):(\\d{1,9})\\)?$");

    /** Returns the innermost place of a stack that is the script's own, or {@code null}. */
    static @Nullable Location ofStack(String stack, SourceTexts sources) {
        for (String line : stack.split("\n", -1)) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches() && sources.has(ofFrame(frame))) {
                return ofFrame(frame);
            }
        }
        return null;
    }

    /** Returns the place of a line that {@link #FRAME} matches. */
    static Location ofFrame(Matcher frame) {
        return new Location(frame.group(2), Integer.parseInt(frame.group(3)), Integer.parseInt(frame.group(4)));
    }
}
