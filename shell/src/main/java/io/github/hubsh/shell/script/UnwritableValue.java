package io.github.hubsh.shell.script;

import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that no pickle can hold, on its way back from JavaScript: from what a script saw of it, the object that is
 * shown in the same way. It is never sent, and so needs no more than its name.
 */
final class UnwritableValue {
    private UnwritableValue() {}

    /** Returns the object that a script saw; a text or a container stays one, with such objects in it. */
    static @Nullable Object of(@Nullable Object seen) {
        if (!(seen instanceof Map<?, ?> fields)) {
            return seen instanceof String text ? zone(text) : seen;
        }
        Object name = fields.get("__global__");
        Object className = fields.get("__class__");
        if (name instanceof String text) {
            return new Global(text);
        }
        return className instanceof String text ? object(text, fields) : seen;
    }

    private static Object zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException other) {
            return text;
        }
    }

    private static Opaque object(String className, Map<?, ?> fields) {
        List<@Nullable Object> arguments = new ArrayList<>();
        Map<Object, @Nullable Object> state = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (key.equals("args") && value instanceof List<?> items) {
                arguments.addAll(items);
            } else if (!key.equals("__class__")) {
                state.put(key, value);
            }
        });
        Opaque object = new Opaque(className, arguments);
        object.setState(state.isEmpty() ? null : state);
        object.setMaker(Opaque.Maker.OTHER);
        return object;
    }
}
