package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Word;
import java.util.List;

/** JavaScript within a line, as far as the line has to know where it ends. */
final class JsCode {
    private static final List<String> WITH_VALUE = List.of("--timeout", "--allow-read", "--allow-write", "--jq");

    private JsCode() {}

    /** Returns whether these words are {@code js} and its options, so that code comes next. */
    static boolean beginsBehind(List<Word> words) {
        int verb = 0;
        while (verb + 1 < words.size() && words.get(verb + 1).isBare("=")) {
            verb += 2;
        }
        if (verb >= words.size() || !VerbWord.has(words.get(verb), VerbTrait.TAKES_CODE)) {
            return false;
        }
        int at = verb + 1;
        while (at < words.size() && words.get(at).startsBare("--")) {
            at += WITH_VALUE.contains(words.get(at).text()) ? 2 : 1;
        }
        return at == words.size();
    }

    /** Returns whether an option of the verb stands here, rather than a variable that is counted down. */
    static boolean isOption(String line, int at) {
        return line.startsWith("--", at)
                && at + 2 < line.length()
                && Character.isLetter(line.charAt(at + 2))
                && (at == 0 || Character.isWhitespace(line.charAt(at - 1)));
    }

    /** Returns where code ends that stands in a line: at {@code ; | & #} or a line end that no bracket encloses. */
    static int end(String line, int from) {
        Scan scan = new Scan(line, from);
        while (!scan.atEnd()) {
            if (scan.depth == 0 && scan.endsStatement()) {
                return scan.at;
            }
            scan.next();
        }
        return line.length();
    }

    /** Returns where the brace stands that closes code, or -1. */
    static int closingBrace(String line, int from) {
        Scan scan = new Scan(line, from);
        while (!scan.atEnd()) {
            if (scan.depth == 0 && line.charAt(scan.at) == '}') {
                return scan.at;
            }
            scan.next();
        }
        return -1;
    }

    /** Goes through code piece by piece; texts are one piece. */
    private static final class Scan {
        private final String line;

        // Mutable state
        int at;
        int depth;

        Scan(String line, int from) {
            this.line = line;
            this.at = from;
        }

        boolean atEnd() {
            return at >= line.length();
        }

        /** {@code ||} and {@code &&} are JavaScript's; a single one is the shell's. */
        boolean endsStatement() {
            char c = line.charAt(at);
            if (c == '|' || c == '&') {
                boolean doubled = line.startsWith(String.valueOf(c), at + 1) || (at > 0 && line.charAt(at - 1) == c);
                return !doubled;
            }
            return c == ';' || c == '\n' || (c == '#' && at > 0 && Character.isWhitespace(line.charAt(at - 1)));
        }

        void next() {
            char c = line.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                text(c);
                return;
            }
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            at++;
        }

        private void text(char quote) {
            at++;
            while (!atEnd() && line.charAt(at) != quote) {
                at += line.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(line.length(), at + 1);
        }
    }
}
