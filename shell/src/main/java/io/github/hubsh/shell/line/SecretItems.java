package io.github.hubsh.shell.line;

import io.github.hubsh.shell.argument.Secrets;

/**
 * Whether a line gives something secret away: {@code password=x}, {@code auth[token]=x}, {@code p:={"api key": 1}}.
 *
 * <p>It looks at names before {@code =} and {@code :} at any place, because the history also keeps a line that does not
 * parse, and its secrets must stay secret too.
 */
public final class SecretItems {
    private SecretItems() {}

    public static boolean in(String line) {
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean names = c == '=' || (c == ':' && (line.charAt(i - 1) == '"' || beginsText(line, i + 1)));
            if (names && isSecretBefore(line, i)) {
                return true;
            }
        }
        return false;
    }

    /** JavaScript's names of members have no quotes: {@code {password: 'x'}}. */
    private static boolean beginsText(String line, int at) {
        return at < line.length() && " '\"`{[".indexOf(line.charAt(at)) >= 0;
    }

    /** Looks at the name before an operator, and at each of a path: {@code auth[token][x]}. */
    private static boolean isSecretBefore(String line, int operator) {
        if (Secrets.isSecret(nameBefore(line, operator))) {
            return true;
        }
        int end = operator;
        while (end > 0 && "=: ".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        while (end > 0 && line.charAt(end - 1) == ']') {
            int opening = line.lastIndexOf('[', end - 1);
            if (opening < 0 || Secrets.isSecret(line.substring(opening, end))) {
                return opening >= 0;
            }
            end = opening;
        }
        return Secrets.isSecret(nameBefore(line, end));
    }

    private static String nameBefore(String line, int operator) {
        int end = operator;
        while (end > 0 && "=:]'\" \\".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && isOfName(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, end);
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
