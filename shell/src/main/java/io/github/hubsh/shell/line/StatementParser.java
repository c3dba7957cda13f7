package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Scalar;
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
        Redirect redirect = at < words.size() && words.get(at).startsBare(">") ? redirect(pipes) : null;
        if (at < words.size()) {
            refuse(words.get(at));
        }
        Statement plain = LineParser.plain(verbWords);
        return new Statement(plain.verb(), plain.arguments(), new Plumbing(pipes, redirect));
    }

    private Redirect redirect(List<Pipe> pipes) {
        Word operator = words.get(at++);
        List<Word> file = upToOperator();
        if (file.isEmpty() || file.get(0).text().isEmpty()) {
            throw ShellException.at(operator.after(), "expected a file name after '" + operator + "'");
        }
        refuseComparison(pipes, operator, file.get(0));
        if (file.size() > 1) {
            Word further = file.get(1);
            throw ShellException.at(further.place(0), "expected no further word, found '" + further + "'");
        }
        return new Redirect(file.get(0), operator.text().length() > 1);
    }

    /** {@code where .state > 3} would write a file of that name: nobody means that. */
    private static void refuseComparison(List<Pipe> pipes, Word operator, Word file) {
        Pipe.Kind last = pipes.isEmpty() ? null : pipes.get(pipes.size() - 1).kind();
        boolean expression = last == Pipe.Kind.WHERE || last == Pipe.Kind.JQ;
        if (expression && (file.startsBare(".") || !(Scalar.of(file.text()) instanceof String))) {
            throw ShellException.at(operator.place(0), "expected a file name after '>', found '" + file + "'")
                    .hint("quote an expression that compares: where '.state > 3'");
        }
    }

    private static void refuse(Word operator) {
        if (operator.isBare("&")) {
            throw ShellException.at(
                    operator.place(0), "work in the background (&) is not there yet; quote it if it is meant as text");
        }
        throw ShellException.at(operator.place(0), "expected the end of the statement behind the file");
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
