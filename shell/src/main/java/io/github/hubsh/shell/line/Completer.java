package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.CommandTable;
import io.github.hubsh.shell.command.Kind;
import io.github.hubsh.shell.command.KnownCommand;
import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.command.Operand;
import io.github.hubsh.shell.command.Option;
import io.github.hubsh.shell.command.Reference;
import io.github.hubsh.shell.command.Syntax;
import io.github.hubsh.shell.command.Verb;
import io.github.hubsh.shell.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can stand at the cursor, from the verbs' syntaxes and from memory; never from the network. */
public final class Completer {
    private final Names names;
    private final List<Candidate> candidates = new ArrayList<>();

    // Mutable state
    private boolean files;

    private Completer(Names names) {
        this.names = names;
    }

    /**
     * Returns what fits at the cursor.
     *
     * @param cursor in chars from 0
     */
    public static Completion complete(String line, int cursor, Names names) {
        String before = line.substring(0, cursor);
        List<List<Word>> statements = Lexer.read(before).statements();
        List<Word> words = statements.get(statements.size() - 1);
        boolean touching = !words.isEmpty() && words.get(words.size() - 1).end() == cursor;
        Word partial = touching ? words.get(words.size() - 1) : nothing(before);
        return new Completer(names).complete(touching ? words.subList(0, words.size() - 1) : words, partial);
    }

    private static Word nothing(String before) {
        return new Word(before, "", new int[0], new boolean[0], before.length(), before.length());
    }

    private Completion complete(List<Word> words, Word partial) {
        Word variable = variable(partial);
        if (variable != null) {
            add(names.variables(), "$", variable.text().substring(1), "variables");
            return completion(variable);
        }
        int operator = lastOperator(words);
        if (operator >= 0) {
            return completion(behind(words, operator, partial));
        }
        return completion(statement(words.subList(StatementParser.prefixLength(words), words.size()), partial));
    }

