package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.Secrets;
import io.github.hubsh.shell.argument.TypedArgument;
import io.github.hubsh.shell.argument.ValueKind;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Operands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be remembered: plain JSON, without what looks secret; or a value of Python's that can be typed.
 *
 * @param value of the types that JSON has, or one that {@link TypedArgument} makes
 * @param length in characters of JSON
 */
record RememberedValue(@Nullable Object value, int length) {
    /** Returns what may be kept of a value, or {@code null} if it is longer than {@code longest}. */
    static @Nullable RememberedValue of(@Nullable Object value, int longest) {
        String json = Json.write(value);
        if (json.length() > longest) {
            return null;
        }
        try {
            // After JSON, a value of any peer is a small tree of plain values.
            return new RememberedValue(withoutSecrets(Json.parse(json)), json.length());
        } catch (ContentException unreadable) {
            return null;
        }
    }

    /** As {@link #of}, and a value of Python's that can be typed stays one: a copy of its own. */
    static @Nullable RememberedValue typed(@Nullable Object value, int longest) {
        if (ValueKind.isPython(ValueKind.of(value))) {
            if (hasSecretLabels(value)) {
                return null;
            }
            String text = ConstructorText.of(TypedScalar.plain(value));
            return text == null ? of(value, longest) : text.length() > longest ? null : ofText(text);
        }
        return of(value, longest);
    }

    /** Returns the value that a text such as {@code uuid("…")} makes; {@code null} for any other text. */
    static @Nullable RememberedValue ofText(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")") || !TypedArgument.isFunction(text.substring(0, open))) {
            return null;
        }
        try {
            Operands operands = JsonInput.operands(text.substring(open + 1, text.length() - 1));
            return new RememberedValue(TypedArgument.make(text.substring(0, open), operands), text.length());
        } catch (JsonInput.WrongJson | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Returns whether both would be typed alike: objects without a counterpart here are equal to themselves only. */
    boolean isLike(RememberedValue other) {
        if (equals(other)) {
            return true;
        }
        String text = length == other.length ? ConstructorText.of(value) : null;
        return text != null && text.equals(ConstructorText.of(other.value));
    }

    private static boolean hasSecretLabels(@Nullable Object value) {
        List<?> labels = value instanceof Series series
                ? series.index()
                : value instanceof DataFrame frame ? frame.columns() : List.of();
        return labels.stream().anyMatch(label -> Secrets.isSecret(String.valueOf(label)));
    }

    private static @Nullable Object withoutSecrets(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                String name = String.valueOf(key);
                if (!Secrets.isSecret(name)) {
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
        return value;
    }
}
