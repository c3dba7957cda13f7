package io.github.hubsh.shell.word;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A JSON scalar if the text is one, else the text: {@code 1} is a number, {@code 0012} and {@code yes} are strings. */
public final class Scalar {
    private static final int MAX_LONG_DIGITS = 18;

    private Scalar() {}

    /** Returns a Long, BigInteger, Double, Boolean, {@code null} or String; a double may be infinite. */
    public static @Nullable Object of(String text) {
        return switch (text) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> numberEnd(text, 0) == text.length() ? number(text) : text;
        };
    }

    static Object number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return Double.valueOf(text);
            }
        }
        return text.length() <= MAX_LONG_DIGITS ? Long.valueOf(text) : fitted(new BigInteger(text));
    }

    private static Object fitted(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** Returns where the JSON number that starts at {@code from} ends, or -1 if none starts there. */
    static int numberEnd(String text, int from) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        int digits = digitsEnd(text, at);
        if (digits == at || (digits > at + 1 && text.charAt(at) == '0')) {
            return -1;
        }
        at = digits;
        if (at < text.length() && text.charAt(at) == '.') {
            digits = digitsEnd(text, at + 1);
            if (digits == at + 1) {
                return -1;
            }
            at = digits;
        }
        return exponentEnd(text, at);
    }

    private static int exponentEnd(String text, int from) {
        if (from >= text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        int at = from + 1;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int digits = digitsEnd(text, at);
        return digits == at ? -1 : digits;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
