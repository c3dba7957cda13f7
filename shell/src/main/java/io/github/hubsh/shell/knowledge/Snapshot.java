package io.github.hubsh.shell.knowledge;

import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.SeenForm;
import io.github.hubsh.shell.word.ConstructorText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts to plain values and back, for the cache file. */
final class Snapshot {
    private static final long VERSION = 1;

    private Snapshot() {}

    static Map<String, Object> of(Facts facts) {
        Map<String, Object> plugins = new LinkedHashMap<>();
        // Loops: a first lambda takes a single request longer.
        for (Map.Entry<String, PluginFacts> entry : facts.plugins().entrySet()) {
            PluginFacts plugin = entry.getValue();
            Map<String, Object> written = new LinkedHashMap<>();
            if (plugin.described.length() > 0) {
                written.put("described", plugin.described.published());
            }
            Map<String, Object> seen = new LinkedHashMap<>();
            for (Map.Entry<String, CommandFacts> known : plugin.seen.entrySet()) {
                seen.put(known.getKey(), command(known.getValue()));
            }
            written.put("seen", seen);
            plugins.put(entry.getKey(), written);
        }
        return Map.of("version", VERSION, "plugins", plugins);
    }

    static void restore(Map<?, ?> snapshot, Facts facts) {
        if (!Long.valueOf(VERSION).equals(snapshot.get("version"))) {
            return;
        }
        map(snapshot.get("plugins")).forEach((name, plugin) -> {
            String pluginName = String.valueOf(name);
            Description description =
                    Description.of(map(plugin).get("described"), KnowledgeOrigin.DESCRIBED, facts.limits());
            if (description != null) {
                facts.describe(pluginName, description);
            }
            map(map(plugin).get("seen")).forEach((command, known) -> {
                CommandFacts restored = facts.command(pluginName, String.valueOf(command));
                if (restored != null) {
                    restore(map(known), restored, facts);
                }
            });
        });
    }

    private static Map<String, @Nullable Object> command(CommandFacts known) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, ArgumentFacts> entry : known.arguments.entrySet()) {
            arguments.put(entry.getKey(), argument(entry.getValue()));
        }
        written.put("arguments", arguments);
        if (known.last != null) {
            written.put("last", known.last.value());
            // As a number: the text of a time takes the first request of a process longer than all else here.
            written.put("time", known.lastTime.toEpochMilli());
            written.put("answers", (long) known.answers);
            written.put("gave_data", known.gaveData);
        }
        return written;
    }

    /** A value of Python's stands in {@code values} as JSON, and by its place in {@code typed} as it would be typed. */
    private static Map<String, Object> argument(ArgumentFacts argument) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("types", argument.types());
        written.put("values", argument.values());
        written.put("taught", argument.isTaught());
        Map<String, Object> typed = new LinkedHashMap<>();
        List<Object> values = argument.values();
        for (int i = 0; i < values.size(); i++) {
            String text = ConstructorText.of(values.get(i));
            if (text != null) {
                typed.put(String.valueOf(i), text);
            }
        }
        if (!typed.isEmpty()) {
            written.put("typed", typed);
        }
        SeenForm form = argument.form();
        if (!form.labels().isEmpty() || !form.encodings().isEmpty()) {
            written.put("labels", form.labels());
            written.put("encodings", form.encodings());
        }
        return written;
    }

    private static void restoreValues(Map<?, ?> written, ArgumentFacts argument, String name, Facts facts) {
        List<?> values = list(written.get("values"));
        // The newest comes first in the file, and is learned last.
        for (int i = values.size() - 1; i >= 0; i--) {
            RememberedValue typed = map(written.get("typed")).get(String.valueOf(i)) instanceof String text
                    ? RememberedValue.ofText(text)
                    : null;
            facts.value(argument, name, typed == null ? values.get(i) : typed.value());
        }
        if (written.get("labels") instanceof String labels && !labels.isEmpty()) {
            argument.labels(labels);
        }
        list(written.get("encodings")).forEach(word -> argument.addEncoding(String.valueOf(word)));
    }

    private static void restore(Map<?, ?> written, CommandFacts known, Facts facts) {
        map(written.get("arguments")).forEach((name, argument) -> {
            ArgumentFacts restored = facts.argument(known, String.valueOf(name));
            if (restored != null) {
                restore(map(argument), restored, String.valueOf(name), facts);
            }
        });
        RememberedValue last = written.containsKey("last")
                ? RememberedValue.of(written.get("last"), facts.limits().lastLength())
                : null;
        Instant time = time(written.get("time"));
        if (last != null && (known.last == null || !time.isBefore(known.lastTime))) {
            facts.last(known, last, time);
            int answers = written.get("answers") instanceof Long counted ? (int) Math.min(counted, 1_000) : 1;
            known.answers = Math.max(known.answers, answers);
            known.gaveData |= last.value() != null || Boolean.TRUE.equals(written.get("gave_data"));
        }
    }

    private static void restore(Map<?, ?> written, ArgumentFacts argument, String name, Facts facts) {
        boolean taught = Boolean.TRUE.equals(written.get("taught"));
        if (taught) {
            facts.markTaught(argument);
        }
        if (taught || !argument.isTaught()) {
            list(written.get("types")).forEach(type -> argument.addType(String.valueOf(type)));
            restoreValues(written, argument, name, facts);
        }
    }

    private static Instant time(@Nullable Object written) {
        try {
            if (written instanceof Long millis) {
                return Instant.ofEpochMilli(millis);
            }
            return Instant.parse(String.valueOf(written));
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
