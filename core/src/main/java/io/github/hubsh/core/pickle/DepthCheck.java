package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that are deeper than a limit, so that code that walks one may recurse. Each container is walked once,
 * however often it is referred to; a reference back to one that is still being walked counts as depth zero.
 */
final class DepthCheck {
    private final int limit;
    private final IdentityHashMap<Object, Integer> heights = new IdentityHashMap<>();

    DepthCheck(int limit) {
        this.limit = limit;
    }

    void check(@Nullable Object value) throws ContentException {
        height(value, 0);
    }

    private int height(@Nullable Object value, int depth) throws ContentException {
        if (value == null || !isContainer(value)) {
            return 0;
        }
        Integer known = heights.get(value);
        if (depth + (known == null ? 1 : known) > limit) {
            throw new ContentException("pickle: containers more than " + limit + " deep");
        } else if (known != null) {
            return known;
        }
        heights.put(value, 0);
        int height = 1 + below(value, depth + 1);
        heights.put(value, height);
        return height;
    }

    private static boolean isContainer(Object value) {
        return value instanceof Collection
                || value instanceof Map
                || value instanceof Opaque
                || value instanceof PythonScalar
                || value instanceof Series
                || value instanceof DataFrame;
    }

    private int below(Object container, int depth) throws ContentException {
        if (container instanceof Column column) {
            return columnHeight(column, depth);
        } else if (container instanceof Series series) {
            return Math.max(height(series.index(), depth), height(series.values(), depth));
        } else if (container instanceof DataFrame frame) {
            return Math.max(
                    1 + highest(frame.data(), depth + 1),
                    Math.max(height(frame.index(), depth), height(frame.columns(), depth)));
        }
        return plainHeight(container, depth);
    }

    /** Looks only at what is held as an object, once for all the columns of one array; numbers are not deep. */
    private int columnHeight(Column column, int depth) throws ContentException {
        int dimensions = column instanceof NdArray array ? array.shape().size() : 1;
        return column.held().isEmpty() ? dimensions : dimensions + height(column.held(), depth + dimensions);
    }

    private int plainHeight(Object container, int depth) throws ContentException {
        if (container instanceof PythonScalar scalar) {
            return Math.max(height(scalar.origin(), depth), height(scalar.value(), depth));
        } else if (container instanceof Opaque opaque) {
            int state = Math.max(height(opaque.state(), depth), highest(opaque.arguments(), depth));
            return Math.max(state, Math.max(highest(opaque.items(), depth), below(opaque.entries(), depth)));
        } else if (container instanceof Map<?, ?> map) {
            return Math.max(highest(map.keySet(), depth), highest(map.values(), depth));
        }
        return highest((Collection<?>) container, depth);
    }

    private int highest(Collection<?> parts, int depth) throws ContentException {
        int highest = 0;
        for (Object part : parts) {
            highest = Math.max(highest, height(part, depth));
        }
        return highest;
    }
}
