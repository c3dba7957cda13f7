package io.github.hubsh.core.json;

import static java.util.Objects.requireNonNull;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.OpaqueFields;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes any value as JSON text.
 *
 * <p>By hand rather than with Jackson's generator, since what is hard here is not the syntax: values may contain
 * themselves or the same part a million times, so the walk knows the path it is on and the room that is left, and turns
 * what does not fit into a marker that keeps the text well-formed; text for peers refuses it instead. One writer writes
 * one text, on one thread.
 */
final class JsonWriter {
    private static final int MAX_SIZE = 32 << 20;
    private static final int MAX_KEY = 4096;
    private static final int MAX_DEPTH = 500;
    private static final String INDENT = "  ";

    private final Style style;
    private final boolean indented;
    private final int largest;
    private final Set<Object> path;
    private final StringBuilder text = new StringBuilder();

    // Mutable state: the first thing that could not be written
    private @Nullable String refusal;

    /** What is done with what JSON has no form for. */
    private enum Style {
        /** It is shown, in a form that every reader takes. */
        SHOWN,
        /** It is shown, and texts keep what they have. */
        TYPED,
        /** It is shown to people, who need no quotes around what is no text. */
        DISPLAYED,
        /** It is refused. */
        FOR_PEERS
    }

    private JsonWriter(Style style, boolean indented, int largest, Set<Object> path) {
        this.style = style;
        this.indented = indented;
        this.largest = largest;
        this.path = path;
    }

    static String shown(@Nullable Object value, boolean indented) {
        JsonWriter writer = new JsonWriter(Style.SHOWN, indented, MAX_SIZE, emptyPath());
        writer.value(value);
        return writer.text.toString();
    }

    static String typed(@Nullable Object value) {
        JsonWriter writer = new JsonWriter(Style.TYPED, false, MAX_SIZE, emptyPath());
        writer.value(value);
        return writer.text.toString();
    }

    static String display(@Nullable Object value) {
        JsonWriter writer = new JsonWriter(Style.DISPLAYED, false, MAX_SIZE, emptyPath());
        writer.value(value);
        return writer.text.toString();
    }

    static String forPeers(@Nullable Object value) throws ContentException {
        JsonWriter writer = new JsonWriter(Style.FOR_PEERS, false, MAX_SIZE, emptyPath());
        writer.value(value);
        if (writer.refusal != null) {
            throw new ContentException("JSON cannot hold this value: it is " + writer.refusal);
        }
        return writer.text.toString();
    }

