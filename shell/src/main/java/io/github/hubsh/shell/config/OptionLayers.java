package io.github.hubsh.shell.config;

import io.github.hubsh.shell.config.Layer.Found;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What options and variables say. */
final class OptionLayers {
    private static final List<Setting> VALUED = List.of(Setting.CONTEXT, Setting.HUB, Setting.NAME, Setting.TIMEOUT);
    private static final List<String> FORMATS = List.of("json", "jsonl", "raw", "table");

    private OptionLayers() {}

    static Layer flags(Arguments options) {
        Map<Setting, Found> found = new EnumMap<>(Setting.class);
        for (Setting setting : VALUED) {
            String flag = "--" + setting.key();
            String text = options.text(flag);
            if (text != null) {
                found.put(setting, new Found(read(setting, text, flag), "flag " + flag));
            }
        }
        for (String format : FORMATS) {
            if (options.has("--" + format) && !found.containsKey(Setting.FORMAT)) {
                found.put(Setting.FORMAT, new Found(format, "flag --" + format));
            }
        }
        if (options.has("--quiet")) {
            found.put(Setting.QUIET, new Found(true, "flag --quiet"));
        }
        if (options.has("--no-color")) {
            found.put(Setting.COLOR, new Found("never", "flag --no-color"));
        }
        return new Layer(found, Map.of());
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
