package io.github.hubsh.core.content;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** How bytes travel in a JSON string: as base64, or as they stand. */
final class Transfer {
    private static final int MAX_SIZE = 128 << 20;

    private Transfer() {}

    /** @param encoded a String or a byte array */
    static String base64(Object encoded) throws ContentException {
        if (encoded instanceof String text) {
            requireUtf8(text);
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString((byte[]) encoded);
    }

    /** Refuses half a surrogate pair, which Java would quietly send as a question mark. */
    static void requireUtf8(String text) throws ContentException {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new ContentException("text with half a surrogate pair, which UTF-8 cannot carry");
        }
    }

    /** Leaves text as it is; bytes become the characters of the same number. */
    static String text(Object encoded) {
        return encoded instanceof String text ? text : new String((byte[]) encoded, StandardCharsets.ISO_8859_1);
    }

    /** Reads base64, broken into lines or not, as Python's {@code b64encode} and {@code encodestring} write it. */
    static byte[] ofBase64(Object data) throws ContentException {
        if (!(data instanceof String text)) {
            throw new ContentException("BASE64 data must be text, not a JSON value");
        }
        if (text.length() > MAX_SIZE) {
            throw new ContentException("data of " + text.length() + " characters; the limit is " + MAX_SIZE);
        }
        try {
            return Base64.getDecoder().decode(withoutWhiteSpace(text));
        } catch (IllegalArgumentException e) {
            throw new ContentException("data is not BASE64: " + flaw(text), e);
        }
    }

    private static String flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && "+/=".indexOf(c) < 0) {
                return "character " + i + " is '" + c + "'";
            }
        }
        return "its end is missing, or stands within it";
    }

    /** Reads bytes that stand as characters of the same number; text with any other character is its UTF-8. */
    static byte[] bytes(String text) {
        boolean latin1 = text.chars().allMatch(c -> c <= 0xff);
        return text.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** A Python 2 peer sends any {@code str} as text/plain: what is not UTF-8 stays bytes. */
    static Object textOrBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Bytes.of(bytes);
        }
    }

    private static byte[] withoutWhiteSpace(String text) throws ContentException {
        byte[] kept = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                throw new ContentException("data is not BASE64: character " + i + " is not ASCII");
            } else if (!Character.isWhitespace(c)) {
                kept[size++] = (byte) c;
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
