package io.github.hubsh.shell.script;

import java.util.ArrayList;
import java.util.List;

/**
 * JavaScript cut into pieces, as far as it takes to find words at a certain depth of brackets: strings, templates,
 * comments and regular expressions are skipped as a whole.
 */
final class JsTokens {
    /** What a piece is. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        LINE_END
    }

    /**
     * A piece.
     *
     * @param depth how many brackets are open around it
     */
    record Token(Kind kind, int from, int to, int depth) {}

    private static final String BEFORE_REGEX = "([{,;=:?!&|+-*%<>~^";
    private static final List<String> WORDS_BEFORE_REGEX =
            List.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "await", "new", "instanceof");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    // Mutable state
    private int at;
    private int depth;
    private boolean unfinished;

    private JsTokens(String text) {
        this.text = text;
    }

    static JsTokens of(String text) {
        JsTokens tokens = new JsTokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens;
    }

    List<Token> all() {
        return tokens;
    }

    /** Returns where a token of these stands. To compare whole records takes Java 3 ms at first. */
    int indexOf(Token token) {
        int index = 0;
        while (tokens.get(index).from < token.from) {
            index++;
        }
        return index;
    }

    String text(Token token) {
        return text.substring(token.from, token.to);
    }

    /** Returns whether a bracket, a text or a comment is still open at the end. */
    boolean isOpen() {
        return unfinished || depth > 0;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.LINE_END, at + 1);
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            at = end(text.indexOf('\n', at), 0);
        } else if (text.startsWith("/*", at)) {
            at = end(text.indexOf("*/", at + 2), 2);
        } else if (c == '\'' || c == '"') {
            string(c);
        } else if (c == '`') {
            template();
        } else if (c == '/' && isRegexHere()) {
            regex();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            sign(c);
        }
    }

    private int end(int found, int length) {
        if (found >= 0) {
            return found + length;
        }
        unfinished |= length > 0;
        return text.length();
    }

    private void add(Kind kind, int to) {
        tokens.add(new Token(kind, at, to, depth));
        at = to;
    }

    private void string(char quote) {
        int to = at + 1;
        while (to < text.length() && text.charAt(to) != quote && text.charAt(to) != '\n') {
            to += text.charAt(to) == '\\' ? 2 : 1;
        }
        add(Kind.TEXT, Math.min(text.length(), to + 1));
    }

    private void template() {
        int from = at;
        int to = at + 1;
        int braces = 0;
        while (to < text.length() && (braces > 0 || text.charAt(to) != '`')) {
            if (text.charAt(to) == '\\') {
                to++;
            } else if (text.startsWith("${", to)) {
                braces++;
            } else if (braces > 0 && text.charAt(to) == '}') {
                braces--;
            }
            to++;
        }
        unfinished |= to >= text.length();
        at = from;
        add(Kind.TEXT, Math.min(text.length(), to + 1));
    }

    private void regex() {
        int to = at + 1;
        boolean inClass = false;
        while (to < text.length() && text.charAt(to) != '\n' && (inClass || text.charAt(to) != '/')) {
            char c = text.charAt(to);
            inClass = c == '[' || (inClass && c != ']');
            to += c == '\\' ? 2 : 1;
        }
        add(Kind.TEXT, Math.min(text.length(), to + 1));
    }

    private boolean isRegexHere() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            if (before.kind == Kind.LINE_END) {
                continue;
            }
            if (before.kind == Kind.SIGN) {
                return BEFORE_REGEX.indexOf(text.charAt(before.to - 1)) >= 0;
            }
            return before.kind == Kind.WORD && WORDS_BEFORE_REGEX.contains(text(before));
        }
        return true;
    }

    private void word() {
        int to = at;
        while (to < text.length() && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        add(Kind.WORD, to);
    }

    private void number() {
        int to = at;
        while (to < text.length()
                && (Character.isLetterOrDigit(text.charAt(to)) || "._".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        add(Kind.NUMBER, to);
    }

    private void sign(char c) {
        if (")]}".indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        add(Kind.SIGN, at + 1);
        if ("([{".indexOf(c) >= 0) {
            depth++;
        }
    }
}
