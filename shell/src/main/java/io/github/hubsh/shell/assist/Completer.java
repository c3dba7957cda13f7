package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.ArgumentParser;
import io.github.hubsh.shell.line.Lexer;
import io.github.hubsh.shell.line.OuterOptions;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.line.StatementParser;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can stand at the cursor, from the verbs' syntaxes and from memory; never from the network. */
public final class Completer {
    private final SessionMemory memory;
    private final List<Candidate> candidates = new ArrayList<>();
    private final ValueCompleter values;

    // Mutable state
    private boolean files;
    private int from = -1;

    private Completer(SessionMemory memory) {
        this.memory = memory;
        this.values = new ValueCompleter(memory, candidates);
    }

    /**
     * Returns what fits at the cursor.
     *
     * @param cursor in chars from 0
     */
    public static Completions complete(String line, int cursor, SessionMemory memory) {
        String before = line.substring(0, cursor);
        List<List<Word>> statements = Lexer.read(before).statements();
        List<Word> words = statements.get(statements.size() - 1);
        boolean touching = !words.isEmpty() && words.get(words.size() - 1).end() == cursor;
        Word partial = touching ? words.get(words.size() - 1) : nothing(before);
        return new Completer(memory).complete(touching ? words.subList(0, words.size() - 1) : words, partial);
    }

    private static Word nothing(String before) {
        return new Word(before, "", new int[0], new boolean[0], before.length(), before.length());
    }

    private Completions complete(List<Word> words, Word partial) {
        Word variable = variable(partial);
        if (variable != null) {
            values.add(
                    List.copyOf(memory.variables().all().keySet()),
                    "$",
                    variable.text().substring(1),
                    "variables");
            return completion(variable);
        }
        int operator = CursorPosition.lastOperator(words);
        if (CursorPosition.isBehindRequest(words, operator)) {
            return completion(statement(words.subList(operator + 1, words.size()), partial));
        } else if (operator >= 0) {
            return completion(behind(words, operator, partial));
        }
        return completion(statement(words.subList(StatementParser.prefixLength(words), words.size()), partial));
    }

    private Completions completion(Word replaced) {
        return new Completions(from < 0 ? replaced.start() : from, replaced.text(), candidates, files);
    }

    /** Returns the end of the word if a variable's name is being typed there. */
    private static @Nullable Word variable(Word partial) {
        int last = partial.text().length() - 1;
        if (last >= 0 && partial.isBare(last, '$')) {
            return partial.from(last);
        }
        for (Reference reference : partial.references()) {
            if (reference.to() == last + 1 && reference.path().isEmpty()) {
                return partial.from(reference.from());
            }
        }
        return null;
    }

    /** Adds the filters behind a {@code |} and what they take, the files behind a {@code >}. */
    private Word behind(List<Word> words, int operator, Word partial) {
        boolean first = operator == words.size() - 1;
        if (words.get(operator).startsBare(">")) {
            files = first;
        } else if (words.get(operator).isBare("|") && first) {
            Map<String, String> filters = new LinkedHashMap<>();
            for (Pipe.Kind filter : Pipe.Kind.values()) {
                filters.put(filter.word(), filter.summary());
            }
            for (String filter : Matching.of(filters.keySet(), partial.text())) {
                candidates.add(new Candidate(filter, filters.getOrDefault(filter, ""), "filters"));
            }
        } else if (words.get(operator).isBare("|")) {
            return new FieldCompleter(memory, candidates).complete(words, operator, partial);
        }
        return partial;
    }

    private Word statement(List<Word> typed, Word partial) {
        if (typed.isEmpty()) {
            String focus = memory.context().focus();
            if (partial.isBare(0, '.') && focus != null) {
                values.commands(focus, partial.text().substring(1), ".");
                return partial;
            }
            values.verbs(partial.text());
            values.add(memory.aliases().all(), "", partial.text(), "aliases");
            return partial;
        }
        List<Word> words = ExpandedWords.of(typed, memory);
        Verb verb = VerbTable.find(words.get(0).text());
        if (verb != null && verb.syntax().nests()) {
            return nesting(verb.syntax(), words, partial);
        }
        if (verb == null && words.get(0).isBare(0, '.') && partial.isBare(partial.indexOfBare('=', 0) + 1, '@')) {
            files = true;
            return partial.from(partial.indexOfBare('=', 0) + 2);
        }
        return verb == null ? partial : argument(verb.syntax(), words, partial);
    }