    private static Set<Object> emptyPath() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map || value instanceof Collection || value instanceof Opaque) {
            container(value);
        } else if (value instanceof Global global) {
            text.append("{\"__global__\":").append(indented ? " " : "");
            quote(global.name());
            text.append('}');
        } else if (value.getClass().isArray() && !(value instanceof byte[])) {
            container(elements(value));
        } else {
            scalarOrTable(value);
        }
    }

    /** Texts first: tables are rare, and to ask for one would load its class. */
    private void scalarOrTable(Object value) {
        if (!(value instanceof String) && (value instanceof Series || value instanceof DataFrame)) {
            container(value);
        } else if (!(value instanceof String) && value instanceof TypedScalar scalar) {
            value(scalar.value());
        } else {
            scalar(value);
        }
    }

    private void scalar(Object value) {
        if (style != Style.DISPLAYED || value instanceof String) {
            quote(ScalarText.of(value));
        } else if (value instanceof Bytes || value instanceof byte[]) {
            byte[] bytes = value instanceof Bytes wrapped ? wrapped.toArray() : (byte[]) value;
            text.append("0x").append(HexFormat.of().formatHex(bytes));
        } else {
            text.append(ScalarText.of(value));
        }
    }

    private void quote(String plain) {
        if (style == Style.SHOWN || style == Style.DISPLAYED) {
            JsonStrings.quoteWhole(plain, text);
        } else {
            JsonStrings.quote(plain, text);
        }
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private void number(Number number) {
        if (number instanceof BigDecimal) {
            scalar(number);
        } else if (number instanceof Double || number instanceof Float) {
            String written = ScalarText.ofDouble(number.doubleValue());
            text.append(
                    style == Style.FOR_PEERS || style == Style.DISPLAYED || Double.isFinite(number.doubleValue())
                            ? written
                            : '"' + written + '"');
        } else {
            text.append(number);
        }
    }

    private void container(Object container) {
        if (text.length() > largest) {
            marker("too large");
        } else if (path.size() >= MAX_DEPTH) {
            marker("too deep");
        } else if (!path.add(container)) {
            marker("cycle");
        } else {
            if (container instanceof Map<?, ?> map && hasKeysOfOneText(map)) {
                array(pairs(map));
            } else if (container instanceof Map<?, ?> map) {
                object(map);
            } else if (container instanceof Opaque opaque) {
                opaque(opaque);
            } else if (container instanceof Collection<?> items) {
                array(items);
            } else {
                object((Map<?, ?>) requireNonNull(PandasJson.toShape(container)));
            }
            path.remove(container);
        }
    }

    private void marker(String what) {
        refusal = refusal == null ? what : refusal;
        text.append("\"<").append(what).append(">\"");
    }

    private void opaque(Opaque opaque) {
        String single = OpaqueFields.asText(opaque);
        if (single != null) {
            quote(single);
        } else {
            object(OpaqueFields.of(opaque));
        }
    }

    /** Returns whether an object would have one name twice, as of the keys 1 and "1". */
    private boolean hasKeysOfOneText(Map<?, ?> map) {
        if (map.keySet().stream().allMatch(String.class::isInstance)) {
            return false;
        }
        Set<String> texts = new HashSet<>();
        for (Object key : map.keySet()) {
            if (text.length() > largest || !texts.add(key(key))) {
                return text.length() <= largest;
            }
        }
        return false;
    }

    private static List<@Nullable Object> pairs(Map<?, ?> map) {
        List<@Nullable Object> pairs = new ArrayList<>(map.size());
        map.forEach((key, value) -> pairs.add(Arrays.asList(key, value)));
        return pairs;
    }

    private void array(Collection<?> items) {
        text.append('[');
        Iterator<?> rest = items.iterator();
        for (boolean first = true; rest.hasNext(); first = false) {
            separator(first);
            if (full()) {
                break;
            }
            value(rest.next());
        }
        close(items.isEmpty(), ']');
    }

    private void object(Map<?, ?> entries) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> rest = entries.entrySet().iterator();
        for (boolean first = true; rest.hasNext(); first = false) {
            separator(first);
            Map.Entry<?, ?> entry = rest.next();
            quote(text.length() > largest ? "<too large>" : key(entry.getKey()));
            text.append(indented ? ": " : ":");
            if (full()) {
                break;
            }
            value(entry.getValue());
        }
        close(entries.isEmpty(), '}');
    }

    /** Ends a container early where there is no room: its last element says so. */
    private boolean full() {
        if (text.length() <= largest) {
            return false;
        }
        marker("too large");
        return true;
    }

    private String key(@Nullable Object typed) {
        Object key = TypedScalar.plain(typed);
        if (key instanceof Collection || key instanceof Map || key instanceof Opaque) {
            JsonWriter inner = new JsonWriter(style, false, MAX_KEY, path);
            inner.value(key);
            refusal = refusal == null ? inner.refusal : refusal;
            return inner.text.toString();
        } else if (key instanceof Double || key instanceof Float) {
            return ScalarText.ofDouble(((Number) key).doubleValue());
        }
        return key instanceof Global global ? global.name() : ScalarText.of(key);
    }

    private void separator(boolean first) {
        if (!first) {
            text.append(',');
        }
        newLine(path.size());
    }

    private void close(boolean empty, char bracket) {
        if (!empty) {
            newLine(path.size() - 1);
        }
        text.append(bracket);
    }

    private void newLine(int level) {
        if (indented) {
            text.append('\n').append(INDENT.repeat(level));
        }
    }
}
