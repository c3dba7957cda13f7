package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.recording.TextPattern;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that are new each time, such as identifiers and times: what is expected of them is no more than their kind.
 */
final class FreshKind {
    private static final Pattern HEX_TEXT = Pattern.compile("[0-9a-f]{24,64}");
    private static final Pattern DATE_TEXT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d.*)?");

    /** A name of which one word says that the value is an identifier, or a time. */
    private static final Pattern ID_NAME = Pattern.compile("(.*_)?(id|uid|uuid|guid|token|session|serial)");

    private static final Pattern TIME_NAME =
            Pattern.compile("(.*_)?(time|timestamp|date|uptime|elapsed|duration|age|rtt|pid|started|ended)(_.*)?");
    private static final double MIN_EPOCH_SECONDS = 1e9;
    private static final int MIN_ID_LENGTH = 6;
    private static final int MIN_ID_DIGITS = 4;

    private FreshKind() {}

    /** Returns the regular expression of such a text, as JavaScript writes it; {@code null} for any other value. */
    static @Nullable String pattern(@Nullable Object value) {
        if (value instanceof UUID || (value instanceof String id && TextPattern.isUuid(id))) {
            return "/^[0-9a-fA-F-]{36}$/";
        } else if (value instanceof String date && DATE_TEXT.matcher(date).matches()) {
            return date.length() > 10 ? "/^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d/" : "/^\\d{4}-\\d\\d-\\d\\d$/";
        } else if (value instanceof Temporal) {
            return "/\\d\\d/";
        }
        return value instanceof String hex && HEX_TEXT.matcher(hex).matches()
                ? "/^[0-9a-f]{" + hex.length() + "}$/"
                : null;
    }

    /**
     * Returns whether a value that stands under a name is new each time.
     *
     * @param listed whether it stands in a list: things that are listed have the same names the next time
     */
    static boolean isFresh(String name, @Nullable Object value, boolean listed) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .toLowerCase(Locale.ROOT);
        boolean id = !listed && ID_NAME.matcher(words).matches();
        if (value instanceof Long number) {
            return id || (number > MIN_EPOCH_SECONDS && TIME_NAME.matcher(words).matches());
        } else if (value instanceof Double number) {
            return number > MIN_EPOCH_SECONDS && TIME_NAME.matcher(words).matches();
        }
        return id && value instanceof String text && isDistinctive(text);
    }

    private static boolean isDistinctive(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return text.length() >= MIN_ID_LENGTH && digits >= MIN_ID_DIGITS;
    }
}
