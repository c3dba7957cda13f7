package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.session.ConfigValue;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.syntax.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings as they hold now, for {@code config}. */
final class SettingsListing {
    private static final String DEFAULT = "default";

    private final Layers layers;
    private final String usualName;
    private final SessionMemory session;

    SettingsListing(Layers layers, String usualName, SessionMemory session) {
        this.layers = layers;
        this.usualName = usualName;
        this.session = session;
    }

    List<ConfigValue> values() {
        List<ConfigValue> values = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            ConfigValue since = since(setting);
            values.add(since != null ? since : value(setting));
        }
        HubContext context = layers.context();
        Found hub = layers.find(Setting.HUB);
        if (context != null && hub != null && hub.text().equals(context.uri())) {
            values.add(new ConfigValue("readonly", context.readonly(), "context " + context.name()));
            values.add(new ConfigValue("confirm", context.confirm(), "context " + context.name()));
        }
        aliases(values);
        return values;
    }

    private ConfigValue value(Setting setting) {
        Found found = layers.find(setting);
        return found == null
                ? new ConfigValue(setting.key(), usual(setting), DEFAULT)
                : new ConfigValue(setting.key(), found.value(), found.origin());
    }

    private @Nullable Object usual(Setting setting) {
        return setting == Setting.NAME ? usualName : setting.defaultValue();
    }

    /** Returns what {@code set} has changed since, or {@code null}. */
    private @Nullable ConfigValue since(Setting setting) {
        Map<String, String> changed = session.preferences().changed();
        String value = changed.get(setting.key());
        for (String choice : setting.choices()) {
            value = Setting.ON.equals(changed.get(choice)) ? choice : value;
        }
        if (value == null) {
            return null;
        }
        return new ConfigValue(setting.key(), setting.isSwitch() ? value.equals(Setting.ON) : value, "set");
    }

    private void aliases(List<ConfigValue> values) {
        Map<String, Found> aliases = new TreeMap<>(layers.aliases());
        session.aliases().defined().forEach((name, line) -> {
            if (line.isBlank()) {
                aliases.remove(name);
            } else {
                aliases.put(name, new Found(line, "alias"));
            }
        });
        aliases.forEach((name, found) -> {
            String line = SecretItems.in(found.text()) ? "(not shown: it holds a secret)" : found.text();
            values.add(new ConfigValue("alias." + name, line, found.origin()));
        });
    }
}
