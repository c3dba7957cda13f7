package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be remembered: plain JSON, without what looks secret; or a value of Python's that can be typed.
 *
 * @param value of the types that JSON has, or one that {@link TypedFunctions} make
 * @param length in characters of JSON
 */
record RememberedValue(@Nullable Object value, int length) {
    /** Stands for a text that holds a password, where it is no value of a key. */
    private static final String HIDDEN = "…";

    /** Returns what may be kept of a value, or {@code null} if it is longer than {@code longest}. */
    static @Nullable RememberedValue of(@Nullable Object value, int longest) {
        String json = Json.writeWithin(value, longest);
        if (json == null) {
            return null;
        }
        try {
            // After JSON, a value of any peer is a small tree of plain values.
            return new RememberedValue(withoutSecrets(Json.parse(json)), json.length());
        } catch (ContentException unreadable) {
            return null;
        }
    }

    /**
     * As {@link #of}, and a value of Python's that can be typed stays one: a copy of its own. What no text makes is not
     * kept: its look-alike in JSON would be offered as if the plugin took it.
     */
    static @Nullable RememberedValue typed(@Nullable Object value, int longest) {
        String text = ConstructorText.of(value, longest);
        if (text != null) {
            return text.length() > longest || hasSecrets(value) || Secrets.isIn(text) ? null : ofText(text);
        }
        return ExactJson.isExact(value) ? of(value, longest) : null;
    }

    /** Returns the value that a text such as {@code uuid("…")} makes; {@code null} for any other text. */
    static @Nullable RememberedValue ofText(String text) {
        try {
            return new RememberedValue(JsonInput.parse(text, TypedFunctions.all(), List.of()), text.length());
        } catch (JsonInput.WrongJson | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Returns whether both would be typed alike: objects without a counterpart here are equal to themselves only. */
    boolean isLike(RememberedValue other) {
        if (length != other.length) {
            return false;
        }
        if (Objects.equals(value, other.value)) {
            return true;
        }
        String text = ConstructorText.of(value);
        return text != null && text.equals(ConstructorText.of(other.value));
    }

    /** Returns whether a label or key at any depth looks secret, in a value of no more depth than can be typed. */
    private static boolean hasSecrets(@Nullable Object value) {
        if (value instanceof Series series) {
            return hasSecretNames(series.index());
        } else if (value instanceof DataFrame frame) {
            return hasSecretNames(frame.columns());
        } else if (value instanceof Map<?, ?> map) {
            return hasSecretNames(map.keySet()) || map.values().stream().anyMatch(RememberedValue::hasSecrets);
        }
        return value instanceof Collection<?> parts && parts.stream().anyMatch(RememberedValue::hasSecrets);
    }

    private static boolean hasSecretNames(Collection<?> names) {
        return names.stream().anyMatch(name -> Secrets.isSecret(String.valueOf(name)));
    }

    private static @Nullable Object withoutSecrets(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                String name = String.valueOf(key);
                if (!Secrets.isSecret(name, inner)) {
                    kept.put(name, withoutSecrets(inner));
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> kept = new ArrayList<>();
            list.forEach(inner -> kept.add(withoutSecrets(inner)));
            return kept;
        }
        return Secrets.isSecret("", value) ? HIDDEN : value;
    }
}
