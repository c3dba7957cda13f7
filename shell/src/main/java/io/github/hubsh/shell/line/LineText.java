package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.ItemText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the parser reads: words and items with the quotes that they need, and no others. */
public final class LineText {
    private static final List<String> OPERATORS = List.of("|", ">", ">>", ";", "&");

    private LineText() {}

    /**
     * Writes the program's arguments as a line of as many words. An argument that is an operator and nothing else stays
     * one, so that {@code hubsh ping hub '|' count} is the line that it looks like.
     */
    public static String ofProgramArguments(List<String> arguments) {
        StringBuilder line = new StringBuilder();
        String before = "";
        int code = ProgramCode.begin(arguments);
        List<String> words = code < 0 ? arguments : ProgramCode.joined(arguments, code);
        for (int i = 0; i < words.size(); i++) {
            String argument = words.get(i);
            if (line.length() > 0) {
                line.append(' ');
            }
            boolean bare = OPERATORS.contains(argument) || (before.equals("|") && argument.startsWith("!"));
            line.append(bare ? argument : i == code ? ProgramCode.quoted(argument) : operatorsBare(argument));
            before = argument;
        }
        return line.toString();
    }

    /** Writes a request's arguments as items. */
    public static String ofArguments(Map<String, @Nullable Object> arguments) {
        return ItemText.ofArguments(arguments);
    }

    /** Returns the text as one word without operators: bare if it can be, else quoted. */
    public static String quote(String text) {
        return ItemText.quote(text);
    }

    /** Writes one argument; its first operator stays one, because the operating system's shell took the quotes. */
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
        boolean inLine = operator.equals(":=") && !ItemText.isPlain(rest, ItemText.PLAIN);
        return name + operator + (inLine ? ItemText.literalJson(rest) : quoteUnlessEmpty(rest, operator));
    }

    private static String quoteUnlessEmpty(String text, String before) {
        if (text.isEmpty() && !before.isEmpty()) {
            return "";
        }
        return ItemText.isPlain(text, ItemText.PLAIN) ? text : ItemText.literal(text);
    }

    private static String path(String path) {
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '[' || path.charAt(i) == ']') {
                String name = path.substring(from, i);
                written.append(
                        name.isEmpty() || ItemText.isPlain(name, ItemText.PLAIN) ? name : ItemText.literal(name));
                written.append(i < path.length() ? path.substring(i, i + 1) : "");
                from = i + 1;
            }
        }
        return written.toString();
    }
}
