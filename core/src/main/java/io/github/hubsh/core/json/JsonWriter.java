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
import java.nio.ByteBuffer;
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
        /** As before, and what is more than the largest size is not even looked at: only the beginning is wanted. */
        BEGINNING,
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

    /** Returns a text that is whole, or longer than {@code most} and not much longer. */
    static String beginning(@Nullable Object value, int most) {
        JsonWriter writer = new JsonWriter(Style.BEGINNING, false, most, emptyPath());
        writer.value(value);
        return writer.text.toString();
    }

    /** Returns the text, or {@code null} if it is longer than {@code most}. */
    static @Nullable String shownWithin(@Nullable Object value, int most) {
        return within(Style.SHOWN, value, most);
    }

    /** As {@link #shownWithin}, as {@link #typed} writes it. */
    static @Nullable String typedWithin(@Nullable Object value, int most) {
        return within(Style.TYPED, value, most);
    }

    private static @Nullable String within(Style style, @Nullable Object value, int most) {
        JsonWriter writer = new JsonWriter(style, false, most, emptyPath());
        writer.value(value);
        return writer.text.length() > most ? null : writer.text.toString();
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
        if (!isForPeople() || value instanceof String) {
            quote(ScalarText.of(value));
        } else if (value instanceof Bytes bytes) {
            hex(bytes.buffer());
        } else if (value instanceof byte[] bytes) {
            hex(ByteBuffer.wrap(bytes));
        } else {
            text.append(ScalarText.of(value));
        }
    }

    private void hex(ByteBuffer bytes) {
        byte[] some = new byte[Math.min(bytes.remaining(), room())];
        bytes.get(some);
        text.append("0x").append(HexFormat.of().formatHex(some));
    }

    private boolean isForPeople() {
        return style == Style.DISPLAYED || style == Style.BEGINNING;
    }

    /** Returns how much of one more scalar is written: a little more than fits, so that it shows that there is more. */
    private int room() {
        return style == Style.BEGINNING ? Math.max(0, largest - text.length()) + 1 : Integer.MAX_VALUE;
    }

    private void quote(String plain) {
        if (style == Style.SHOWN || isForPeople()) {
            JsonStrings.quoteWhole(plain.length() > room() ? plain.substring(0, room()) : plain, text);
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
                    style == Style.FOR_PEERS || isForPeople() || Double.isFinite(number.doubleValue())
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
        int left = largest - text.length();
        for (Object key : map.keySet()) {
            String written = key(key);
            left -= written.length() + 1;
            if (left < 0 || !texts.add(written)) {
                return left >= 0;
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
            JsonWriter inner = new JsonWriter(style, false, Math.min(MAX_KEY, largest), path);
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
