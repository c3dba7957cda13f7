package io.github.hubsh.shell.config;

import io.github.hubsh.shell.syntax.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says.
 *
 * @param aliases by their names
 */
record Layer(Map<Setting, Found> settings, Map<String, Found> aliases) {
    static final Layer EMPTY = new Layer(Map.of(), Map.of());

    /**
     * Something that was said.
     *
     * @param origin where
     */
    record Found(Object value, String origin) {
        String text() {
            return String.valueOf(value);
        }
    }

    @Nullable
    Found find(Setting setting) {
        return settings.get(setting);
    }
}
