package io.github.hubsh.shell.script;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one value for JavaScript. Values may contain themselves, or one part many times: the walk knows the path it is
 * on and the room that is left.
 */
final class ScriptWriter {
    private static final int MAX_SIZE = 128 << 20;
    private static final int MAX_DEPTH = 500;
    private static final long MAX_EXACT = 1L << 53;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private static final int MAX_ORIGIN_LENGTH = 16 << 20;
    private static final int MAX_ORIGIN_DEPTH = 50;

    private final StringBuilder text = new StringBuilder("=");
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

    // Mutable state
    private boolean tagged;
    private int room; // for origins, in characters

    private ScriptWriter(int room) {
        this.room = room;
    }

    /** Returns a writer of one value that can come back as what it was. */
    static ScriptWriter withOrigins() {
        return new ScriptWriter(MAX_ORIGIN_LENGTH);
    }

    /** Writes a value with nothing but what a script sees of it. */
    static String plain(@Nullable Object value) {
        return new ScriptWriter(0).write(value);
    }

    String write(@Nullable Object value) {
        value(value);
        if (tagged) {
            text.setCharAt(0, '~');
        }
        return text.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Number number && !(value instanceof BigDecimal)) {
            number(number);
        } else if (ValueOrigin.isSeenPlain(value)) {
            value(ValueOrigin.plain(value));
        } else if (room > 0 && path.size() < MAX_ORIGIN_DEPTH && ValueOrigin.isForeign(value)) {
            foreign(value);
        } else {
            seen(value);
        }
    }

    /** What a script sees of something that it has no notion of. */
    private void seen(Object value) {
        Object shape = PandasJson.toShape(TypedScalar.plain(value));
        if (shape instanceof Bytes bytes) {
            tag("b", bytes.toLatin1());
        } else if (shape instanceof byte[] bytes) {
            tag("b", Bytes.of(bytes).toLatin1());
        } else if (shape instanceof Map<?, ?> || shape instanceof Collection<?>) {
            container(shape);
        } else {
            // For all other values, JSON's own notation is the best known form.
            text.append(Json.write(shape));
        }
    }

    /** The parts of a container bring along what they were; those of a table or an array are described by the whole. */
    private void foreign(Object value) {
        String origin = ValueOrigin.of(value);
        boolean isLarge = origin != null && origin.length() > MAX_ORIGIN_LENGTH;
        if (isLarge && !ValueOrigin.isTable(value)) {
            seen(value);
            return;
        }
        tagged = true;
        text.append("{\"\\u0001\":[\"")
                .append(origin == null ? "x" : isLarge ? "p" : "o")
                .append("\",");
        boolean hasParts = value instanceof Map || (value instanceof Collection && !(value instanceof Column));
        room -= origin == null || isLarge ? 0 : origin.length();
        int left = room;
        room = hasParts ? room : 0;
        seen(value);
        room = hasParts ? room : left;
        if (origin != null && !isLarge) {
            text.append(",\"").append(origin).append('"');
        }
        text.append("]}");
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (Double.isFinite(number.doubleValue())) {
                text.append(number);
            } else {
                tag("f", number.toString());
            }
        } else if (number instanceof BigInteger || isBeyond(number.longValue())) {
            tag("n", number.toString());
        } else {
            text.append(number.longValue());
        }
    }

    /** The absolute value of the smallest long is negative. */
    private static boolean isBeyond(long number) {
        return number > MAX_EXACT || number < -MAX_EXACT;
    }

    private void tag(String kind, String content) {
        tagged = true;
        text.append("{\"\\u0001\":[\"").append(kind).append("\",");
        quote(content);
        text.append("]}");
    }

    private void container(Object container) {
        if (text.length() > MAX_SIZE) {
            throw new ShellException(Problem.BAD_DATA, "the value is too large for JavaScript");
        }
        if (path.size() >= MAX_DEPTH || !path.add(container)) {
            quote(path.size() >= MAX_DEPTH ? "<too deep>" : "<cycle>");
            return;
        }
        if (container instanceof Map<?, ?> map && map.containsKey(ScriptText.TAG)) {
            entries(map);
        } else if (container instanceof Map<?, ?> map) {
            object(map);
        } else {
            array((Collection<?>) container);
        }
        path.remove(container);
    }

    private void array(Collection<?> items) {
        char separator = '[';
        for (Object item : items) {
            text.append(separator);
            value(item);
            separator = ',';
        }
        text.append(items.isEmpty() ? "[]" : "]");
    }

    /** An object that looks like a tag. */
    private void entries(Map<?, ?> entries) {
        tagged = true;
        text.append("{\"\\u0001\":[\"m\",");
        List<List<@Nullable Object>> pairs = new ArrayList<>();
        entries.forEach((key, each) -> pairs.add(Arrays.asList(key(key), each)));
        array(pairs);
        text.append("]}");
    }

    private void object(Map<?, ?> entries) {
        char separator = '{';
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            text.append(separator);
            quote(key(entry.getKey()));
            text.append(':');
            value(entry.getValue());
            separator = ',';
        }
        text.append(entries.isEmpty() ? "{}" : "}");
    }

    static String key(@Nullable Object key) {
        if (key instanceof String string) {
            return string;
        }
        String written = Json.write(key);
        return written.startsWith("\"") && written.length() > 1 ? written.substring(1, written.length() - 1) : written;
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
