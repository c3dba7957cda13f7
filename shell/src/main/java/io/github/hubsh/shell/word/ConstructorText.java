package io.github.hubsh.shell.word;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they are typed: {@code series({"e1":1})}, {@code uuid("…")}, {@code [tuple(1,2)]}. */
public final class ConstructorText {
    private static final Pattern PLAIN_DTYPE = Pattern.compile("(u?int|U?Int|[fF]loat)(8|16|32|64)|bool|boolean");

    /** A value of a peer may contain itself, or one part very often. */
    private static final int MAX_DEPTH = 20;

    private static final int MAX_PARTS = 1000;

    private static final int MAX_LENGTH = 32 << 20;

    // Mutable state
    private int depth;
    private int left = MAX_PARTS;
    private int room;

    private ConstructorText(int room) {
        this.room = room;
    }

    /**
     * Returns what makes such a value: a function, or JSON with functions in it; {@code null} for what is plain JSON,
     * and for what no text makes.
     */
    public static @Nullable String of(@Nullable Object value) {
        return of(value, MAX_LENGTH);
    }

    /** As {@link #of(Object)}, and {@code null} for what is longer than {@code most}. */
    public static @Nullable String of(@Nullable Object value, int most) {
        return isPlain(value) ? null : new ConstructorText(most).text(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof TypedScalar) && PythonKind.of(value) == null && ExactJson.isExact(value);
    }

    private @Nullable String text(@Nullable Object value) {
        left--;
        if (left < 0 || depth > MAX_DEPTH) {
            return null;
        } else if (isPlain(value)) {
            return value instanceof Collection<?> || value instanceof Map<?, ?> ? json(value) : scalar(value);
        }
        depth++;
        String text = inner(value);
        depth--;
        return text;
    }

    /** A value may hold one large part very often: all parts share the room. */
    private @Nullable String json(Object value) {
        String text = Json.writeTypedWithin(value, room);
        room -= text == null ? 0 : text.length();
        return text;
    }

    private @Nullable String inner(@Nullable Object value) {
        PythonKind kind = PythonKind.of(value);
        if (kind != null) {
            String operands = kind.function().isEmpty() ? null : operands(kind, value);
            return operands == null ? null : kind.function() + "(" + operands + ")";
        } else if (value instanceof NumpyScalar scalar) {
            String dtype = scalar.dtype().name();
            return PLAIN_DTYPE.matcher(dtype).matches() ? dtype + "(" + scalar(scalar.value()) + ")" : null;
        } else if (value instanceof Map<?, ?> map && !(value instanceof NamedDict)) {
            String entries = entries(map);
            return entries == null ? null : "{" + entries + "}";
        } else if (value instanceof List<?> list && !(value instanceof BoundedList)) {
            String elements = list(list);
            return elements == null ? null : "[" + elements + "]";
        }
        return null;
    }

    private @Nullable String entries(Map<?, ?> map) {
        List<String> texts = new ArrayList<>(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String text = entry.getKey() instanceof String ? text(entry.getValue()) : null;
            if (text == null) {
                return null;
            }
            texts.add(Json.write(entry.getKey()) + ":" + text);
        }
        return String.join(",", texts);
    }

