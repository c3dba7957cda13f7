package io.github.hubsh.shell.line;

/**
 * What a backslash means outside of quotes, everywhere on a line: in values, keys, names of files and operands.
 *
 * <p>Before a character to which the line gives a meaning it takes that meaning away, and is not part of the word.
 * Before a line end it continues the line. Before everything else it is a character like any other, so
 * {@code p=C:\temp\new.txt} says what it looks like.
 */
final class BackslashRule {
    /**
     * What the lexer and the parser of items give a meaning to, beside blanks. A sign that has one only as the first of
     * a word ({@code - . _}) or behind another one ({@code !}) is not among them: names of files have them behind a
     * backslash.
     */
    private static final String SPECIAL = "'\"\\$;|>&#=:[]@,";

    private BackslashRule() {}

    /** Returns whether a backslash before {@code next} makes it a plain character. */
    static boolean escapes(char next) {
        return Character.isWhitespace(next) || SPECIAL.indexOf(next) >= 0;
    }

    /**
     * Returns where the next line begins if the backslash at {@code at} stands before the end of its line, else -1.
     * {@code CR LF} is one end.
     */
    static int continuation(String line, int at) {
        int end = line.startsWith("\r\n", at + 1) ? at + 2 : at + 1;
        return line.startsWith("\n", end) ? end + 1 : -1;
    }
}
