package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.command.Word;
import java.util.ArrayList;
import java.util.List;

/** A statement with operators: cuts what belongs to the verb from what becomes of its results. */
final class StatementParser {
    private final List<Word> words;

    // Mutable state
    private int at;

    private StatementParser(List<Word> words) {
        this.words = words;
    }

    /** Returns whether a statement needs this parser at all; asked for every one, so it is quick. */
    static boolean isNeededFor(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isOperator(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    static Statement parse(List<Word> words) {
        return new StatementParser(words).parse();
    }

    private Statement parse() {
        List<Word> verbWords = upToOperator();
        if (verbWords.isEmpty()) {
            throw ShellException.at(words.get(at).place(0), "expected a verb before '" + words.get(at) + "'");
        }
        List<Pipe> pipes = new ArrayList<>();
        while (at < words.size() && words.get(at).isBare("|")) {
            Word operator = words.get(at++);
            pipes.add(PipeParser.parse(operator, upToOperator()));
        }
        if (at < words.size()) {
            refuse(words.get(at));
        }
        Statement plain = LineParser.plain(verbWords);
        return new Statement(plain.verb(), plain.arguments(), new Plumbing(pipes));
    }

    private static void refuse(Word operator) {
        String later = " is not there yet; quote it if it is meant as text";
        String what = operator.isBare("&") ? "work in the background (&)" : "writing a result to a file (>)";
        throw ShellException.at(operator.place(0), what + later);
    }

    private List<Word> upToOperator() {
        int from = at;
        while (at < words.size() && !isOperator(words.get(at))) {
            at++;
        }
        return words.subList(from, at);
    }

    private static boolean isOperator(Word word) {
        return !word.text().isEmpty()
                && (word.isBare("|") || word.isBare(">") || word.isBare(">>") || word.isBare("&"));
    }
}
