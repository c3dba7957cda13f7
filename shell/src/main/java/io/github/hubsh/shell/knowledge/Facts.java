package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.argument.ValueKind;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything learned, within its limits. Guarded by its {@link Knowledge}. */
final class Facts {
    private static final int MAX_COUNTED = 1_000;

    static final String TOO_LARGE = "(too large to keep)";

    private final Limits limits;

    // Mutable state: the plugins in the order of their last use
    private final Map<String, PluginFacts> plugins = new LinkedHashMap<>(16, 0.75f, true);
    private long length;
    private long changes;

    Facts(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    long length() {
        return length;
    }

    long changes() {
        return changes;
    }

    Map<String, PluginFacts> plugins() {
        return plugins;
    }

    @Nullable
    PluginFacts find(String plugin) {
        return plugins.get(plugin);
    }

    void describe(String plugin, Description description) {
        PluginFacts known = description.length() == 0 ? plugins.get(plugin) : plugin(plugin);
        if (known != null && !known.described.published().equals(description.published())) {
            grow(description.length() - known.described.length());
            known.described = description;
        }
    }

    /** Returns what was seen of a command, from now on at least that it is there; {@code null} if there is no room. */
    @Nullable
    CommandFacts command(String plugin, String command) {
        PluginFacts known = plugin(plugin);
        if (known == null || command.length() > Limits.MAX_NAME_LENGTH) {
            return null;
        }
        CommandFacts facts = known.seen.get(command);
        if (facts == null && known.seen.size() < limits.commands() && !isFull()) {
            facts = new CommandFacts();
            known.seen.put(command, facts);
            grow(command.length());
        }
        return facts;
    }

    /**
     * Takes the arguments of a request that was answered. A handler may answer what it cannot use: so what we send
     * ourselves teaches no kind of value that differs from what plugins send.
     *
     * @param encoding the word of {@code --mime} for how they were carried
     * @param own whether the request was ours
     */
    void arguments(String plugin, String command, Map<?, ?> arguments, String encoding, boolean own) {
        CommandFacts known = command(plugin, command);
        if (known == null) {
            return;
        }
        for (Map.Entry<?, ?> entry : arguments.entrySet()) {
            if (entry.getKey() instanceof String name) {
                ArgumentFacts argument = argument(known, name);
                if (argument != null) {
                    argument(argument, name, entry.getValue(), encoding, own);
                }
            }
        }
    }

    private void argument(ArgumentFacts argument, String name, @Nullable Object value, String encoding, boolean own) {
        if (!own) {
            markTaught(argument);
        }
        if (!own || !argument.isTaught() || argument.types().contains(ValueKind.of(value))) {
            argument.addEncoding(encoding);
            value(argument, name, value);
        }
    }

    /** Takes note that a plugin has asked with this argument. */
    void markTaught(ArgumentFacts argument) {
        grow(-argument.teach());
    }

    void answered(String plugin, String command, @Nullable Object result, Instant time) {
        CommandFacts known = command(plugin, command);
        if (known != null && !Secrets.isSecret(command)) {
            known.answers = Math.min(MAX_COUNTED, known.answers + 1);
            known.gaveData |= result != null;
            RememberedValue kept = RememberedValue.of(result, limits.lastLength());
            last(known, kept == null ? new RememberedValue(TOO_LARGE, TOO_LARGE.length()) : kept, time);
        }
    }

    void last(CommandFacts known, RememberedValue kept, Instant time) {
        grow(kept.length() - (known.last == null ? 0 : known.last.length()));
        known.last = kept;
        known.lastTime = time;
    }

    @Nullable
    ArgumentFacts argument(CommandFacts command, String name) {
        ArgumentFacts argument = command.arguments.get(name);
        boolean room = command.arguments.size() < limits.arguments() && name.length() <= Limits.MAX_NAME_LENGTH;
        if (argument == null && room && !name.isEmpty() && !isFull()) {
            argument = new ArgumentFacts();
            command.arguments.put(name, argument);
            grow(name.length());
        }
        return argument;
    }

    void value(ArgumentFacts argument, String name, @Nullable Object value) {
        argument.addType(ValueKind.of(value));
        if (value instanceof Series series) {
            argument.labels(series.indexDtype());
        } else if (value instanceof DataFrame frame) {
            argument.labels(frame.indexDtype());
        }
        if (value != null && !Secrets.isSecret(name, value) && !isFull()) {
            RememberedValue kept = RememberedValue.typed(value, limits.valueLength());
            if (kept != null) {
                grow(argument.addValue(kept, limits.values()));
            }
        }
    }

    List<LastValue> lastValues() {
        List<LastValue> values = new ArrayList<>();
        new TreeMap<>(plugins)
                .forEach((plugin, known) -> known.seen.forEach((command, seen) -> {
                    if (seen.last != null) {
                        values.add(new LastValue(plugin, command, seen.lastTime, seen.last.value()));
                    }
                }));
        return values;
    }

    private @Nullable PluginFacts plugin(String plugin) {
        PluginFacts known = plugins.get(plugin);
        if (known == null && plugin.length() <= Limits.MAX_NAME_LENGTH) {
            known = new PluginFacts();
            plugins.put(plugin, known);
            grow(plugin.length());
        }
        return known;
    }

    /** Returns whether no plugin could be forgotten to make room. */
    private boolean isFull() {
        return length >= limits.total();
    }

    /** Takes note of a change, and forgets the plugins that were used least recently while there is too much. */
    private void grow(int characters) {
        changes++;
        length += characters;
        while ((length > limits.total() || plugins.size() > limits.plugins()) && plugins.size() > 1) {
            Iterator<Map.Entry<String, PluginFacts>> eldest = plugins.entrySet().iterator();
            Map.Entry<String, PluginFacts> forgotten = eldest.next();
            eldest.remove();
            length -= forgotten.getKey().length() + forgotten.getValue().length();
        }
    }
}
