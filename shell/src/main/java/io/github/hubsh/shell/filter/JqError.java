package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;

/** What the jq library has to say about an expression, at its place in the line. */
final class JqError {
    private static final Pattern POSITION = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final Pattern ENCOUNTERED = Pattern.compile("(?s)Encountered(?: unexpected)?:? +\"(.*?)\" ");
    private static final Pattern UNKNOWN =
            Pattern.compile("Function ([^/ ]+)/(\\d+) does not exist|\\$(\\S+) is not defined");
    private static final String HINT = "help filters shows examples";

    private JqError() {}

    static ShellException ofSyntax(Word word, JsonQueryException wrong) {
        Throwable cause = wrong.getCause();
        String detail = String.valueOf(cause == null ? null : cause.getMessage());
        if (cause instanceof NumberFormatException) {
            return ShellException.at(word.place(0), "expected a number that fits a double in the jq expression");
        }
        Matcher position = POSITION.matcher(detail);
        if (!position.find()) {
            return ShellException.at(word.place(0), "expected a jq expression").hint(HINT);
        }
        int index = index(word.text(), Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)));
        Matcher encountered = ENCOUNTERED.matcher(detail);
        boolean atEnd = index >= word.text().length()
                || (encountered.find() && encountered.group(1).equals("<EOF>"));
        String found = atEnd
                ? "the end"
                : "'" + new String(Character.toChars(word.text().codePointAt(index))) + "'";
        return ShellException.at(
                        word.place(atEnd ? word.text().length() : index),
                        "expected more of the jq expression, found " + found)
                .hint(HINT);
    }

    /** Returns what is wrong if it is a name, which holds for any input; else {@code null}. */
    static @Nullable ShellException ofName(Word word, JsonQueryException wrong) {
        Matcher unknown = UNKNOWN.matcher(String.valueOf(wrong.getMessage()));
        if (!unknown.matches()) {
            return null;
        }
        String function = unknown.group(1);
        if (function == null) {
            return at(word, "$" + unknown.group(3), "there is no variable $" + unknown.group(3))
                    .hint("let and NAME = … make variables; help variables");
        }
        String message = "jq has no function " + function + " with " + unknown.group(2) + " arguments here";
        String hint = Suggestion.of(function, JqLibrary.functions());
        if (unknown.group(2).equals("0")) {
            String key = "a key is written with a dot: ." + function;
            hint = hint == null ? key : key + "; " + hint;
        }
        return at(word, function, message).hint(hint != null ? hint : HINT);
    }

    private static ShellException at(Word word, String name, String message) {
        return ShellException.at(word.place(Math.max(0, word.text().indexOf(name))), message);
    }

    /** Returns the index of a line and column as the library counts them: from 1, a tab as one. */
    private static int index(String text, int line, int column) {
        int row = 1;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            at++;
            if (row == line && at >= column) {
                return i;
            }
            if (c == '\n') {
                row++;
                at = 0;
            }
        }
        return text.length();
    }
}