    private @Nullable String list(Collection<?> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (Object element : elements) {
            String text = text(element);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return String.join(",", texts);
    }

    private @Nullable String operands(PythonKind kind, @Nullable Object value) {
        if (value instanceof Series series) {
            String text = series(series);
            return text != null ? text : Json.writeTyped(PandasJson.toShape(series));
        } else if (value instanceof DataFrame frame) {
            String text = frame(frame);
            return text != null ? text : Json.writeTyped(PandasJson.toShape(frame));
        } else if (value instanceof NdArray array) {
            return "biuf".indexOf(array.dtype().kind()) < 0 || array.shape().isEmpty()
                    ? null
                    : Json.writeTyped(array) + ",\"" + array.dtypeName() + "\"";
        } else if (value instanceof Collection<?> elements) {
            return elements(elements);
        }
        return kind == PythonKind.COMPLEX && value instanceof Opaque number ? complex(number) : Json.writeTyped(value);
    }

    /** One collection alone would be taken for the elements. */
    private @Nullable String elements(Collection<?> elements) {
        String text = list(elements);
        boolean ambiguous = elements.size() == 1 && elements.iterator().next() instanceof Collection<?>;
        return text != null && ambiguous ? "[" + text + "]" : text;
    }

    /** A complex number is written as Python writes it: {@code "1+2j"}. */
    private static @Nullable String complex(Opaque value) {
        List<?> parts = value.arguments();
        if (parts.size() != 2
                || !(parts.get(0) instanceof Double real)
                || !(parts.get(1) instanceof Double imaginary)) {
            return null;
        }
        String sign = imaginary < 0 || 1 / imaginary < 0 ? "" : "+";
        return "\"" + number(real) + sign + number(imaginary) + "j\"";
    }

    private static String number(double value) {
        String text = Json.writeTyped(value)
                .replace("\"", "")
                .replace("Infinity", "inf")
                .replace("NaN", "nan");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A Series whose names and types the short form keeps; {@code null} for any other. */
    private static @Nullable String series(Series series) {
        List<?> labels = series.index();
        boolean named = series.name() == null || series.name() instanceof String || series.name() instanceof Long;
        String dtype = dtype(series.values(), series.dtype());
        if (series.indexName() != null || !named || dtype == null || !isTyped(labels, series.indexDtype())) {
            return null;
        }
        String name = series.name() == null ? "" : ",name=" + Json.writeTyped(series.name());
        if (isCounted(labels)) {
            return "[" + joined(series.values()) + "]" + dtype + name;
        } else if (new HashSet<>(labels).size() < labels.size()) {
            return "[" + joined(series.values()) + "]" + dtype + ",index=[" + joined(labels) + "]" + name;
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            pairs.add(scalar(labels.get(i)) + ":" + scalar(series.values().get(i)));
        }
        return "{" + String.join(",", pairs) + "}" + dtype + name;
    }

    private static @Nullable String frame(DataFrame frame) {
        List<?> names = frame.columns();
        boolean plain = frame.indexName() == null && areScalars(names) && new HashSet<>(names).size() == names.size();
        if (!plain || !isTyped(frame.index(), frame.indexDtype())) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        List<Column> data = frame.data();
        for (int i = 0; i < data.size(); i++) {
            String dtype = dtype(data.get(i), data.get(i).dtypeName());
            if (dtype == null || !dtype.isEmpty()) {
                return null;
            }
            columns.add(scalar(names.get(i)) + ":[" + joined(data.get(i)) + "]");
        }
        String index = isCounted(frame.index()) ? "" : ",index=[" + joined(frame.index()) + "]";
        return "{" + String.join(",", columns) + "}" + index;
    }

    /** Returns the operand that is needed for a type, perhaps none; {@code null} where values cannot be written. */
    private static @Nullable String dtype(List<?> values, String dtype) {
        if (!areScalars(values)) {
            return null;
        } else if (ColumnTyping.infer(values).dtypeName().equals(dtype)) {
            return "";
        }
        return PLAIN_DTYPE.matcher(dtype).matches() ? ",\"" + dtype + "\"" : null;
    }

    /** Labels of text are objects in older versions of pandas, and {@code str} in newer ones. */
    private static boolean isTyped(List<?> labels, String dtype) {
        if (!areScalars(labels)) {
            return false;
        }
        String inferred = ColumnTyping.infer(labels).dtypeName();
        return labels.isEmpty() || inferred.equals(dtype) || (inferred.equals("object") && dtype.equals("str"));
    }

    private static boolean isCounted(List<?> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (!Long.valueOf(i).equals(labels.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areScalars(Collection<?> values) {
        for (Object value : values) {
            boolean scalar = value == null
                    || value instanceof String
                    || value instanceof Boolean
                    || value instanceof Long
                    || value instanceof Double;
            if (!scalar) {
                return false;
            }
        }
        return true;
    }

    private static String joined(Collection<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(scalar(value)));
        return String.join(",", texts);
    }

    /** JSON has a text for numbers that it lacks; a function reads them without quotes. */
    private static String scalar(@Nullable Object value) {
        String json = Json.writeTyped(value);
        return value instanceof Double ? json.replace("\"", "") : json;
    }
}
