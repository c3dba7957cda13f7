package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.argument.LikelyValue;
import io.github.hubsh.shell.argument.ValueKind;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can stand as a request item: the command's arguments, required ones first, and the values that are known. */
final class ItemCompleter {
    private static final String GROUP = "arguments";
    private static final int MAX_AT_ONCE = 8;

    private final SessionMemory memory;
    private final List<Word> words;
    private final List<Candidate> candidates;

    /**
     * @param words the target, the command, and the items before
     * @param candidates where to add what fits
     */
    ItemCompleter(SessionMemory memory, List<Word> words, List<Candidate> candidates) {
        this.memory = memory;
        this.words = words;
        this.candidates = candidates;
    }

    /** Adds what fits; returns what it replaces. */
    Word complete(Word partial, int equals) {
        KnownCommand command =
                memory.catalog().command(words.get(0).text(), words.get(1).text());
        if (command == null) {
            return partial;
        }
        if (equals < 0) {
            arguments(command, partial.text());
            return partial;
        }
        String name = nameOf(partial);
        KnownArgument argument = command.argument(name);
        Word value = partial.from(equals + 1);
        String operator = partial.text().substring(Math.min(name.length(), equals), equals + 1);
        if (argument != null && (operator.equals("=") || operator.equals(":="))) {
            values(argument, operator, value.text());
        }
        return value;
    }

    private void arguments(KnownCommand command, String typed) {
        Set<String> given = new HashSet<>();
        for (Word item : words.subList(2, words.size())) {
            given.add(nameOf(item));
        }
        Map<String, KnownArgument> missing = new LinkedHashMap<>();
        for (KnownArgument argument : command.requiredFirst()) {
            if (!given.contains(argument.name())) {
                missing.put(argument.name(), argument);
            }
        }
        List<KnownArgument> all = List.copyOf(missing.values());
        if (typed.isEmpty() && given.isEmpty() && all.size() > 1 && all.size() <= MAX_AT_ONCE) {
            candidates.add(new Candidate(prototype(command, all), "all of them", GROUP));
        }
        for (String name : Matching.of(missing.keySet(), typed)) {
            KnownArgument argument = missing.get(name);
            if (argument != null) {
                add(argument);
            }
        }
    }

    /** Writes all arguments with their likeliest values, to run as they are or to fill in. */
    private static String prototype(KnownCommand command, List<KnownArgument> arguments) {
        Map<String, @Nullable Object> likely = new LinkedHashMap<>();
        for (KnownArgument argument : arguments) {
            likely.put(argument.name(), LikelyValue.orEmpty(argument, command, ""));
        }
        return ItemText.ofArguments(likely);
    }

    /** Returns the argument that an item is for, or is becoming one for. */
    static String nameOf(Word item) {
        for (int i = 0; i < item.text().length(); i++) {
            if (item.isBare(i, '=') || item.isBare(i, '[') || (item.isBare(i, ':') && item.isBare(i + 1, '='))) {
                return item.text().substring(0, i);
            }
        }
        return item.text();
    }

    private void add(KnownArgument argument) {
        boolean json = ValueKind.isWrittenAsJson(argument.schema().types());
        String value = ItemText.quoteName(argument.name()) + (json ? ":=" : "=");
        candidates.add(new Candidate(value, argument.description(), GROUP, false));
    }

    private void values(KnownArgument argument, String operator, String typed) {
        Map<String, String> values = new LinkedHashMap<>();
        argument.offered().forEach((value, description) -> put(value, description, operator, values));
        for (String written : Matching.of(values.keySet(), typed)) {
            candidates.add(new Candidate(written, values.getOrDefault(written, ""), "values of " + argument.name()));
        }
    }

    private static void put(Object value, String description, String operator, Map<String, String> values) {
        String written = ItemText.ofValue(value);
        if (written.startsWith(operator)) {
            values.merge(
                    written.substring(operator.length()),
                    description,
                    (before, now) -> before.isEmpty() ? now : before);
        }
    }
}
