package io.github.hubsh.shell.line;

import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with operators: cuts what belongs to the verb from what becomes of its results. */
public final class StatementParser {
    private static final int MAX_TIMES = 999_999_999;

    // Mutable state
    private List<Word> words;
    private int at;
    private int tail;
    private int times = 1;
    private @Nullable String name;

    private StatementParser(List<Word> words) {
        this.words = words;
    }

    /** Returns whether a statement needs this parser at all; asked for every one, so it is quick. */
    static boolean isNeededFor(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (isOperator(word) || word.isOpen() || (i < 2 && isPrefix(words, i, word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrefix(List<Word> words, int index, Word word) {
        return index == 1
                ? word.isBare("=")
                : word.isBare(0, '.')
                        || word.isBare(0, '_')
                        || (words.size() > 1
                                && !word.text().isEmpty()
                                && digits(word) == word.text().length());
    }

    static Statement parse(List<Word> words) {
        return new StatementParser(words).parse();
    }

    private Statement parse() {
        prefixes();
        boolean nests = at < words.size() && VerbWord.has(words.get(at), VerbTrait.NESTS_STATEMENT);
        words = nests ? withFileLast(words) : words;
        List<Word> verbWords = nests ? upToFile() : head(upToOperator());
        tail = at;
        List<Pipe> pipes = new ArrayList<>();
        while (at < words.size() && words.get(at).isBare("|")) {
            Word operator = words.get(at++);
            pipes.add(PipeParser.parse(operator, upToOperator()));
        }
        boolean expression = nests ? endsInExpression(verbWords) : isExpression(pipes);
        Redirect redirect = at < words.size() && words.get(at).startsBare(">") ? redirect(expression) : null;
        boolean background = at < words.size() && words.get(at).isBare("&");
        if (background) {
            at++;
        }
        if (at < words.size()) {
            Word operator = words.get(at);
            throw ShellException.at(operator.place(0), "expected the end of the statement after the file");
        }
        Statement plain = LineParser.plain(verbWords);
        return new Statement(
                plain.verb(),
                plain.arguments(),
                new PipelineSpec(name, times, pipes, redirect, background, nests ? null : open(verbWords)));
    }

    /** Returns how many words stand before the verb: {@code NAME =} and {@code COUNT}. */
    public static int prefixLength(List<Word> words) {
        int length = 0;
        while (length < words.size()) {
            Word word = words.get(length);
            if (length + 1 < words.size() && words.get(length + 1).isBare("=")) {
                length += 2;
            } else if (!word.text().isEmpty() && digits(word) == word.text().length() && length + 1 < words.size()) {
                length++;
            } else {
                return length;
            }
        }
        return length;
    }

    /** Takes {@code NAME =} and {@code COUNT}, in any order. */
    private void prefixes() {
        int end = prefixLength(words);
        while (at < end) {
            Word word = words.get(at);
            if (at + 1 < end && words.get(at + 1).isBare("=")) {
                name = name(word);
                at += 2;
            } else {
                times = times(word);
                at++;
            }
        }
    }

    private static String name(Word word) {
        if (!Identifiers.isVariable(word.text()) || word.isOpen()) {
            throw ShellException.at(word.place(0), "expected a variable's name such as x1, found '" + word + "'")
                    .hint("help variables");
        }
        return word.text();
    }

    private static int times(Word word) {
        if (!(Scalar.of(word.text()) instanceof Long times) || times < 1 || times > MAX_TIMES) {
            throw ShellException.at(
                    word.place(0), "expected a count from 1 to " + MAX_TIMES + ", found '" + word + "'");
        }
        return times.intValue();
    }

    private static int digits(Word word) {
        int index = 0;
        while (index < word.text().length()
                && Character.digit(word.text().charAt(index), 10) >= 0
                && word.isBare(index, word.text().charAt(index))) {
            index++;
        }
        return index;
    }

    /** Returns a verb and its words, where the line has only a value, or the command of a focused plugin. */
    private List<Word> head(List<Word> typed) {
        if (typed.isEmpty()) {
            Word before = at < words.size() ? words.get(at) : words.get(at - 1);
            throw at < words.size()
                    ? ShellException.at(before.place(0), "expected a verb before '" + before + "'")
                    : ShellException.at(before.after(), "expected a verb after '" + before + "'");
        }
        Word first = typed.get(0);
        List<Word> all = new ArrayList<>(typed);
        if (first.isBare(0, '.') && first.text().length() > 1) {
            all.set(0, first.from(1));
            all.add(
                    0,
                    first.named(Reference.FOCUS)
                            .referring(
                                    List.of(new Reference(0, Reference.FOCUS.length(), Reference.FOCUS, List.of()))));
            all.add(0, first.named(VerbName.EXECUTE.text()));
        } else if (first.isBare(0, '_') && Identifiers.isResult(first.text())) {
            all.set(0, first.referring(List.of(new Reference(0, first.text().length(), first.text(), List.of()))));
            all.add(0, first.named(VerbName.VALUE.text()));
        } else if (first.isOpen()) {
            all.add(0, first.named(VerbName.VALUE.text()));
        }
        return all;
    }

    /** Returns the statement's words again, if one of them is known only when it runs; else {@code null}. */
    private @Nullable List<Word> open(List<Word> verbWords) {
        List<Word> all = new ArrayList<>(verbWords);
        all.addAll(words.subList(tail, words.size()));
        BitSet later = PipeParser.ofRequests(all);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOpen() && !later.get(i)) {
                return all;
            }
        }
        return null;
    }

    private Redirect redirect(boolean expression) {
        Word operator = words.get(at++);
        List<Word> file = upToOperator();
        if (file.isEmpty() || file.get(0).text().isEmpty()) {
            throw ShellException.at(operator.after(), "expected a file name after '" + operator + "'");
        }
        if (expression) {
            refuseComparison(operator, file.get(0));
        }
        if (file.size() > 1) {
            Word further = file.get(1);
            throw ShellException.at(further.place(0), "expected no further word, found '" + further + "'");
        }
        return new Redirect(file.get(0), operator.text().length() > 1);
    }

    private static boolean isExpression(List<Pipe> pipes) {
        Pipe.Kind last = pipes.isEmpty() ? null : pipes.get(pipes.size() - 1).kind();
        return last == Pipe.Kind.WHERE || last == Pipe.Kind.JQ;
    }

    /** The same of a statement that is not parsed yet. */
    private static boolean endsInExpression(List<Word> statement) {
        int filter = statement.size() - 1;
        while (filter > 0 && !statement.get(filter - 1).isBare("|")) {
            filter--;
        }
        Word verb = filter > 0 ? statement.get(filter) : null;
        return verb != null && (verb.isBare("where") || verb.isBare("jq"));
    }

    /** {@code where .state > 3} would write a file named {@code 3}, which is never the intent. */
    private static void refuseComparison(Word operator, Word file) {
        if (file.startsBare(".") || !(Scalar.of(file.text()) instanceof String)) {
            throw ShellException.at(operator.place(0), "expected a file name after '>', found '" + file + "'")
                    .hint("quote an expression that compares: where '.state > 3'");
        }
    }

    /** Options of a verb that holds a statement may stand behind its file, too. */
    private static List<Word> withFileLast(List<Word> words) {
        int end = words.size() - (words.get(words.size() - 1).isBare("&") ? 1 : 0);
        int file = 0;
        while (file < end && !words.get(file).startsBare(">")) {
            file++;
        }
        if (file + 2 >= end) {
            return words;
        }
        List<Word> moved = new ArrayList<>(words.subList(0, file));
        moved.addAll(words.subList(file + 2, end));
        moved.addAll(words.subList(file, file + 2));
        moved.addAll(words.subList(end, words.size()));
        return moved;
    }

    /** Filters belong to the statement that is repeated; the file gets what all runs give. */
    private List<Word> upToFile() {
        int from = at;
        int end = words.size() - (words.get(words.size() - 1).isBare("&") ? 1 : 0);
        while (at < end && !words.get(at).startsBare(">")) {
            at++;
        }
        return words.subList(from, at);
    }

    private List<Word> upToOperator() {
        int from = at;
        while (at < words.size() && !isOperator(words.get(at))) {
            at++;
        }
        return words.subList(from, at);
    }

    public static boolean isOperator(Word word) {
        return !word.text().isEmpty()
                && (word.isBare("|") || word.isBare(">") || word.isBare(">>") || word.isBare("&"));
    }
}
