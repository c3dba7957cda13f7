package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.argument.ValueKind;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.ItemText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of one hub as lines that a completion script of bash, zsh or fish reads without a start of Java. The
 * fields are separated by tabs:
 *
 * <pre>
 * p  PLUGIN   DESCRIPTION
 * c  PLUGIN   COMMAND  DESCRIPTION
 * a  PLUGIN   COMMAND  ARGUMENT=   DESCRIPTION
 * v  PLUGIN   COMMAND  ARGUMENT    =VALUE  DESCRIPTION
 * </pre>
 *
 * <p>Peers choose the names and values, and another shell shows them: so a name that holds a control character, or that
 * could not be typed as one argument of the program, is left out. The plugins come first, and the values last, because
 * what is beyond the limit is left out too.
 */
final class WordIndex {
    /** In characters. A script reads this much within a few milliseconds. */
    static final int MAX_LENGTH = 256 << 10;

    private static final int MAX_DESCRIPTION_LENGTH = 80;
    private static final List<String> OPERATORS = List.of("|", ">", ">>", ";", "&");

    private final Knowledge knowledge;
    private final List<String> plugins = new ArrayList<>();
    private final StringBuilder index = new StringBuilder();

    private WordIndex(Knowledge knowledge, List<String> present) {
        this.knowledge = knowledge;
        TreeSet<String> all = new TreeSet<>(knowledge.plugins());
        all.addAll(present.subList(0, Math.min(present.size(), Limits.DEFAULT.plugins())));
        // Loops, here and below: a single request writes an index, and a first stream or lambda takes it longer.
        for (String name : all) {
            if (isWord(name) && name.length() <= Limits.MAX_NAME_LENGTH) {
                plugins.add(name);
            }
        }
    }

    /**
     * Writes the index.
     *
     * @param present the plugins of the hub's registry, of which nothing else may be known
     */
    static String of(Knowledge knowledge, List<String> present) {
        WordIndex index = new WordIndex(knowledge, present);
        for (String plugin : index.plugins) {
            int commands = knowledge.commands(plugin).size();
            index.add("p", plugin, commands == 0 ? "" : commands == 1 ? "1 command" : commands + " commands");
        }
        index.forEachCommand(index::command);
        index.forEachCommand(index::arguments);
        index.forEachCommand(index::values);
        return index.index.toString();
    }

    @FunctionalInterface
    private interface Part {
        void add(String plugin, KnownCommand command);
    }

    private void forEachCommand(Part part) {
        for (String plugin : plugins) {
            for (String name : knowledge.commands(plugin)) {
                KnownCommand command = isWord(name) ? knowledge.command(plugin, name) : null;
                if (command != null && index.length() < MAX_LENGTH) {
                    part.add(plugin, command);
                }
            }
        }
    }

    private void command(String plugin, KnownCommand command) {
        add("c", plugin, command.name(), oneLine(command.documentation()));
    }

    private void arguments(String plugin, KnownCommand command) {
        for (KnownArgument argument : command.requiredFirst()) {
            if (isName(argument.name())) {
                boolean json = ValueKind.isWrittenAsJson(argument.schema().types());
                String item = argument.name() + (json ? ":=" : "=");
                add("a", plugin, command.name(), item, oneLine(argument.description()));
            }
        }
    }

    private void values(String plugin, KnownCommand command) {
        if (Secrets.isSecret(command.name())) {
            return;
        }
        for (KnownArgument argument : command.arguments()) {
            if (isName(argument.name())) {
                argument.offered().forEach((value, description) -> {
                    boolean written = isScalar(value) || argument.values().contains(value);
                    if (written && !Secrets.isSecret(argument.name(), value)) {
                        value(plugin, command, argument, ItemText.unquoted(value), description);
                    }
                });
            }
        }
    }

    private void value(String plugin, KnownCommand command, KnownArgument argument, String item, String description) {
        if (isPlain(item) && item.length() <= Limits.MAX_NAME_LENGTH) {
            add("v", plugin, command.name(), argument.name(), item, description);
        }
    }

    /** What was seen has lost its secrets already; what a plugin publishes may have some inside. */
    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private void add(String... fields) {
        String line = String.join("\t", fields);
        if (index.length() + line.length() < MAX_LENGTH) {
            index.append(line).append('\n');
        }
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < MAX_DESCRIPTION_LENGTH; i++) {
            char c = text.charAt(i);
            line.append(ItemText.isHidden(text, i) ? ' ' : c);
        }
        int last = line.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(line.charAt(last))) {
            line.setLength(last);
        }
        return line.toString().strip();
    }

    /** Returns whether the program takes the text for what it is, and not for an option or an operator. */
    static boolean isWord(String text) {
        return isPlain(text) && !text.isBlank() && !text.startsWith("-") && !OPERATORS.contains(text);
    }

    /** Returns whether the text can stand before the operator of an item. */
    private static boolean isName(String text) {
        return isWord(text) && !text.startsWith("@") && !text.endsWith(":") && !contains(text, "=[]");
    }

    private static boolean contains(String text, String any) {
        for (int i = 0; i < any.length(); i++) {
            if (text.indexOf(any.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ItemText.isHidden(text, i)) {
                return false;
            }
        }
        return true;
    }
}