    /** Completes the statement behind a verb that takes one, as if it began the line. */
    private Word nesting(Syntax syntax, List<Word> words, Word partial) {
        int inner = ArgumentParser.nestedStart(syntax, words, 0);
        if (inner >= 0) {
            return nested(syntax, ExpandedWords.of(words.subList(inner, words.size()), memory), partial);
        }
        List<Word> operands = new ArrayList<>();
        boolean ownEnd = openOption(syntax, words, operands) == null
                && operands.size() == syntax.operands().size() - 1
                && !partial.isBare(0, '-');
        return ownEnd ? statement(List.of(), partial) : argument(syntax, words, partial);
    }

    /** Completes the statement that another verb holds, and the options of that verb which may follow it. */
    private Word nested(Syntax outer, List<Word> words, Word partial) {
        Option waiting = OuterOptions.waiting(outer, words);
        if (waiting != null) {
            files = values.add(waiting.kind(), waiting.choices(), List.of(), partial.text());
            return partial;
        }
        Word replaced = statement(OuterOptions.without(outer, words), partial);
        if (partial.isBare(0, '-') && partial.indexOfBare('=', 0) < 0) {
            for (Option option : OuterOptions.offered(outer, words)) {
                if (option.name().startsWith(partial.text())) {
                    candidates.add(new Candidate(option.name(), option.summary(), "options"));
                }
            }
        }
        return replaced;
    }

    /** Adds what fits as an argument; returns what it replaces. */
    private Word argument(Syntax syntax, List<Word> words, Word partial) {
        List<Word> operands = new ArrayList<>();
        Option waiting = openOption(syntax, words, operands);
        if (waiting != null) {
            files = values.add(waiting.kind(), waiting.choices(), operands, partial.text());
            return partial;
        }
        int equals = partial.indexOfBare('=', 0);
        if (partial.isBare(0, '-')) {
            return option(syntax, partial, equals, operands);
        }
        Operand operand = syntax.operand(operands.size());
        if (operand != null) {
            files = values.add(operand.kind(), operand.choices(), operands, partial.text());
        } else if (syntax.items() && partial.isBare(equals + 1, '@')) {
            files = true;
            return partial.from(equals + 2);
        } else if (syntax.items() && operands.size() >= 2) {
            Word replaced = new ItemCompleter(memory, operands, candidates).complete(partial, equals);
            startOfValue(partial, replaced == partial ? -1 : equals);
            return replaced;
        } else if (syntax.name().equals(VerbName.SET.text())) {
            return setting(partial, equals);
        }
        return partial;
    }

    /** Sorts the words into operands and options; returns the option whose value comes next, if one does. */
    static @Nullable Option openOption(Syntax syntax, List<Word> words, List<Word> operands) {
        Option open = null;
        for (int i = 1; i < words.size(); i++) {
            Word word = words.get(i);
            if (open != null) {
                open = null;
            } else if (word.isBare(0, '-') && word.text().length() > 1) {
                Option option = syntax.option(word.text());
                open = option != null && option.takesValue() ? option : null;
            } else {
                operands.add(word);
            }
        }
        return open;
    }

    /** A quote that opens a value goes when the value is completed: candidates have quotes of their own. */
    private void startOfValue(Word partial, int equals) {
        if (equals >= 0) {
            from = partial.place(equals).offset() + 1;
        }
    }

    private Word option(Syntax syntax, Word partial, int equals, List<Word> operands) {
        if (equals < 0) {
            for (String name : Matching.of(syntax.optionNames(), partial.text())) {
                Option option = syntax.option(name);
                candidates.add(new Candidate(name, option == null ? "" : option.summary(), "options"));
            }
            return partial;
        }
        Option option = syntax.option(partial.text().substring(0, equals));
        startOfValue(partial, equals);
        Word value = partial.from(equals + 1);
        if (option != null) {
            files = values.add(option.kind(), option.choices(), operands, value.text());
        }
        return value;
    }

    /** Adds what {@code set} takes: memory, and of those that are on or off the two. */
    private Word setting(Word partial, int equals) {
        if (equals < 0) {
            for (String name : Matching.of(Setting.allWords(), partial.text())) {
                candidates.add(new Candidate(name + "=", "", "settings", false));
            }
            return partial;
        }
        Word value = partial.from(equals + 1);
        if (Setting.isSwitch(partial.text().substring(0, equals))) {
            values.add(List.of(Setting.ON, Setting.OFF), "", value.text(), "values");
        }
        return value;
    }
}
