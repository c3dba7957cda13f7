package io.github.hubsh.shell.assist;

import io.github.hubsh.shell.argument.LikelyValue;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.line.Lexer;
import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.verb.VerbTable;
import io.github.hubsh.shell.word.ItemText;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a line most likely continues: as the newest line of the history that begins so, else with the values seen last.
 */
public final class LineSuggestion {
    private static final int MAX_LENGTH = 300;

    private final SessionMemory memory;
    private final Word partial;

    private LineSuggestion(SessionMemory memory, Word partial) {
        this.memory = memory;
        this.partial = partial;
    }

    /**
     * Returns what would stand behind a line, or an empty text.
     *
     * @param history newest first
     */
    public static String of(String line, Iterable<String> history, SessionMemory memory) {
        if (line.isBlank()) {
            return "";
        }
        for (String before : history) {
            if (before.length() > line.length() && before.startsWith(line) && !SecretItems.in(before)) {
                return before.substring(line.length());
            }
        }
        CursorPosition place = CursorPosition.at(line, line.length(), memory);
        if (place.filter() || place.words().isEmpty() || Lexer.read(line).unfinished()) {
            return "";
        }
        String rest = new LineSuggestion(memory, place.partial()).rest(place.words());
        return rest.length() > MAX_LENGTH ? "" : rest;
    }

    private String rest(List<Word> words) {
        Verb verb = VerbTable.find(words.get(0).text());
        List<Word> operands = new ArrayList<>();
        if (verb == null
                || !verb.syntax().items()
                || Completer.openOption(verb.syntax(), words, operands) != null
                || operands.size() < 2) {
            return "";
        }
        Operand second = verb.syntax().operand(1);
        KnownCommand command = second == null || second.kind() != Kind.COMMAND
                ? null
                : memory.catalog()
                        .command(operands.get(0).text(), operands.get(1).text());
        if (command == null) {
            return "";
        }
        int equals = partial.indexOfBare('=', 0);
        return equals >= 0 ? value(command, equals) : arguments(command, operands.subList(2, operands.size()));
    }

    private String value(KnownCommand command, int equals) {
        KnownArgument argument = command.argument(ItemCompleter.nameOf(partial));
        Object likely = argument == null ? null : LikelyValue.of(argument, command);
        String written = likely == null ? "" : ItemText.ofValue(likely);
        String typed = partial.text().substring(partial.isBare(equals - 1, ':') ? equals - 1 : equals);
        return written.startsWith(typed) && !written.equals(typed) ? written.substring(typed.length()) : "";
    }

    /** Writes the arguments that were seen before, or are needed, and are not there yet. */
    private String arguments(KnownCommand command, List<Word> items) {
        Set<String> given = new HashSet<>();
        items.forEach(item -> given.add(ItemCompleter.nameOf(item)));
        Map<String, @Nullable Object> likely = new LinkedHashMap<>();
        for (KnownArgument argument : command.arguments()) {
            boolean wanted = argument.required() || !argument.values().isEmpty();
            Object value = wanted ? LikelyValue.of(argument, command) : null;
            if (value != null && !given.contains(argument.name()) && !Secrets.isSecret(argument.name())) {
                likely.put(argument.name(), value);
            }
        }
        String written = ItemText.ofArguments(likely);
        String typed = partial.text();
        boolean fits = typed.isEmpty() ? partial.start() == partial.end() : written.startsWith(typed);
        return fits && written.length() > typed.length() ? written.substring(typed.length()) : "";
    }
}
