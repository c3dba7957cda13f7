package io.github.hubsh.core.json;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.OpaqueFields;
import io.github.hubsh.core.value.TypedScalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON text to and from values. */
public final class Json {
    private static final char REPLACEMENT = '\ufffd';

    private Json() {}

    /**
     * Reads one JSON value; bare {@code NaN} and infinities are taken, integers keep every digit, and of two equal keys
     * the last one counts.
     *
     * @throws ContentException with the line and column, where the text is not one JSON value, or is one of more than
     *     500 levels, 64 Mi characters, or 10,000 digits in a number
     */
    public static @Nullable Object parse(String text) throws ContentException {
        return JsonReader.read(text);
    }

    /** As {@link #parse(String)}; bytes that are not UTF-8 are an error. */
    public static @Nullable Object parse(byte[] utf8) throws ContentException {
        // This is much quicker than a decoder that checks, and puts U+FFFD in the place of what is not UTF-8.
        String text = new String(utf8, StandardCharsets.UTF_8);
        return parse(text.indexOf(REPLACEMENT) < 0 ? text : checked(utf8));
    }

    /**
     * Writes a value as compact JSON for programs to read: integers whole, NaN and infinities as strings, bytes as
     * base64, dates as ISO 8601, other Python objects as {@code {"__class__": …}}, half a surrogate pair as U+FFFD.
     *
     * <p>Any value can be shown: a container within itself is {@code "<cycle>"}, one more than 500 deep {@code "<too
     * deep>"}, and after 32 Mi characters what is left of each container is {@code "<too large>"}.
     */
    public static String write(@Nullable Object value) {
        return JsonWriter.shown(value, false);
    }

    /** As {@link #write}, with escapes for halves of surrogate pairs: for text that {@link #parse} is to read again. */
    public static String writeTyped(@Nullable Object value) {
        return JsonWriter.typed(value);
    }

    /**
     * Returns the text of a value that is one, as {@link #write} without the quotes of JSON; that of an exception, a
     * complex number and a subclass of {@code str} or of a number is what Python's {@code str()} makes of it.
     */
    public static String text(@Nullable Object typed) {
        Object value = TypedScalar.plain(typed);
        if (value instanceof String text) {
            return text;
        } else if (value instanceof Opaque opaque) {
            String text = OpaqueFields.plainText(opaque);
            return text == null ? write(value) : text;
        }
        String json = write(value);
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    /**
     * Returns a value in one piece for people: a text as it is, all else as {@link #write}, with dates, decimals and
     * NaN without quotes and bytes as hexadecimal digits ({@code 0x89504e}), inside of others too.
     */
    public static String display(@Nullable Object value) {
        Object plain = TypedScalar.plain(value);
        if (plain instanceof String text) {
            return text;
        }
        String text = plain instanceof Opaque opaque ? OpaqueFields.plainText(opaque) : null;
        return text == null ? JsonWriter.display(plain) : text;
    }

    /** As {@link #display}, for a value within another: a text has the quotes of JSON. */
    public static String displayInside(@Nullable Object value) {
        return JsonWriter.display(value);
    }

    /**
     * As {@link #display}, of which only the beginning is wanted. What is behind it costs nothing, however large: a
     * text that is longer than {@code most} has just a few characters more.
     */
    public static String display(@Nullable Object value, int most) {
        Object plain = TypedScalar.plain(value);
        if (plain instanceof String text) {
            return text.length() > most ? text.substring(0, most + 1) : text;
        }
        String text = plain instanceof Opaque opaque ? OpaqueFields.plainText(opaque) : null;
        return text == null ? JsonWriter.beginning(plain, most) : text;
    }

    /** As {@link #display(Object, int)}, for a value within another. */
    public static String displayInside(@Nullable Object value, int most) {
        return JsonWriter.beginning(value, most);
    }

    /** As {@link #write}, but {@code null} where the text would be longer than {@code most}. */
    public static @Nullable String writeWithin(@Nullable Object value, int most) {
        return JsonWriter.shownWithin(value, most);
    }

    /** As {@link #writeTyped}, but {@code null} where the text would be longer than {@code most}. */
    public static @Nullable String writeTypedWithin(@Nullable Object value, int most) {
        return JsonWriter.typedWithin(value, most);
    }

    /** As {@link #write}, over many lines, indented by two spaces. */
    public static String writeIndented(@Nullable Object value) {
        return JsonWriter.shown(value, true);
    }

    /**
     * Writes a value as peers exchange it: as {@link #write}, but with the bare tokens {@code NaN}, {@code Infinity}
     * and {@code -Infinity}, as Python writes and reads them.
     *
     * @throws ContentException where a value contains itself, is too deep, or is too large
     */
    public static String writeForPeers(@Nullable Object value) throws ContentException {
        return JsonWriter.forPeers(value);
    }

    private static String checked(byte[] utf8) throws ContentException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ContentException("JSON that is not UTF-8", e);
        }
    }
}