    private Completion completion(Word replaced) {
        return new Completion(replaced.start(), replaced.text(), candidates, files);
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

    private static int lastOperator(List<Word> words) {
        int last = words.size() - 1;
        while (last >= 0 && !StatementParser.isOperator(words.get(last))) {
            last--;
        }
        return last;
    }

    /** Adds the filters behind a {@code |}, the files behind a {@code >}. */
    private Word behind(List<Word> words, int operator, Word partial) {
        boolean first = operator == words.size() - 1;
        files = first && words.get(operator).startsBare(">");
        if (first && words.get(operator).isBare("|")) {
            for (Pipe.Kind filter : Pipe.Kind.values()) {
                if (filter.word().startsWith(partial.text())) {
                    candidates.add(new Candidate(filter.word(), filter.summary(), "filters"));
                }
            }
        }
        return partial;
    }

    private Word statement(List<Word> words, Word partial) {
        if (words.isEmpty()) {
            String focus = names.focus();
            if (partial.isBare(0, '.') && focus != null) {
                add(names.commands(focus), ".", partial.text().substring(1), "commands of " + focus);
            }
            verbs(partial.text());
            add(names.aliases(), "", partial.text(), "aliases");
            return partial;
        }
        Word first = words.get(0);
        Verb verb = CommandTable.find(first.text());
        if (verb != null && verb.syntax().nests()) {
            return nesting(verb.syntax(), words, partial);
        }
        if (verb == null && first.isBare(0, '.') && partial.isBare(partial.indexOfBare('=', 0) + 1, '@')) {
            files = true;
            return partial.from(partial.indexOfBare('=', 0) + 2);
        }
        return verb == null ? partial : argument(verb.syntax(), words, partial);
    }

    /** Completes the statement behind a verb that takes one, as if it began the line. */
    private Word nesting(Syntax syntax, List<Word> words, Word partial) {
        int inner = ArgumentParser.nestedStart(syntax, words, 0);
        if (inner >= 0) {
            return statement(words.subList(inner, words.size()), partial);
        }
        List<Word> operands = new ArrayList<>();
        boolean ownEnd = openOption(syntax, words, operands) == null
                && operands.size() == syntax.operands().size() - 1
                && !partial.isBare(0, '-');
        return ownEnd ? statement(List.of(), partial) : argument(syntax, words, partial);
    }

    private void add(List<String> known, String sign, String typed, String group) {
        for (String name : known) {
            if (name.startsWith(typed)) {
                candidates.add(new Candidate(sign + LineText.quote(name), "", group));
            }
        }
    }

    /** Adds what fits as an argument; returns what it replaces. */
    private Word argument(Syntax syntax, List<Word> words, Word partial) {
        List<Word> operands = new ArrayList<>();
        Option waiting = openOption(syntax, words, operands);
        if (waiting != null) {
            values(waiting.kind(), waiting.choices(), operands, partial.text());
            return partial;
        }
        int equals = partial.indexOfBare('=', 0);
        if (partial.isBare(0, '-')) {
            return option(syntax, partial, equals, operands);
        }
        if (operands.size() < syntax.operands().size()) {
            Operand operand = syntax.operands().get(operands.size());
            values(operand.kind(), operand.choices(), operands, partial.text());
        } else if (syntax.items() && partial.isBare(equals + 1, '@')) {
            files = true;
            return partial.from(equals + 2);
        } else if (syntax.items() && operands.size() >= 2) {
            return new ItemCompleter(names, operands, candidates).complete(partial, equals);
        }
        return partial;
    }

    /** Sorts the words into operands and options; returns the option whose value comes next, if one does. */
    private static @Nullable Option openOption(Syntax syntax, List<Word> words, List<Word> operands) {
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

    private Word option(Syntax syntax, Word partial, int equals, List<Word> operands) {
        if (equals < 0) {
            for (String name : syntax.optionNames()) {
                Option option = syntax.option(name);
                if (option != null && name.startsWith(partial.text())) {
                    candidates.add(new Candidate(name, option.summary(), "options"));
                }
            }
            return partial;
        }
        Option option = syntax.option(partial.text().substring(0, equals));
        Word value = partial.from(equals + 1);
        if (option != null) {
            values(option.kind(), option.choices(), operands, value.text());
        }
        return value;
    }

    private void values(Kind kind, List<String> choices, List<Word> operands, String typed) {
        switch (kind) {
            case PLUGIN -> plugins(typed);
            case COMMAND -> commands(operands.get(operands.size() - 1).text(), typed);
            case VERB -> verbs(typed);
            case CONTEXT, HUB -> add(names.contexts(), "", typed, "contexts");
            case JOB -> add(names.jobs(), "", typed, "jobs");
            case FILE -> files = true;
            case CHOICE -> choices(choices, typed);
            default -> {
                // Nothing is known about times, counts, URIs and texts.
            }
        }
    }

    private void verbs(String typed) {
        for (Syntax syntax : CommandTable.syntaxes()) {
            if (syntax.name().startsWith(typed)) {
                candidates.add(new Candidate(
                        syntax.name(), syntax.summary(), syntax.group().title()));
            }
        }
    }

    private void plugins(String typed) {
        for (String plugin : names.plugins()) {
            if (matchesSegment(plugin, typed)) {
                candidates.add(new Candidate(LineText.quote(plugin), "", "plugins"));
            }
        }
    }

    private void commands(String plugin, String typed) {
        for (String command : names.commands(plugin)) {
            if (command.startsWith(typed)) {
                KnownCommand known = names.command(plugin, command);
                String documentation = known == null ? "" : known.documentation();
                candidates.add(new Candidate(LineText.quote(command), documentation, "commands of " + plugin));
            }
        }
    }

    private void choices(List<String> choices, String typed) {
        add(choices, "", typed, "values");
    }

    private static boolean matchesSegment(String name, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(wanted) || lower.contains("." + wanted);
    }
}
