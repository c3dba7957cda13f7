package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a request's arguments against what is published of its command, before anything is sent. */
final class ArgumentCheck {
    private static final int MAX_FOUND_LENGTH = 40;

    private final Arguments line;
    private final KnownCommand command;

    private ArgumentCheck(Arguments line, KnownCommand command) {
        this.line = line;
        this.command = command;
    }

    /**
     * Checks arguments.
     *
     * @param line where they were typed, for pointing
     * @return the arguments, each as its schema wants it
     * @throws ShellException pointing at the first item that is wrong, or behind the last where one is missing
     */
    static Map<String, @Nullable Object> check(
            Map<String, @Nullable Object> arguments, Arguments line, KnownCommand command) {
        return new ArgumentCheck(line, command).check(arguments);
    }

    private Map<String, @Nullable Object> check(Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> argument : arguments.entrySet()) {
            KnownArgument known = command.argument(argument.getKey());
            if (known != null && known.origin() != KnowledgeOrigin.SEEN) {
                checked.put(argument.getKey(), fitted(argument.getValue(), known));
            } else if (command.openEnded()) {
                checked.put(argument.getKey(), argument.getValue());
            } else {
                throw unknown(argument.getKey());
            }
        }
        for (KnownArgument known : command.arguments()) {
            if (known.required() && !arguments.containsKey(known.name())) {
                throw missing(known);
            }
        }
        return checked;
    }

    private @Nullable Object fitted(@Nullable Object value, KnownArgument known) {
        Item item = line.item(known.name());
        SchemaCoercion.Fit fit = SchemaCoercion.fit(value, item == null ? null : item.plainText(), known.schema());
        if (fit.expected() == null) {
            return fit.value();
        }
        String found = String.valueOf(value);
        found = found.length() > MAX_FOUND_LENGTH ? found.substring(0, MAX_FOUND_LENGTH) + "…" : found;
        throw wrong(
                item == null ? line.operandWord(1).place(0) : item.valuePlace(),
                known.name() + ": expected " + fit.expected() + ", found '" + found + "'",
                null);
    }

    private ShellException unknown(String name) {
        Item item = line.item(name);
        String hint = Suggestion.of(name, command.argumentNames());
        return wrong(
                item == null ? line.operandWord(1).place(0) : item.word().place(0),
                command.name() + " has no argument '" + name + "'",
                hint);
    }

    private ShellException missing(KnownArgument known) {
        List<Item> items = line.items();
        Word last = items.isEmpty()
                ? line.operandWord(1)
                : items.get(items.size() - 1).word();
        return wrong(
                last.after(),
                "expected " + known.name() + "=… (" + known.schema().type() + ")",
                null);
    }

    private ShellException wrong(Place place, String message, @Nullable String hint) {
        String remedy = hint != null ? hint : "see describe " + line.operand(0) + " " + command.name();
        return ShellException.at(place, message).hint(remedy + "; --no-check sends it all the same");
    }
}
