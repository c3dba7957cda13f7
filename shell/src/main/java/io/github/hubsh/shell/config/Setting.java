package io.github.hubsh.shell.config;

import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be set, in the order in which it is shown; its variable is {@code HUBSH_} and its name. */
enum Setting {
    CONTEXT,
    HUB,
    NAME,
    TIMEOUT,
    FORMAT,
    QUIET,
    COLOR,
    CHECK,
    PAGER,
    SUGGESTIONS,
    HINTS;

    private static final Set<String> FORMATS = Set.of("auto", "json", "jsonl", "raw", "table");
    private static final Set<String> COLORS = Set.of("auto", "always", "never");

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String variable() {
        return "HUBSH_" + name();
    }

    /** Returns the default; {@code null} where there is none, or this room does not know it. */
    @Nullable
    Object usual() {
        return switch (this) {
            case CONTEXT, NAME -> null;
            case HUB -> SessionSettings.DEFAULT_HUB;
            case TIMEOUT -> Durations.text(SessionSettings.DEFAULT_TIMEOUT);
            case FORMAT, COLOR -> "auto";
            case QUIET -> false;
            case CHECK, PAGER, SUGGESTIONS, HINTS -> true;
        };
    }

    boolean isSwitch() {
        return usual() instanceof Boolean;
    }

    static @Nullable Setting of(String key) {
        for (Setting setting : values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }

    static List<String> keys() {
        return List.of(values()).stream().map(Setting::key).toList();
    }

    /** Returns the value in the type that it is kept in, or {@code null} if it cannot be this setting's. */
    @Nullable
    Object read(@Nullable Object given) {
        String text = given instanceof String string ? string : "";
        return switch (this) {
            case CONTEXT -> Identifiers.isContext(text) || text.equals(Identifiers.NO_CONTEXT) ? text : null;
            case HUB -> text.contains("://") ? text : null;
            case NAME -> text.isBlank() ? null : text;
            case TIMEOUT -> time(given);
            case FORMAT -> FORMATS.contains(text) ? text : null;
            case COLOR -> COLORS.contains(text) ? text : null;
            case QUIET, CHECK, PAGER, SUGGESTIONS, HINTS -> given instanceof Boolean ? given : null;
        };
    }

    /** As {@link #read}, of a variable. */
    @Nullable
    Object readText(String text) {
        return switch (this) {
            case QUIET, CHECK, PAGER, SUGGESTIONS, HINTS -> bool(text);
            default -> read(text);
        };
    }

    /** Returns what a value has to be. */
    String expected() {
        return switch (this) {
            case CONTEXT -> "the name of a context, or none";
            case HUB -> "a URI such as tcp://localhost:31000";
            case NAME -> "a name";
            case TIMEOUT -> "a time such as \"500ms\", \"5s\", \"2m\" or \"1h\"";
            case FORMAT -> "one of auto, json, jsonl, raw, table";
            case COLOR -> "one of auto, always, never";
            case QUIET, CHECK, PAGER, SUGGESTIONS, HINTS -> "true or false";
        };
    }

    private static @Nullable Object time(@Nullable Object given) {
        String text = given instanceof String || given instanceof Long || given instanceof Double ? given + "" : "";
        return Durations.parse(text) == null ? null : text;
    }

    private static @Nullable Object bool(String text) {
        return switch (text) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> null;
        };
    }
}
