package io.github.hubsh.core.json;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in which a {@link Series} or a {@link DataFrame} may stand anywhere, as an object that says its type. */
public final class PandasJson {
    private static final String TYPE = "type";
    private static final String SERIES = "Series";
    private static final String DATA_FRAME = "DataFrame";

    private PandasJson() {}

    /**
     * Writes a value as peers exchange it.
     *
     * @throws ContentException where a value contains itself, is too deep, or is too large
     */
    public static String encode(@Nullable Object value) throws ContentException {
        return Json.writeForPeers(value);
    }

    /** Reads JSON; what says to be a Series or a DataFrame, and is one, becomes one. */
    public static @Nullable Object decode(String json) throws ContentException {
        return objects(Json.parse(json));
    }

    /** Returns the JSON object for a Series or a DataFrame; any other value as it is. */
    public static @Nullable Object toShape(@Nullable Object value) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        if (value instanceof Series series) {
            shape.put("index", series.index());
            shape.put("values", series.values());
            shape.put("index_dtype", series.indexDtype());
            shape.put("dtype", series.dtype());
            shape.put(TYPE, SERIES);
            putName(shape, "index_name", series.indexName());
            putName(shape, "name", series.name());
        } else if (value instanceof DataFrame frame) {
            shape.put("index", frame.index());
            shape.put("values", frame.values());
            shape.put("columns", frame.columns());
            shape.put("index_dtype", frame.indexDtype());
            shape.put(TYPE, DATA_FRAME);
            putName(shape, "index_name", frame.indexName());
        } else {
            return value;
        }
        return shape;
    }

    /** Returns the Series or the DataFrame that a JSON object is; any other value as it is. */
    public static @Nullable Object fromShape(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> shape)
                || !(shape.get("index") instanceof List<?> index)
                || !(shape.get("values") instanceof List<?> values)) {
            return value;
        }
        String indexDtype = dtype(shape, "index_dtype");
        Object indexName = shape.get("index_name");
        if (SERIES.equals(shape.get(TYPE))) {
            return new Series(
                    list(index), list(values), indexDtype, dtype(shape, "dtype"), indexName, shape.get("name"));
        }
        return DATA_FRAME.equals(shape.get(TYPE)) && shape.get("columns") instanceof List<?> columns
                ? new DataFrame(list(index), list(values), list(columns), indexDtype, indexName)
                : value;
    }

    /** From the inside out; what was parsed is not too deep. */
    private static @Nullable Object objects(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, each) -> all.put(key, objects(each)));
            return fromShape(all);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(each -> all.add(objects(each)));
            return all;
        }
        return value;
    }

    /** A hand-made shape may leave the types out. */
    private static String dtype(Map<?, ?> shape, String key) {
        return shape.get(key) instanceof String dtype ? dtype : "object";
    }

    /** Names are left out where Python would take them for false. */
    private static void putName(Map<String, @Nullable Object> shape, String key, @Nullable Object name) {
        if (!isFalse(name)) {
            shape.put(key, name);
        }
    }

    private static boolean isFalse(@Nullable Object name) {
        return name == null
                || name.equals("")
                || name.equals(false)
                || (name instanceof Number number && number.doubleValue() == 0)
                || (name instanceof Collection<?> parts && parts.isEmpty());
    }

    private static List<@Nullable Object> list(List<?> values) {
        return new ArrayList<>(values);
    }
}
