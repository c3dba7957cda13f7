package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 as pickles have it: a lone surrogate, which Python allows in a {@code str} (file names have them), is written
 * as the three bytes that UTF-8 proper forbids. Java's strings hold one as well, so that nothing is lost.
 */
final class PythonText {
    private static final char REPLACEMENT = '\ufffd';

    private PythonText() {}

    /** Returns the text of Python 2's {@code str} where it is UTF-8, else its bytes. */
    static Object textOrBytes(byte[] bytes) {
        String text = strict(bytes);
        return text != null ? text : Bytes.wrapping(bytes);
    }

    static String decode(byte[] bytes) throws ContentException {
        String text = strict(bytes);
        return text != null ? text : withSurrogates(bytes);
    }

    static byte[] encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return encodeWithSurrogates(text);
        }
    }

    /**
     * Returns the text where Java's own fast reading is sure of it; {@code null} where it has to be looked at again.
     */
    static @Nullable String plain(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : null;
    }

    private static @Nullable String strict(byte[] bytes) {
        String plain = plain(bytes, 0, bytes.length);
        if (plain != null) {
            return plain;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String withSurrogates(byte[] bytes) throws ContentException {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (isSurrogate(bytes, i)) {
                text.append(proper(bytes, start, i));
                text.append((char) (0xd000 | ((bytes[i + 1] & 0x3f) << 6) | (bytes[i + 2] & 0x3f)));
                start = i + 3;
                i += 2;
            }
        }
        return text.append(proper(bytes, start, bytes.length)).toString();
    }

    private static String proper(byte[] bytes, int from, int to) throws ContentException {
        String text = strict(Arrays.copyOfRange(bytes, from, to));
        if (text == null) {
            throw new ContentException("text that is not UTF-8");
        }
        return text;
    }

    private static boolean isSurrogate(byte[] bytes, int i) {
        return bytes[i] == (byte) 0xed && (bytes[i + 1] & 0xe0) == 0xa0 && (bytes[i + 2] & 0xc0) == 0x80;
    }

    private static byte[] encodeWithSurrogates(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xed);
                bytes.write(0x80 | ((point >> 6) & 0x3f));
                bytes.write(0x80 | (point & 0x3f));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
