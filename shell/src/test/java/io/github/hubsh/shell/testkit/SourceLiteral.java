package io.github.hubsh.shell.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A literal text in a source file in Java, with what stands around it.
 *
 * @param line where it begins, from 1
 * @param text between its quotes, as it is written
 * @param before the code of its statement that precedes it
 * @param after the code that follows it on its line
 */
public record SourceLiteral(int line, String text, String before, String after) {
    /** Comments, texts and characters; and what ends a statement. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\n]*|/\\*[\\s\\S]*?\\*/|\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'|[;{}]");

    /** Returns the literals of a source, in order; blocks of text are not among them. */
    public static List<SourceLiteral> of(String source) {
        List<SourceLiteral> literals = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        int statement = 0;
        while (token.find()) {
            String found = token.group();
            if (found.matches("[;{}]")) {
                statement = token.end();
            } else if (found.startsWith("\"") && !found.startsWith("\"\"\"")) {
                int line = 1
                        + (int) source.substring(0, token.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                int end = source.indexOf('\n', token.end());
                literals.add(new SourceLiteral(
                        line,
                        found.substring(1, found.length() - 1),
                        source.substring(statement, token.start()),
                        source.substring(token.end(), end < 0 ? source.length() : end)));
            }
        }
        return literals;
    }
}
