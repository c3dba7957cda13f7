package io.github.hubsh.shell.word;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as Python writes them and JSON does not, and JSON's spelling of each. */
public final class PythonSpelling {
    private static final List<String> LITERALS =
            List.of("True", "False", "None", "NaN", "nan", "Infinity", "-Infinity", "inf", "-inf");

    private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9][0-9]{0,2}(_[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0[xX][0-9a-fA-F]{1,16}");

    private PythonSpelling() {}

    /** Returns {@code true}, {@code false} or {@code null} for Python's word of it; else no text. */
    public static @Nullable String word(String text) {
        return switch (text) {
            case "True" -> "true";
            case "False" -> "false";
            case "None" -> "null";
            default -> null;
        };
    }

    /** Returns the item's value for {@code nan} and {@code inf}, which JSON has no number for; else no text. */
    public static @Nullable String noNumber(String text) {
        return switch (text) {
            case "nan", "NaN" -> "float64(NaN)";
            case "inf", "Infinity" -> "float64(Infinity)";
            case "-inf", "-Infinity" -> "float64(-Infinity)";
            default -> null;
        };
    }

    /**
     * Returns the JSON number for {@code .5}, {@code 5.}, {@code +5}, {@code 1_000} or {@code 0x10}; no text for a JSON
     * number or anything else.
     */
    public static @Nullable String number(String text) {
        if (GROUPED.matcher(text).matches()) {
            return text.replace("_", "").replace("+", "");
        } else if (HEXADECIMAL.matcher(text).matches()) {
            return new BigInteger(text.replaceFirst("0[xX]", "").replace("+", ""), 16).toString();
        }
        String sign = text.startsWith("-") ? "-" : "";
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        boolean hasDigit = digits.chars().anyMatch(c -> c >= '0' && c <= '9');
        String written =
                sign + (digits.startsWith(".") ? "0" : "") + digits + (hasDigit && digits.endsWith(".") ? "0" : "");
        boolean changed = !written.equals(text) && hasDigit;
        return changed && Scalar.numberEnd(written, 0) == written.length() ? written : null;
    }

    /** Returns where a {@code name=} ends its name; {@code from} where there is none. */
    static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        int equals = end;
        while (equals < text.length() && text.charAt(equals) == ' ') {
            equals++;
        }
        return text.startsWith("=", equals) ? end : from;
    }

    /** Returns the end of a word of Python's that {@link #literal} knows; {@code from} where there is none. */
    static int literalEnd(String text, int from) {
        for (String word : LITERALS) {
            if (text.startsWith(word, from)) {
                return from + word.length();
            }
        }
        return from;
    }

    /** Returns the value of one of {@link #LITERALS}. */
    static @Nullable Object literal(String word) {
        return switch (word) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> null;
            case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** Says how JSON writes what stands at {@code offset} of a wrong JSON text in Python's spelling; else no text. */
    public static @Nullable String remedy(String text, int offset) {
        if (text.startsWith("'", offset)) {
            return "JSON has double quotes: " + text.replace('\'', '"');
        }
        String token = token(text, offset);
        if (text.startsWith(":", offset + token.length()) && !token.isEmpty()) {
            return "keys of JSON have double quotes: \"" + token + "\"";
        }
        String json = word(token) != null ? word(token) : number(token);
        if (json != null) {
            return json + " is JSON's spelling of " + token;
        }
        return !token.isEmpty() && literalEnd(text, offset) == offset + token.length()
                ? "JSON has no " + token + "; a peer reads it in array([" + token + "])"
                : null;
    }

    /** Returns the word or number that begins at {@code from}, which may be empty. */
    private static String token(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "+-._".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(from, end);
    }
}
