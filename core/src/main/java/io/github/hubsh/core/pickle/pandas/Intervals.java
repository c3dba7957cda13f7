package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.TypedColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Intervals, as the text that pandas shows for one: {@code (0, 1]}. */
final class Intervals {
    private Intervals() {}

    static @Nullable TypedColumn of(@Nullable Object left, @Nullable Object right, @Nullable Object closed, Meter meter)
            throws ContentException {
        Column lower = FrameColumns.of(left, meter);
        Column upper = FrameColumns.of(right, meter);
        if (lower == null || upper == null || lower.size() != upper.size()) {
            return null;
        }
        meter.values(lower.size());
        boolean withLower = "left".equals(closed) || "both".equals(closed);
        boolean withUpper = closed == null || "right".equals(closed) || "both".equals(closed);
        List<@Nullable Object> texts = new ArrayList<>(lower.size());
        for (int i = 0; i < lower.size(); i++) {
            texts.add((withLower ? "[" : "(")
                    + plain(lower.get(i))
                    + ", "
                    + plain(upper.get(i))
                    + (withUpper ? "]" : ")"));
        }
        return new TypedColumn(
                "interval[" + lower.dtypeName() + ", " + (closed == null ? "right" : closed) + "]", texts);
    }

    private static String plain(@Nullable Object bound) {
        return bound instanceof String text ? text : Json.write(bound).replace("\"", "");
    }
}
