package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words: blanks separate them, {@code ;}, {@code &} and line ends separate statements, {@code #} at a
 * word's start begins a comment. The operators {@code | > >> &} are words of their own, with or without blanks around
 * them; only in an item's value they are text.
 *
 * <p>{@code '…'} is literal, {@code "…"} knows escapes and {@code $name}, a backslash makes a next char literal that
 * else has a meaning ({@link BackslashRule}). Unquoted text after {@code :=} is JSON and keeps its own quotes and
 * blanks up to its last bracket: {@code routes:=["e1", "e2"]} needs no quoting at the prompt. It never throws: an error
 * is part of the result, and completion uses the words before it.
 */
public final class Lexer {
    private final String line;
    private final List<List<Word>> statements = new ArrayList<>();

    // Mutable state
    private List<Word> statement = new ArrayList<>();
    private int at;

    private Lexer(String line) {
        this.line = line;
    }

    public static LexedLine read(String line) {
        return new Lexer(line).read();
    }

    private LexedLine read() {
        ShellException error = null;
        boolean unfinished = false;
        try {
            while (at < line.length()) {
                next();
            }
        } catch (Unfinished open) {
            error = open.error;
            unfinished = true;
        } catch (ShellException wrong) {
            error = wrong;
        }
        statements.add(statement);
        return new LexedLine(statements, error, unfinished);
    }

    private void next() throws Unfinished {
        char c = line.charAt(at);
        if (c == ';' || c == '\n') {
            statements.add(statement);
            statement = new ArrayList<>();
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#') {
            int end = line.indexOf('\n', at);
            at = end < 0 ? line.length() : end;
        } else if (c == '\\' && BackslashRule.continuation(line, at) >= 0) {
            at = BackslashRule.continuation(line, at);
        } else if (isOperator(c)) {
            operator(c);
        } else if (!expression()) {
            word();
        }
    }

    private void operator(char c) throws Unfinished {
        WordBuilder operator = new WordBuilder(line, at);
        operator.bare(c, at++);
        if (c == '>' && at < line.length() && line.charAt(at) == '>') {
            operator.bare('>', at++);
        }
        statement.add(operator.build(at));
        if (c == '&') {
            statements.add(statement);
            statement = new ArrayList<>();
        } else if (c == '|') {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++; // a line end, too: the filter may stand on the next line
            }
            if (at < line.length() && line.charAt(at) == '!') {
                foreign();
            }
        }
    }

    /** Takes the rest of the statement as one word, for another shell to read: its quotes and operators are its own. */
    private void foreign() throws Unfinished {
        WordBuilder word = new WordBuilder(line, at);
        int opening = at;
        char quote = 0;
        word.bare('!', at++);
        while (at < line.length() && (quote != 0 || !endsForeign())) {
            char c = line.charAt(at);
            if (c == '\\' && quote != '\'' && at + 1 < line.length()) {
                word.quoted(c, at++);
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                opening = at;
            }
            word.quoted(line.charAt(at), at++);
        }
        statement.add(word.build(at));
        if (quote != 0) {
            throw new Unfinished(opening, "expected a closing " + quote + " for this quote");
        }
    }

    /** Returns whether another shell's command ends here; a carriage return before the line's end is not part of it. */
    private boolean endsForeign() {
        char c = line.charAt(at);
        return c == ';' || c == '\n' || (c == '\r' && (at + 1 == line.length() || line.charAt(at + 1) == '\n'));
    }

    private void word() throws Unfinished {
        WordBuilder word = new WordBuilder(line, at);
        try {
            while (at < line.length() && !endsWord(line.charAt(at), word)) {
                part(word);
            }
        } finally {
            statement.add(word.build(at));
        }
    }

    private void part(WordBuilder word) throws Unfinished {
        char c = line.charAt(at);
        if (c == '\'') {
            singleQuoted(word);
        } else if (c == '"') {
            doubleQuoted(word);
        } else if (c == '\\') {
            escaped(word);
        } else {
            if (c == '$' && reference(word)) {
                return;
            }
            word.bare(c, at++);
            if (word.startsJson() && at < line.length() && "'@".indexOf(line.charAt(at)) < 0) {
                json(word);
            }
        }
    }

    private void singleQuoted(WordBuilder word) throws Unfinished {
        int end = line.indexOf('\'', at + 1);
        int opening = at;
        int stop = end < 0 ? line.length() : end;
        for (at++; at < stop; at++) {
            word.quoted(line.charAt(at), at);
        }
        if (end < 0) {
            throw new Unfinished(opening, "expected a closing ' for this quote");
        }
        at++;
    }

    private void doubleQuoted(WordBuilder word) throws Unfinished {
        int opening = at++;
        while (at < line.length() && line.charAt(at) != '"') {
            int from = at;
            char c = line.charAt(at);
            if (c == '$' && reference(word)) {
                continue;
            }
            word.quoted(c == '\\' ? escape(opening) : c, from);
            at++;
        }
        if (at >= line.length()) {
            throw new Unfinished(opening, "expected a closing \" for this quote");
        }
        at++;
    }

    private char escape(int opening) throws Unfinished {
        at++;
        if (at >= line.length()) {
            throw new Unfinished(opening, "expected a closing \" for this quote");
        }
        char c = line.charAt(at);
        return switch (c) {
            case '"', '\\', '$', '\'' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default ->
                throw wrong(at, "expected one of \" ' \\ $ n r t u after '\\' inside \"…\"; '…' needs no escapes");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = at + i < line.length() ? Character.digit(line.charAt(at + i), 16) : -1;
            if (digit < 0) {
                throw wrong(at + i, "expected four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        at += 4;
        return (char) code;
    }

    private void escaped(WordBuilder word) throws Unfinished {
        if (at + 1 >= line.length() || line.substring(at + 1).equals("\r")) {
            int backslash = at;
            at++;
            throw new Unfinished(backslash, "expected more of the line after '\\'");
        }
        int continued = BackslashRule.continuation(line, at);
        if (continued >= 0) {
            at = continued;
        } else if (BackslashRule.escapes(line.charAt(at + 1))) {
            word.quoted(line.charAt(at + 1), at + 1);
            at += 2;
        } else {
            word.bare('\\', at++);
        }
    }

    private void json(WordBuilder word) throws Unfinished {
        int depth = 0;
        int opening = -1;
        while (at < line.length() && (depth > 0 || !endsWord(line.charAt(at), word))) {
            char c = line.charAt(at);
            // Between the parentheses of series(…) Python's quotes count too.
            if (c == '"' || (c == '\'' && depth > 0 && line.charAt(opening) == '(')) {
                jsonString(word);
                continue;
            }
            if (c == '$' && reference(word)) {
                continue;
            }
            if ("[{(".indexOf(c) >= 0 && depth++ == 0) {
                opening = at;
            } else if ("]})".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            word.quoted(c, at++);
        }
        if (depth > 0) {
            throw new Unfinished(opening, "expected a closing bracket for this one");
        }
    }

    private void jsonString(WordBuilder word) throws Unfinished {
        int opening = at;
        char quote = line.charAt(at);
        do {
            if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                word.quoted('\\', at++);
            }
            word.quoted(line.charAt(at), at);
            at++;
        } while (at < line.length() && line.charAt(at) != quote);
        if (at >= line.length()) {
            throw new Unfinished(opening, "expected a closing " + quote + " for this JSON string");
        }
        word.quoted(quote, at++);
    }

    /** Takes a {@code $name.path[0]} if one stands here; returns whether it did. */
    private boolean reference(WordBuilder word) throws Unfinished {
        if (line.startsWith("{", at + 1)) {
            code(word);
            return true;
        }
        ReferenceReader reference = ReferenceReader.at(line, at);
        if (reference == null) {
            return false;
        }
        word.reference(line.substring(at, reference.end()), at, reference.name(), reference.path());
        at = reference.end();
        return true;
    }

    /** Takes JavaScript up to the brace that closes it, as a reference whose name is the code. */
    private void code(WordBuilder word) throws Unfinished {
        int end = JsCode.closingBrace(line, at + 2);
        if (end < 0) {
            throw new Unfinished(at, "expected a closing } for this ${; write \\$ or '$…' for the sign itself");
        }
        String code = line.substring(at + 2, end);
        word.reference(line.substring(at, end + 1), at, Reference.CODE + code, List.of());
        at = end + 1;
    }

    /** After {@code js} and its options what follows is JavaScript, up to where the statement ends. */
    private boolean expression() {
        if (!hasVerbOfCode() || !JsCode.beginsBehind(statement) || JsCode.isOption(line, at) || isQuotedWhole()) {
            return false;
        }
        int end = JsCode.end(line, at);
        int last = end;
        while (last > at && Character.isWhitespace(line.charAt(last - 1))) {
            last--;
        }
        WordBuilder word = new WordBuilder(line, at);
        for (; at < last; at++) {
            word.quoted(line.charAt(at), at);
        }
        statement.add(word.build(last));
        at = end;
        return true;
    }

    /** A quick check that suffices for most lines. */
    private boolean hasVerbOfCode() {
        for (Word word : statement) {
            if (VerbWord.has(word, VerbTrait.TAKES_CODE)) {
                return true;
            }
        }
        return false;
    }

    /** Quotes around the whole code are those of the outer shell, as in {@code hubsh js '…'}. */
    private boolean isQuotedWhole() {
        char quote = line.charAt(at);
        if (quote != '\'' && quote != '"') {
            return false;
        }
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) {
            end += quote == '"' && line.charAt(end) == '\\' ? 2 : 1;
        }
        end++;
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        return end >= line.length() || ";\n|&#".indexOf(line.charAt(end)) >= 0;
    }

    /** In a value operators are text: it may be a URL or a pattern, {@code url=http://h/?a=1&b=2 match=a|b}. */
    private static boolean endsWord(char c, WordBuilder word) {
        return c == ';' || Character.isWhitespace(c) || (isOperator(c) && !word.hasOperator());
    }

    private static boolean isOperator(char c) {
        return c == '|' || c == '>' || c == '&';
    }

    private ShellException wrong(int offset, String message) {
        return ShellException.at(new Place(line, offset), message);
    }

    /** The line ends too early. */
    private final class Unfinished extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ShellException error;

        Unfinished(int offset, String message) {
            super(message);
            error = wrong(offset, message);
        }
    }
}
