package io.github.hubsh.shell.line;

import io.github.hubsh.core.content.Json;
import io.github.hubsh.shell.command.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the parser reads: words and items with the quotes that they need, and no others. */
public final class LineText {
    private static final String PLAIN = "_-./:,+@%^~!?*";

    private LineText() {}

    /** Writes the program's arguments as a line of as many words. */
    public static String ofProgramArguments(List<String> arguments) {
        StringBuilder line = new StringBuilder();
        for (String argument : arguments) {
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(operatorsBare(argument));
        }
        return line.toString();
    }

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

    private static String ofValue(@Nullable Object value) {
        if (value instanceof String text) {
            boolean plainString = Scalar.of(text) == text && !text.startsWith("=") && !text.startsWith("@");
            return (plainString ? "=" : "==") + quote(text);
        }
        String json = Json.write(value);
        boolean scalar = value == null || value instanceof Boolean || value instanceof Number;
        return scalar ? "=" + json : ":=" + literalJson(json);
    }

    /** Returns the text as one word without operators: bare if it can be, else quoted. */
    public static String quote(String text) {
        return isPlain(text, PLAIN) && !text.startsWith("@") ? text : literal(text);
    }

    private static String quoteName(String name) {
        return isPlain(name, "_-.") && !name.startsWith("-") ? name : literal(name);
    }

    /** Writes one argument; its first operator stays an operator, for the operating system's shell took the quotes. */
    private static String operatorsBare(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 0) {
            String prefix = argument.startsWith("@") ? "@" : "";
            return prefix + quoteUnlessEmpty(argument.substring(prefix.length()), prefix);
        }
        boolean json = equals > 0 && argument.charAt(equals - 1) == ':';
        int value = equals + 1;
        if (value < argument.length() && (json ? "@" : "=@").indexOf(argument.charAt(value)) >= 0) {
            value++;
        }
        int nameEnd = json ? equals - 1 : equals;
        String operator = argument.substring(nameEnd, value);
        String rest = argument.substring(value);
        String name = path(argument.substring(0, nameEnd));
        boolean inLine = operator.equals(":=") && !isPlain(rest, PLAIN);
        return name + operator + (inLine ? literalJson(rest) : quoteUnlessEmpty(rest, operator));
    }

    private static String quoteUnlessEmpty(String text, String before) {
        if (text.isEmpty() && !before.isEmpty()) {
            return "";
        }
        return isPlain(text, PLAIN) ? text : literal(text);
    }

    private static String path(String path) {
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '[' || path.charAt(i) == ']') {
                String name = path.substring(from, i);
                written.append(name.isEmpty() || isPlain(name, PLAIN) ? name : literal(name));
                written.append(i < path.length() ? path.substring(i, i + 1) : "");
                from = i + 1;
            }
        }
        return written.toString();
    }

    /** JSON has its own double quotes, and the parser leaves them to it; so only single quotes quote here. */
    private static String literalJson(String json) {
        return json.isEmpty() ? "" : "'" + json.replace("'", "'\\''") + "'";
    }

    private static String literal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\'' || Character.isISOControl(text.charAt(i))) {
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
            } else if (Character.isISOControl(c)) {
                written.append("\\u").append(Integer.toHexString(c + 0x10000).substring(1));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    private static boolean isPlain(String text, String alsoPlain) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && alsoPlain.indexOf(c) < 0 && !Character.isSurrogate(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
