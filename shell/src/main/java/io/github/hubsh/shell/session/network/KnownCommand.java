package io.github.hubsh.shell.session.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one command.
 *
 * @param origin of the best that is known
 * @param documentation a sentence, or empty
 * @param published whether there is a schema to check arguments against
 * @param openEnded whether it takes further arguments of unknown names
 * @param examples arguments that work
 * @param mime how the command wants its arguments: {@code pickle}, {@code yaml}; empty for any way
 */
public record KnownCommand(
        String name,
        KnowledgeOrigin origin,
        String documentation,
        boolean published,
        boolean openEnded,
        List<KnownArgument> arguments,
        List<Map<String, @Nullable Object>> examples,
        String mime) {
    /** A command that takes its arguments in any way. */
    public KnownCommand(
            String name,
            KnowledgeOrigin origin,
            String documentation,
            boolean published,
            boolean openEnded,
            List<KnownArgument> arguments,
            List<Map<String, @Nullable Object>> examples) {
        this(name, origin, documentation, published, openEnded, arguments, examples, "");
    }

    /** Returns the argument of that name, or {@code null}. */
    public @Nullable KnownArgument argument(String argumentName) {
        for (KnownArgument argument : arguments) {
            if (argument.name().equals(argumentName)) {
                return argument;
            }
        }
        return null;
    }

    /** Returns the arguments, those that it fails without before the others. */
    public List<KnownArgument> requiredFirst() {
        List<KnownArgument> sorted = new ArrayList<>(arguments.size());
        List<KnownArgument> others = new ArrayList<>();
        for (KnownArgument argument : arguments) {
            (argument.required() ? sorted : others).add(argument);
        }
        sorted.addAll(others);
        return sorted;
    }

    public List<String> argumentNames() {
        List<String> names = new ArrayList<>(arguments.size());
        for (KnownArgument argument : arguments) {
            names.add(argument.name());
        }
        return names;
    }

    /**
     * Returns the only encoding by which these arguments were seen, as {@code --mime} calls it; empty where there were
     * several, or none.
     */
    public String seenEncoding(Collection<?> names) {
        String only = "";
        for (KnownArgument argument : arguments) {
            for (String encoding :
                    names.contains(argument.name()) ? argument.form().encodings() : List.<String>of()) {
                if (!only.isEmpty() && !only.equals(encoding)) {
                    return "";
                }
                only = encoding;
            }
        }
        return only;
    }
}
