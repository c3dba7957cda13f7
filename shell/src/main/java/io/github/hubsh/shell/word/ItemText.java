package io.github.hubsh.shell.word;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.WholeText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes request items as the parser reads them, with the quotes that they need and no others. */
public final class ItemText {
    /** What stands in a bare word beside letters and digits. */
    public static final String PLAIN = "_-./:,+@%^~!?*";

    private ItemText() {}

    /** Writes a request's arguments as items. */
    public static String ofArguments(Map<String, @Nullable Object> arguments) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, @Nullable Object> argument : arguments.entrySet()) {
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(quoteName(argument.getKey())).append(ofValue(argument.getValue()));
        }
        return line.toString();
    }

    /** Writes a value and the operator before it: {@code =1}, {@code ==1}, {@code :='[1]'}, {@code :=uuid("…")}. */
    public static String ofValue(@Nullable Object value) {
        if (value instanceof String text) {
            return operator(text) + quote(text);
        }
        String constructor = ConstructorText.of(value);
        if (constructor != null) {
            return ":=" + shown(constructor);
        }
        String json = Json.writeTyped(value);
        boolean scalar = value == null || value instanceof Boolean || value instanceof Number;
        return scalar ? "=" + json : ":=" + literalJson(shown(json));
    }

    /** As {@link #ofValue}, for an argument of the program, which another shell quotes in its own way. */
    public static String unquoted(@Nullable Object value) {
        if (value instanceof String text) {
            return operator(text) + text;
        }
        String constructor = ConstructorText.of(value);
        if (constructor != null) {
            return ":=" + constructor;
        }
        boolean scalar = value == null || value instanceof Boolean || value instanceof Number;
        return (scalar ? "=" : ":=") + Json.writeTyped(value);
    }

    private static String operator(String text) {
        boolean plainString = Scalar.of(text) == text && !text.startsWith("=") && !text.startsWith("@");
        return plainString ? "=" : "==";
    }

    /** Returns the text as one word without operators: bare if it can be, else quoted. */
    public static String quote(String text) {
        return isPlain(text, PLAIN) && !text.startsWith("@") ? text : literal(text);
    }

    /** Returns an argument's name as it stands before the operator. */
    public static String quoteName(String name) {
        return isPlain(name, "_-.") && !name.startsWith("-") ? name : literal(name);
    }

    /** JSON has its own double quotes, and the parser keeps them; so only single quotes work here. */
    public static String literalJson(String json) {
        return json.isEmpty() ? "" : "'" + json.replace("'", "'\\''") + "'";
    }

    /** Returns the text in quotes. */
    public static String literal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\'' || isHidden(text, i)) {
                return escaped(text);
            }
        }
        return "'" + text + "'";
    }

    private static String escaped(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '$') {
                written.append('\\').append(c);
            } else if (c == '\n') {
                written.append("\\n");
            } else if (isHidden(text, i)) {
                written.append(codeOf(c));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    /** Returns the JSON with such characters as codes: it has them in its strings only. */
    private static String shown(String json) {
        StringBuilder shown = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (isHidden(c) && shown == null) {
                shown = new StringBuilder(json.substring(0, i));
            }
            if (shown != null) {
                shown.append(isHidden(c) ? codeOf(c) : String.valueOf(c));
            }
        }
        return shown == null ? json : shown.toString();
    }

    /**
     * Returns whether a terminal would obey the character at this place, or show nothing for it. Half a surrogate pair
     * is no character either.
     */
    public static boolean isHidden(String text, int index) {
        return isHidden(text.charAt(index)) || WholeText.isHalf(text, index);
    }

    /** Control characters in the names of a plugin are shown, so that a terminal does not obey them. */
    private static boolean isHidden(char c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String codeOf(char c) {
        return "\\u" + Integer.toHexString(c + 0x10000).substring(1);
    }

    /** Returns whether the text consists of letters, digits and {@code alsoPlain} only. */
    public static boolean isPlain(String text, String alsoPlain) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean whole = Character.isSurrogate(c) && !WholeText.isHalf(text, i);
            if (!Character.isLetterOrDigit(c) && alsoPlain.indexOf(c) < 0 && !whole) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
