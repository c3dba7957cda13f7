package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What options and variables say. */
final class OptionLayers {
    private OptionLayers() {}

    static Layer flags(Arguments options) {
        Map<Setting, Found> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Found given = flag(setting, options);
            if (given != null) {
                found.put(setting, given);
            }
        }
        return new Layer(found, Map.of());
    }

    private static @Nullable Found flag(Setting setting, Arguments options) {
        String option = setting.option();
        String text = setting.isSwitch() ? null : options.text(option);
        if (text != null) {
            return new Found(read(setting, text, option), "option " + option);
        }
        if (setting == Setting.COLOR && options.has("--no-color")) {
            return new Found("never", "option --no-color");
        }
        for (String choice : setting.choices()) {
            if (options.has("--" + choice)) {
                return new Found(choice, "option --" + choice);
            }
        }
        return setting.isSwitch() && options.has(option) ? new Found(true, "option " + option) : null;
    }

    static Layer variables(Map<String, String> environment) {
        Map<Setting, Found> found = new EnumMap<>(Setting.class);
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            found.put(Setting.COLOR, new Found("never", "NO_COLOR"));
        }
        for (Setting setting : Setting.values()) {
            String text = environment.getOrDefault(setting.variable(), "");
            if (!text.isEmpty()) {
                found.put(setting, new Found(read(setting, text, setting.variable()), setting.variable()));
            }
        }
        return new Layer(found, Map.of());
    }

    private static Object read(Setting setting, String text, String where) {
        Object value = setting.readText(text);
        if (value == null) {
            throw new ShellException(
                            Problem.USAGE,
                            "expected " + setting.expected() + " for " + where + ", found '" + text + "'")
                    .hint("help settings shows what there is");
        }
        return value;
    }
}
