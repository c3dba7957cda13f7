package io.github.hubsh.shell.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text, cut at the ids and the dates in it, which differ from run to run.
 *
 * @param rest what stands between them, one more than there are of them
 * @param parts the ids and dates, in their order
 */
public record TextPattern(List<String> rest, List<String> parts) {
    private static final int MAX_LENGTH = 1 << 20;
    private static final String UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final String CLOCK = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?";
    private static final String DATE =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ]" + CLOCK + "(?: ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?)?";
    private static final Pattern PART =
            Pattern.compile("(?<![0-9A-Za-z-])(?:(?<uuid>" + UUID + ")|" + DATE + ")(?![0-9A-Za-z])");
    private static final Pattern WHOLE_UUID = Pattern.compile(UUID);

    /** Returns {@code null} for a text without any, and for one that is too long. */
    public static @Nullable TextPattern of(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        List<String> rest = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        int from = 0;
        while (matcher.find()) {
            rest.add(text.substring(from, matcher.start()));
            parts.add(matcher.group());
            from = matcher.end();
        }
        rest.add(text.substring(from));
        return parts.isEmpty() ? null : new TextPattern(rest, parts);
    }

    public static boolean isUuid(String text) {
        return WHOLE_UUID.matcher(text).matches();
    }

    /** Returns whether two of {@link #parts} are of one kind: ids, dates, or dates with a time. */
    public static boolean areAlike(String part, String other) {
        return isUuid(part) == isUuid(other) && (part.indexOf(':') < 0) == (other.indexOf(':') < 0);
    }
}
