package io.github.hubsh.shell.line;

import io.github.hubsh.shell.argument.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a line gives something secret away: {@code password=x}, {@code auth[token]=x}, {@code p:={"api key": 1}},
 * {@code {pin:1}}, {@code url=https://ann:x@host}.
 *
 * <p>It looks at names before {@code =} and {@code :} at any place, because the history also keeps a line that does not
 * parse, and its secrets must stay secret too. It knows no language: a line that may hold a secret holds one.
 */
public final class SecretItems {
    private static final int MAX_REACH = 500; // of what belongs to an operator, before it
    private static final String BLANKS = " \t\r\n";
    private static final String QUOTES = "'\"`";
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))");
    private static final Pattern QUOTING = Pattern.compile("\\\\\r?\n|[\\\\" + QUOTES + "]");

    /** No secret is one of these. */
    private static final Pattern TRUTH = Pattern.compile("[=:\\s]*(?:true|false)(?=[\\s,;)}\\]]|$)");

    private SecretItems() {}

    public static boolean in(String line) {
        return isSecret(line) || isSecret(unquoted(line));
    }

    /** Returns a line without quotes and escapes, which may divide a name: {@code pas"s"word}. */
    private static String unquoted(String line) {
        String text = ESCAPED.matcher(line).replaceAll(escape -> Matcher.quoteReplacement(character(escape.group())));
        return QUOTING.matcher(text).replaceAll("");
    }

    private static String character(String escape) {
        return String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
    }

    private static boolean isSecret(String line) {
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '=' || c == ':') {
                String before = line.substring(Math.max(0, i - MAX_REACH), i);
                boolean names = c == '=' || beginsText(line, i + 1) || !endsAddress(before);
                if (names && endsSecret(before) && !isTruth(line, i + 1)) {
                    return true;
                }
            }
        }
        return Secrets.isIn(line);
    }

    private static boolean isTruth(String line, int at) {
        return TRUTH.matcher(line).region(at, line.length()).lookingAt();
    }

    /** What follows a name may begin so, and a port may not. */
    private static boolean beginsText(String line, int at) {
        return at < line.length() && (BLANKS + QUOTES + "{[").indexOf(line.charAt(at)) >= 0;
    }

    /** Returns whether the end is a host: {@code tcp://key} and {@code key.example} before {@code :1}. */
    private static boolean endsAddress(String before) {
        String name = lastName(before);
        int start = before.length() - name.length();
        return name.indexOf('.') >= 0 || (start > 0 && "/@".indexOf(before.charAt(start - 1)) >= 0);
    }

    /** Looks at the name at the end, and at each of a path: {@code auth[token][x]}. */
    private static boolean endsSecret(String before) {
        String rest = withoutLast(before, "=:" + BLANKS);
        if (Secrets.isSecret(lastName(withoutLast(rest, "=:]\\" + BLANKS + QUOTES))) || isSecretText(rest)) {
            return true;
        }
        while (rest.endsWith("]")) {
            int opening = rest.lastIndexOf('[');
            if (opening < 0) {
                return false;
            } else if (Secrets.isSecret(rest.substring(opening))) {
                return true;
            }
            rest = rest.substring(0, opening);
        }
        return Secrets.isSecret(lastName(withoutLast(rest, "=:]\\" + BLANKS + QUOTES)));
    }

    /** Returns whether a name of several words is in quotes at the end: {@code 'session id'}. */
    private static boolean isSecretText(String before) {
        int end = before.length() - 1;
        if (end < 1 || QUOTES.indexOf(before.charAt(end)) < 0) {
            return false;
        }
        int opening = before.lastIndexOf(before.charAt(end), end - 1);
        return opening >= 0 && Secrets.isSecret(before.substring(opening, end));
    }

    private static String withoutLast(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String lastName(String text) {
        int start = text.length();
        while (start > 0 && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
