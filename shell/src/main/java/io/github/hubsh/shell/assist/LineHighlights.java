package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.Lexer;
import io.github.hubsh.shell.line.OuterOptions;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.line.StatementParser;
import io.github.hubsh.shell.line.VerbWord;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbTrait;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each piece of a line is, as it is typed: from the lexer's words and from memory. A word that the cursor may
 * still be in is never unknown: it may become something.
 */
public final class LineHighlights {
    private final String line;
    private final SessionMemory memory;
    private final List<Highlight> found = new ArrayList<>();

    private LineHighlights(String line, SessionMemory memory) {
        this.line = line;
        this.memory = memory;
    }

    /** Returns the pieces that are something in particular, in their order; they do not overlap. */
    public static List<Highlight> of(String line, SessionMemory memory) {
        LineHighlights highlighting = new LineHighlights(line, memory);
        for (List<Word> statement : Lexer.read(line).statements()) {
            highlighting.statement(statement);
        }
        highlighting.found.sort(Comparator.comparingInt(Highlight::from));
        return highlighting.found;
    }

    private void statement(List<Word> words) {
        int verb = StatementParser.prefixLength(words);
        for (Word prefix : words.subList(0, verb)) {
            boolean name = Identifiers.isVariable(prefix.text());
            add(prefix, prefix.isBare("=") ? Highlight.Role.OPERATOR : name ? Highlight.Role.VARIABLE : number(prefix));
        }
        int from = verb;
        while (from < words.size()) {
            int end = from;
            boolean nests = VerbWord.has(words.get(from), VerbTrait.NESTS_STATEMENT);
            while (end < words.size() && (nests || !StatementParser.isOperator(words.get(end)))) {
                end++;
            }
            part(words, from, end);
            if (end < words.size()) {
                add(words.get(end), Highlight.Role.OPERATOR);
            }
            from = end + 1;
        }
    }

    /** Takes what stands between two operators: a verb with its words, a filter, a file. */
    private void part(List<Word> words, int from, int end) {
        Word before = from == 0 ? null : words.get(from - 1);
        if (from == end) {
            return;
        }
        if (before != null && before.isBare("|")) {
            filter(words.subList(from, end));
        } else if (before != null && before.startsBare(">")) {
            words.subList(from, end).forEach(word -> add(word, Highlight.Role.STRING));
        } else {
            verb(words.subList(from, end));
        }
    }

    private void filter(List<Word> words) {
        Word name = words.get(0);
        Pipe.Kind kind = Pipe.Kind.of(name);
        if (kind == Pipe.Kind.EXECUTE) {
            verb(words);
            return;
        }
        add(name, kind != null ? Highlight.Role.VERB : unknown(name));
        words.subList(1, words.size()).forEach(this::value);
    }

    private void verb(List<Word> words) {
        Word first = words.get(0);
        Verb verb = VerbTable.find(first.text());
        if (verb != null) {
            add(first, Highlight.Role.VERB);
            arguments(verb.syntax(), words, 1);
        } else if (memory.aliases().all().containsKey(first.text())) {
            add(first, Highlight.Role.VERB);
            words.subList(1, words.size()).forEach(this::item);
        } else if (first.isBare(0, '.') && first.text().length() > 1) {
            add(first, isKnownOfFocus(first) ? Highlight.Role.VERB : unknown(first));
            words.subList(1, words.size()).forEach(this::item);
        } else if (first.isOpen() || (first.isBare(0, '_') && Identifiers.isResult(first.text()))) {
            add(first, Highlight.Role.VARIABLE);
        } else {
            add(first, unknown(first));
            words.subList(1, words.size()).forEach(this::item);
        }
    }

    private boolean isKnownOfFocus(Word word) {
        String focus = memory.context().focus();
        List<String> commands = focus == null ? List.of() : memory.catalog().commands(focus);
        return commands.isEmpty() || commands.contains(word.text().substring(1));
    }

