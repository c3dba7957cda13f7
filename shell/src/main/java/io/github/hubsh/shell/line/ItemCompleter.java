package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.ArgumentSchema;
import io.github.hubsh.shell.command.ItemText;
import io.github.hubsh.shell.command.KnownArgument;
import io.github.hubsh.shell.command.KnownCommand;
import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.command.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can stand as a request item: the command's arguments, required ones first, and the values that are known. */
final class ItemCompleter {
    private static final String GROUP = "arguments";

    private final Names names;
    private final List<Word> words;
    private final List<Candidate> candidates;

    /**
     * @param words the target, the command, and the items before
     * @param candidates where to add what fits
     */
    ItemCompleter(Names names, List<Word> words, List<Candidate> candidates) {
        this.names = names;
        this.words = words;
        this.candidates = candidates;
    }

    /** Adds what fits; returns what it replaces. */
    Word complete(Word partial, int equals) {
        KnownCommand command = names.command(words.get(0).text(), words.get(1).text());
        if (command == null) {
            return partial;
        }
        if (equals < 0) {
            arguments(command, partial.text());
            return partial;
        }
        KnownArgument argument = command.argument(partial.text().substring(0, equals));
        Word value = partial.from(equals + 1);
        if (argument != null) {
            values(argument, value.text());
        }
        return value;
    }

    private void arguments(KnownCommand command, String typed) {
        Set<String> given = new HashSet<>();
        for (Word item : words.subList(2, words.size())) {
            given.add(nameOf(item));
        }
        List<KnownArgument> missing = new ArrayList<>(command.arguments());
        missing.removeIf(
                argument -> given.contains(argument.name()) || !argument.name().startsWith(typed));
        for (KnownArgument argument : missing) {
            if (argument.required()) {
                add(argument);
            }
        }
        for (KnownArgument argument : missing) {
            if (!argument.required()) {
                add(argument);
            }
        }
    }

    private static String nameOf(Word item) {
        for (int i = 0; i < item.text().length(); i++) {
            if (item.isBare(i, '=') || item.isBare(i, '[') || (item.isBare(i, ':') && item.isBare(i + 1, '='))) {
                return item.text().substring(0, i);
            }
        }
        return item.text();
    }

    private void add(KnownArgument argument) {
        ArgumentSchema schema = argument.schema();
        boolean json = schema.types().equals(List.of("array")) || schema.types().equals(List.of("object"));
        String value = ItemText.quoteName(argument.name()) + (json ? ":=" : "=");
        candidates.add(new Candidate(value, description(argument), GROUP, false));
    }

    private static String description(KnownArgument argument) {
        ArgumentSchema schema = argument.schema();
        String unit = schema.unit().isEmpty() ? "" : " in " + schema.unit();
        String required = argument.required() ? ", required" : "";
        String documentation = schema.documentation().isEmpty() ? "" : ": " + schema.documentation();
        return schema.type() + unit + required + documentation;
    }

    private void values(KnownArgument argument, String typed) {
        ArgumentSchema schema = argument.schema();
        Set<Object> values = new LinkedHashSet<>(schema.choices());
        if (schema.choices().isEmpty() && schema.types().contains("boolean")) {
            values.add(true);
            values.add(false);
        }
        if (schema.otherwise() != null) {
            values.add(schema.otherwise());
        }
        values.addAll(argument.values());
        for (Object value : values) {
            String written = ItemText.ofValue(value);
            if (written.startsWith("=") && written.substring(1).startsWith(typed)) {
                candidates.add(new Candidate(written.substring(1), "", "values of " + argument.name()));
            }
        }
    }
}
