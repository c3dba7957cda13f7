package io.github.hubsh.shell.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What each piece of JavaScript is, as it is typed: it looks once at each char, because it runs on every key. */
public final class JsHighlights {
    private static final Set<String> WORDS = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");
    private static final Set<String> VALUES = Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

    private final String code;
    private final List<Highlight> found = new ArrayList<>();

    // Mutable state
    private int at;

    private JsHighlights(String code) {
        this.code = code;
    }

    /** Returns the pieces that are something in particular, in their order; they do not overlap. */
    public static List<Highlight> of(String code) {
        JsHighlights highlighting = new JsHighlights(code);
        while (highlighting.at < code.length()) {
            highlighting.next();
        }
        return highlighting.found;
    }

    private void next() {
        char c = code.charAt(at);
        if (code.startsWith("//", at)) {
            int end = code.indexOf('\n', at);
            add(end < 0 ? code.length() : end, Highlight.Role.OPTION);
        } else if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            add(end < 0 ? code.length() : end + 2, Highlight.Role.OPTION);
        } else if (c == '\'' || c == '"' || c == '`') {
            add(endOfText(c), Highlight.Role.STRING);
        } else if (Character.isDigit(c)) {
            add(endOfWord(), Highlight.Role.NUMBER);
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            at++;
        }
    }

    private void word() {
        int end = endOfWord();
        String word = code.substring(at, end);
        boolean member = at > 0 && code.charAt(at - 1) == '.';
        if (!member && WORDS.contains(word)) {
            add(end, Highlight.Role.VERB);
        } else if (!member && VALUES.contains(word)) {
            add(end, Highlight.Role.NUMBER);
        } else {
            at = end;
        }
    }

    private int endOfWord() {
        int end = at;
        while (end < code.length()
                && (Character.isJavaIdentifierPart(code.charAt(end))
                        || (code.charAt(end) == '.' && Character.isDigit(code.charAt(at))))) {
            end++;
        }
        return end;
    }

    /** A line end closes what is not a template. */
    private int endOfText(char quote) {
        int end = at + 1;
        while (end < code.length() && code.charAt(end) != quote && (quote == '`' || code.charAt(end) != '\n')) {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(code.length(), end + 1);
    }

    private void add(int end, Highlight.Role role) {
        found.add(new Highlight(at, end, role));
        at = end;
    }
}
