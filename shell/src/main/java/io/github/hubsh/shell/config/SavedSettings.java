package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.syntax.AliasRule;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of the program's own file: contexts, saved aliases and settings. What is not understood in it is left
 * alone.
 *
 * @param content as JSON has it; changed in place
 */
record SavedSettings(Map<String, @Nullable Object> content) {
    private static final String CONTEXTS = "contexts";
    private static final String CURRENT = "current";
    private static final String PREVIOUS = "previous";
    private static final String SETTINGS = "settings";
    private static final String ALIASES = "aliases";

    @Nullable
    String current() {
        return content.get(CURRENT) instanceof String name ? name : null;
    }

    @Nullable
    String previous() {
        return content.get(PREVIOUS) instanceof String name ? name : null;
    }

    void keepCurrent(String name) {
        String before = current();
        if (!name.equals(before)) {
            content.put(PREVIOUS, before == null ? Identifiers.NO_CONTEXT : before);
            content.put(CURRENT, name);
        }
    }

    Map<String, HubContext> contexts() {
        Map<String, HubContext> contexts = new LinkedHashMap<>();
        map(CONTEXTS).forEach((name, value) -> {
            if (value instanceof Map<?, ?> context
                    && context.get("uri") instanceof String uri
                    && Identifiers.isContext(name)) {
                contexts.put(name, context(name, uri, context));
            }
        });
        return contexts;
    }

    void put(HubContext context) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("uri", context.uri());
        Duration timeout = context.timeout();
        if (timeout != null) {
            written.put("timeout", Durations.text(timeout));
        }
        if (context.ownName() != null) {
            written.put("name", context.ownName());
        }
        if (!context.aliases().isEmpty()) {
            written.put(ALIASES, context.aliases());
        }
        if (context.readonly()) {
            written.put("readonly", true);
        }
        if (context.confirm()) {
            written.put("confirm", true);
        }
        put(written, Setting.SERVER_KEY, context.keys().serverKey());
        put(written, Setting.KEY, context.keys().ownKey());
        put(written, Setting.INSECURE, context.keys().insecure() ? true : null);
        map(CONTEXTS).put(context.name(), written);
    }

    private static void put(Map<String, @Nullable Object> written, Setting setting, @Nullable Object value) {
        if (value != null) {
            written.put(setting.key(), value);
        }
    }

    void remove(String name) {
        map(CONTEXTS).remove(name);
        if (name.equals(current())) {
            content.remove(CURRENT);
        }
        if (name.equals(previous())) {
            content.remove(PREVIOUS);
        }
    }

    void alias(String name, String line) {
        if (line.isBlank()) {
            map(ALIASES).remove(name);
        } else {
            map(ALIASES).put(name, line);
        }
    }

    void setting(String key, @Nullable Object value) {
        if (value == null) {
            map(SETTINGS).remove(key);
        } else {
            map(SETTINGS).put(key, value);
        }
    }

    /** Returns what {@code set --save} and {@code alias --save} have kept, and the current context. */
    Layer layer(String origin) {
        Map<Setting, Found> settings = new EnumMap<>(Setting.class);
        map(SETTINGS).forEach((key, given) -> {
            Setting setting = Setting.of(key);
            Object value = setting == null ? null : setting.read(given);
            if (setting != null && value != null) {
                settings.put(setting, new Found(value, origin));
            }
        });
        String current = current();
        if (current != null) {
            settings.put(Setting.CONTEXT, new Found(current, origin));
        }
        return new Layer(settings, aliases(map(ALIASES), origin));
    }

    /** Returns aliases; without those whose name a newer hubsh needs for itself. */
    static Map<String, Found> aliases(Map<?, ?> lines, String origin) {
        Map<String, Found> aliases = new LinkedHashMap<>();
        lines.forEach((key, line) -> {
            String name = String.valueOf(key);
            if (line instanceof String && AliasRule.wrongName(name) == null) {
                aliases.put(name, new Found(line, origin));
            }
        });
        return aliases;
    }

    private static HubContext context(String name, String uri, Map<?, ?> written) {
        Map<String, String> aliases = new LinkedHashMap<>();
        if (written.get(ALIASES) instanceof Map<?, ?> lines) {
            lines.forEach((alias, line) -> aliases.put(String.valueOf(alias), String.valueOf(line)));
        }
        return new HubContext(
                name,
                uri,
                written.get("name") instanceof String own ? own : null,
                written.get("timeout") instanceof String time ? Durations.parse(time) : null,
                aliases,
                Boolean.TRUE.equals(written.get("readonly")),
                Boolean.TRUE.equals(written.get("confirm")),
                new HubKeys(
                        written.get(Setting.SERVER_KEY.key()) instanceof String file ? file : null,
                        written.get(Setting.KEY.key()) instanceof String file ? file : null,
                        Boolean.TRUE.equals(written.get(Setting.INSECURE.key()))));
    }

    /** Returns the map of that name, to look at or to change. */
    private Map<String, @Nullable Object> map(String key) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (content.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        content.put(key, copy);
        return copy;
    }
}
