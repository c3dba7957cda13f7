package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.recording.PathPattern;
import io.github.hubsh.shell.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is not compared, and in whose replies: {@code .time}, {@code pump:.rows[].id}, {@code pump.set_rate:.rate}.
 *
 * @param replies what the plugin, the command, or both with a dot between have to fit; {@code null} for all
 */
public record IgnoredPath(@Nullable NamePattern replies, PathPattern path) {
    /**
     * Reads several, with commas between.
     *
     * @throws ContentException if one is wrong
     */
    public static List<IgnoredPath> parseAll(String text) throws ContentException {
        List<IgnoredPath> all = new ArrayList<>();
        for (String each : split(text)) {
            all.add(parse(each.strip()));
        }
        return all;
    }

    private static IgnoredPath parse(String text) throws ContentException {
        boolean everywhere = text.startsWith(".") || text.startsWith("[");
        int colon = text.indexOf(':');
        if (!everywhere && colon > 0) {
            return new IgnoredPath(
                    new NamePattern(text.substring(0, colon)), PathPattern.parse(text.substring(colon + 1)));
        }
        return new IgnoredPath(null, PathPattern.parse(text));
    }

    public boolean isFor(RecordedMessage request) {
        return replies == null
                || replies.fits(request.target())
                || replies.fits(request.command())
                || replies.fits(request.target() + "." + request.command());
    }

    /** A comma in a quoted name is one of its characters. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
