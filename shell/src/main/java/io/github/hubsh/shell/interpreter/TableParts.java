package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.OpaqueFields;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a path such as {@code $r.electrode_states.electrode043} can take from a table: the value of a label of a Series,
 * a column of a DataFrame as a Series, or a part by the name that it has in JSON, such as {@code values}. A label comes
 * before a part of the same name. An object of an unknown class has the parts that JSON shows of it.
 */
final class TableParts {
    private TableParts() {}

    /** Returns the parts of a table or an object; any other value as it is. */
    static @Nullable Object of(@Nullable Object value) {
        Map<@Nullable Object, @Nullable Object> parts = new LinkedHashMap<>();
        if (value instanceof Series series) {
            add(parts, series.index(), series.values());
        } else if (value instanceof DataFrame frame) {
            List<Column> data = frame.data();
            for (int i = 0; i < data.size(); i++) {
                parts.putIfAbsent(frame.columns().get(i), column(frame, i, data.get(i)));
            }
        } else if (value instanceof Opaque object && isShownWithParts(object)) {
            return OpaqueFields.of(object);
        } else {
            return value;
        }
        if (PandasJson.toShape(value) instanceof Map<?, ?> shape) {
            shape.forEach(parts::putIfAbsent);
        }
        return parts;
    }

    /** Returns whether an object of a class that is not known here is shown as an object, and not as a text. */
    private static boolean isShownWithParts(Opaque object) {
        return object.plainValue() == null && OpaqueFields.asText(object) == null;
    }

    private static void add(Map<@Nullable Object, @Nullable Object> parts, List<?> labels, List<?> values) {
        for (int i = 0; i < labels.size(); i++) {
            parts.putIfAbsent(labels.get(i), values.get(i));
        }
    }

    private static Series column(DataFrame frame, int index, Column values) {
        Object name = frame.columns().get(index);
        return new Series(frame.index(), values, frame.indexDtype(), values.dtypeName(), frame.indexName(), name);
    }
}
