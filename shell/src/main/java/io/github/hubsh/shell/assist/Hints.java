package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.line.ArgumentParser;
import io.github.hubsh.shell.line.OuterOptions;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is to be said of the word at the cursor, from the verbs' syntaxes and from memory; never from the network. */
public final class Hints {
    private static final int MAX_CHOICES = 8;

    private final SessionMemory memory;
    private final Word partial;

    private Hints(SessionMemory memory, Word partial) {
        this.memory = memory;
        this.partial = partial;
    }

    /**
     * Returns what helps at the cursor.
     *
     * @param cursor in chars from 0
     */
    public static Hint at(String line, int cursor, SessionMemory memory) {
        CursorPosition place = CursorPosition.at(line, cursor, memory);
        Hints hints = new Hints(memory, place.partial());
        return place.filter() ? hints.filter(place.words()) : hints.statement(place.words());
    }

    private Hint filter(List<Word> words) {
        if (words.get(0).startsBare(">")) {
            return words.size() == 1
                    ? Hint.of("FILE", "gets the result: .json, .jsonl, .csv or text by its name")
                    : Hint.NOTHING;
        }
        String name = words.size() > 1 ? words.get(1).text() : partial.text();
        for (Pipe.Kind filter : Pipe.Kind.values()) {
            boolean system = filter == Pipe.Kind.SYSTEM && name.startsWith(filter.word());
            if (words.get(0).isBare("|") && (system || filter.word().equals(name))) {
                return new Hint.Builder()
                        .add(filter.word(), words.size() == 1)
                        .add(filter.operand(), words.size() > 1)
                        .add("· " + filter.summary(), false)
                        .build();
            }
        }
        return Hint.NOTHING;
    }

    private Hint statement(List<Word> words) {
        if (words.isEmpty()) {
            return verb();
        }
        Verb verb = VerbTable.find(words.get(0).text());
        if (verb == null) {
            return Hint.NOTHING;
        }
        Syntax syntax = verb.syntax();
        if (syntax.nests()) {
            int inner = ArgumentParser.nestedStart(syntax, words, 0);
            if (inner >= 0) {
                return nested(syntax, words.subList(inner, words.size()));
            }
        }
        return argument(syntax, words);
    }

    /** Hints at an option of the outer verb too, where it follows the statement. */
    private Hint nested(Syntax outer, List<Word> typed) {
        List<Word> words = ExpandedWords.of(typed, memory);
        Option waiting = OuterOptions.waiting(outer, words);
        if (waiting != null) {
            return option(waiting);
        }
        for (Option option : OuterOptions.offered(outer, words)) {
            if (partial.isBare(option.name())) {
                return option(option);
            }
        }
        return statement(OuterOptions.without(outer, words));
    }

    private Hint verb() {
        String typed = partial.text();
        Verb verb = VerbTable.find(typed);
        String alias = memory.aliases().all().get(typed);
        String focus = memory.context().focus();
        if (verb != null) {
            return syntax(verb.syntax(), -1);
        }
        if (alias != null) {
            return Hint.of(typed, "= " + alias);
        }
        KnownCommand command = focus == null || !partial.isBare(0, '.')
                ? null
                : memory.catalog().command(focus, typed.substring(1));
        return command == null ? Hint.NOTHING : prototype(command, Set.of(), true);
    }

    private static Hint syntax(Syntax syntax, int operand) {
        Hint.Builder hint = new Hint.Builder().add(syntax.name(), operand < 0);
        for (int i = 0; i < syntax.operands().size(); i++) {
            hint.add(syntax.operands().get(i).toString(), i == operand);
        }
        hint.add(syntax.items() ? "[ITEM …]" : "", operand >= syntax.operands().size());
        return hint.add("· " + syntax.summary(), false).build();
    }

    private Hint argument(Syntax syntax, List<Word> words) {
        List<Word> operands = new ArrayList<>();
        Option open = Completer.openOption(syntax, words, operands);
        if (open != null) {
            return option(open);
        }
        if (partial.isBare(0, '-')) {
            int equals = partial.indexOfBare('=', 0);
            Option option =
                    syntax.option(equals < 0 ? partial.text() : partial.text().substring(0, equals));
            return option == null ? Hint.NOTHING : option(option);
        }
        Operand operand = syntax.operand(operands.size());
        boolean request =
                syntax.operands().size() > 1 && syntax.operands().get(1).kind() == Kind.COMMAND;
        if (operand != null && operand.kind() == Kind.COMMAND && request) {
            KnownCommand command =
                    memory.catalog().command(operands.get(operands.size() - 1).text(), partial.text());
            return command == null ? syntax(syntax, operands.size()) : prototype(command, Set.of(), true);
        }
        boolean items = operand == null && syntax.items() && request && operands.size() >= 2;
        return items
                ? item(syntax, operands)
                : syntax(syntax, Math.min(operands.size(), syntax.operands().size() - 1));
    }

    private static Hint option(Option option) {
        String choices = option.choices().isEmpty() ? "" : " (" + String.join("|", option.choices()) + ")";
        return Hint.of(option.toString(), option.summary() + choices);
    }

    private Hint item(Syntax syntax, List<Word> operands) {
        KnownCommand command =
                memory.catalog().command(operands.get(0).text(), operands.get(1).text());
        if (command == null) {
            return syntax(syntax, syntax.operands().size());
        }
        KnownArgument argument = command.argument(ItemCompleter.nameOf(partial));
        if (argument != null) {
            return Hint.of(argument.name(), argument.description() + values(argument));
        }
        Set<String> given = new HashSet<>();
        operands.subList(2, operands.size()).forEach(item -> given.add(ItemCompleter.nameOf(item)));
        return prototype(command, given, false);
    }

    private static String values(KnownArgument argument) {
        ArgumentSchema schema = argument.schema();
        StringBuilder text = new StringBuilder();
        if (!schema.choices().isEmpty()) {
            List<String> choices = new ArrayList<>();
            schema.choices().stream().limit(MAX_CHOICES).forEach(choice -> choices.add(String.valueOf(choice)));
            text.append(" · ").append(String.join("|", choices));
            text.append(schema.choices().size() > MAX_CHOICES ? "|…" : "");
        } else if (schema.minimum() != null || schema.maximum() != null) {
            text.append(" · ").append(schema.minimum() == null ? "" : schema.minimum());
            text.append("..").append(schema.maximum() == null ? "" : schema.maximum());
        }
        if (schema.hasDefault()) {
            text.append(" · default ").append(schema.otherwise());
        }
        if (!argument.values().isEmpty()) {
            Object last = argument.values().get(0);
            String constructor = ConstructorText.of(last);
            text.append(" · last ").append(constructor == null ? last : constructor);
        }
        return text.toString();
    }

    /** Writes a command as it is called; arguments that are still missing are strong. */
    private static Hint prototype(KnownCommand command, Set<String> given, boolean naming) {
        Hint.Builder hint = new Hint.Builder().add(command.name(), naming);
        for (KnownArgument argument : command.requiredFirst()) {
            String name = ItemText.quoteName(argument.name()) + "=";
            hint.add(argument.required() ? name : "[" + name + "]", !naming && !given.contains(argument.name()));
        }
        hint.add(command.openEnded() && !command.arguments().isEmpty() ? "…" : "", false);
        return hint.add(command.documentation().isEmpty() ? "" : "· " + command.documentation(), false)
                .build();
    }
}