    private void arguments(Syntax syntax, List<Word> words, int from) {
        List<Word> operands = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            Word word = words.get(i);
            Option option = word.startsBare("--") ? syntax.option(word.text()) : null;
            if (word.startsBare("--")) {
                int equals = word.indexOfBare('=', 0);
                boolean known =
                        syntax.option(equals < 0 ? word.text() : word.text().substring(0, equals)) != null;
                add(word, known ? Highlight.Role.OPTION : unknown(word));
                if (option != null && option.takesValue() && i + 1 < words.size()) {
                    value(words.get(++i));
                }
            } else if (operands.size() < syntax.operands().size()) {
                Operand operand = syntax.operands().get(operands.size());
                if (operand.kind() == Kind.STATEMENT) {
                    nested(syntax, words.subList(i, words.size()));
                    return;
                }
                operand(operand, word, operands);
                operands.add(word);
            } else {
                item(word);
            }
        }
    }

    /** Takes a statement that another verb holds, and the options of that verb behind it. */
    private void nested(Syntax outer, List<Word> words) {
        List<Word> inner = OuterOptions.without(outer, words);
        statement(inner);
        for (Word word : words) {
            if (!inner.contains(word)) {
                if (word.startsBare("--")) {
                    add(word, Highlight.Role.OPTION);
                } else {
                    value(word);
                }
            }
        }
    }

    private void operand(Operand operand, Word word, List<Word> before) {
        if (word.isOpen()) {
            value(word);
        } else if (operand.kind() == Kind.PLUGIN) {
            add(word, isAmong(memory.catalog().plugins(), word) ? Highlight.Role.PLUGIN : unknown(word));
        } else if (operand.kind() == Kind.COMMAND) {
            List<String> commands =
                    memory.catalog().commands(before.get(before.size() - 1).text());
            add(word, isAmong(commands, word) ? Highlight.Role.COMMAND : unknown(word));
        } else {
            value(word);
        }
    }

    /** Without any known names, no name is marked as unknown. */
    private static boolean isAmong(List<String> known, Word word) {
        return known.isEmpty() || known.contains(word.text());
    }

    /** Takes {@code key=value}, or a value. */
    private void item(Word word) {
        int equals = word.indexOfBare('=', 0);
        if (equals <= 0) {
            value(word);
            return;
        }
        int value = equals + (word.isBare(equals + 1, '=') ? 2 : 1);
        found.add(new Highlight(word.start(), word.place(equals).offset(), Highlight.Role.KEY));
        if (value < word.text().length()) {
            boolean text = word.isBare(equals + 1, '=');
            value(word.from(value), word.end(), text);
        }
    }

    private void value(Word word) {
        value(word, word.end(), false);
    }

    private void value(Word word, int end, boolean text) {
        int from = word.place(0).offset();
        // A quote stands before the first of its chars.
        int start = from > word.start() || from == 0 || "'\"".indexOf(line.charAt(from - 1)) < 0 ? from : from - 1;
        if (!word.references().isEmpty()) {
            open(word, start, end);
        } else if (start < end) {
            boolean plain = text || Scalar.of(word.text()) instanceof String;
            found.add(new Highlight(start, end, plain ? Highlight.Role.STRING : Highlight.Role.NUMBER));
        }
    }

    private void open(Word word, int start, int end) {
        int at = start;
        for (Reference reference : word.references()) {
            int from = word.place(reference.from()).offset();
            int to = word.place(reference.to() - 1).offset() + 1;
            string(at, from);
            found.add(new Highlight(from, to, Highlight.Role.VARIABLE));
            at = to;
        }
        string(at, end);
    }

    private void string(int from, int to) {
        if (from < to) {
            found.add(new Highlight(from, to, Highlight.Role.STRING));
        }
    }

    private static Highlight.Role number(Word word) {
        return Scalar.of(word.text()) instanceof Long ? Highlight.Role.NUMBER : Highlight.Role.UNKNOWN;
    }

    /** The user may still type on at the end of the line. */
    private Highlight.Role unknown(Word word) {
        return word.end() < line.length() ? Highlight.Role.UNKNOWN : Highlight.Role.PLAIN;
    }

    private void add(Word word, Highlight.Role role) {
        if (role != Highlight.Role.PLAIN && word.start() < word.end()) {
            found.add(new Highlight(word.start(), word.end(), role));
        }
    }
}
