package io.github.hubsh.shell.render;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Preferences;
import java.util.Locale;

/** How results are written. */
public enum OutputFormat {
    /** For people at a terminal, for programs in a pipe. */
    AUTO,
    JSON,
    RAW,
    TABLE;

    /** Returns the format that options ask for, or {@code otherwise}. */
    public static OutputFormat of(Arguments options, OutputFormat otherwise) {
        if (options.has("--json") || options.has("--jsonl")) {
            return JSON;
        }
        if (options.has("--raw")) {
            return RAW;
        }
        return options.has("--table") ? TABLE : otherwise;
    }

    /** Returns the format of that name: {@code auto}, {@code json}, {@code jsonl}, {@code raw} or {@code table}. */
    public static OutputFormat named(String name) {
        return switch (name) {
            case "json", "jsonl" -> JSON;
            case "raw" -> RAW;
            case "table" -> TABLE;
            default -> AUTO;
        };
    }

    /** Returns the format that the session was set to, or {@code otherwise}. */
    public static OutputFormat of(Preferences preferences, OutputFormat otherwise) {
        for (OutputFormat format : values()) {
            if (preferences.isOn(format.word())) {
                return format;
            }
        }
        return preferences.isOff(otherwise.word()) ? AUTO : otherwise;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
