package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.WholeText;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers, texts and keys as JavaScript has them. */
final class JsLiteral {
    private static final long MAX_EXACT = (1L << 53) - 1;

    private JsLiteral() {}

    /** Returns the text in single quotes, or in double ones where it has single ones. */
    static String text(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder written = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote || c == '\\') {
                written.append('\\').append(c);
            } else if (c == '\n') {
                written.append("\\n");
            } else if (isHidden(c) || WholeText.isHalf(text, i)) {
                written.append(String.format("\\u%04x", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.append(quote).toString();
    }

    /** Returns the text as a part of a template. */
    static String templatePart(String text) {
        String written = text(text);
        String inner = written.substring(1, written.length() - 1);
        inner = written.charAt(0) == '\'' ? inner.replace("\\'", "'") : inner;
        return inner.replace("`", "\\`").replace("${", "\\${");
    }

    /** Returns a key of an object, with its colon. */
    static String key(String name) {
        if (name.equals("__proto__")) {
            return "['__proto__']: ";
        }
        return (JsNames.isIdentifier(name) ? name : text(name)) + ": ";
    }

    /** Returns null, a truth, or a number; other values are none of these. */
    static @Nullable String scalar(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        } else if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        } else if (value instanceof BigInteger || value instanceof Long) {
            boolean exact = value instanceof Long number && Math.abs(number) <= MAX_EXACT && number != Long.MIN_VALUE;
            return exact ? value.toString() : value + "n";
        }
        return value instanceof Integer || value instanceof Short || value instanceof Byte ? value.toString() : null;
    }

    static String number(double value) {
        String text = Double.toString(value).replace("E", "e");
        if (text.endsWith(".0")) {
            return text.substring(0, text.length() - 2);
        }
        return text.replace(".0e", "e");
    }

    private static boolean isHidden(char c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
