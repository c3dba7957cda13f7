package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.recording.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a test expects of a value: as a script sees it, and no more than is the same the next time. For one value. */
final class ExpectedValues {
    static final int MAX_ELEMENTS = 12;
    static final int MAX_KEYS = 20;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_PARTS = 100;
    private static final int MAX_TEXT_LENGTH = 120;
    private static final int SHOWN_TEXT_LENGTH = 60;

    private final Requested requested;
    private final Set<ValuePath> fresh;
    private final Set<String> imports;

    // Mutable state
    private int left = MAX_PARTS;

    /**
     * @param requested what was sent so far: what comes back of it is the same each time
     * @param fresh the parts that are new each time
     * @param imports gets the functions that are needed
     */
    ExpectedValues(Requested requested, Set<ValuePath> fresh, Set<String> imports) {
        this.requested = requested;
        this.fresh = fresh;
        this.imports = imports;
    }

    JsExpression of(@Nullable Object value, ValuePath path) {
        Object plain = plain(value);
        left--;
        String standIn = standIn(plain, path);
        if (standIn != null) {
            return JsExpression.of(standIn);
        } else if (plain instanceof Map<?, ?> map) {
            return ofMap(map, path, value instanceof Series || value instanceof DataFrame);
        } else if (plain instanceof Collection<?> elements) {
            return ofElements(elements, path);
        } else if (plain instanceof Bytes bytes) {
            return ofBytes(bytes);
        }
        String scalar = JsLiteral.scalar(plain);
        return JsExpression.of(
                scalar != null ? scalar : ofText(plain instanceof String text ? text : Json.text(plain)));
    }

    /** Returns what a script sees of a value, as far as that is plain data. */
    static @Nullable Object plain(@Nullable Object value) {
        return PandasJson.toShape(value instanceof TypedScalar ? TypedScalar.plain(value) : value);
    }

    /** Returns what stands for a value that is another one each time, or {@code null}. */
    @Nullable
    String standIn(@Nullable Object value, ValuePath path) {
        if (value instanceof Opaque || value instanceof Global || value instanceof HiddenSecrets.Hidden) {
            return "expect.anything()";
        }
        String pattern = requested.has(path.name(), value) ? null : FreshKind.pattern(value);
        if (pattern != null) {
            return "expect.stringMatching(" + pattern + ")";
        }
        boolean listed = path.steps().stream().anyMatch(each -> each instanceof Integer);
        boolean named = FreshKind.isFresh(path.name(), value, listed) && !requested.has(path.name(), value);
        if (named || fresh.contains(path)) {
            return value instanceof String
                    ? "expect.any(String)"
                    : value instanceof Bytes ? "expect.any(Uint8Array)" : "expect.any(Number)";
        }
        if (value instanceof Double number && Double.isFinite(number) && !requested.has(path.name(), number)) {
            return "expect.closeTo(" + Tolerance.operands(number) + ")";
        }
        return null;
    }

    private boolean isTooMuch(int size, int most, ValuePath path) {
        return size > most || size > left || path.steps().size() >= MAX_DEPTH;
    }

    private JsExpression ofMap(Map<?, ?> map, ValuePath path, boolean table) {
        if (isTooMuch(1, MAX_KEYS, path)) {
            return JsExpression.of("expect.any(Object)");
        }
        Map<String, JsExpression> entries = entries(map, path, table);
        List<JsExpression> codes = new ArrayList<>();
        entries.forEach((key, code) -> codes.add(code.after(JsLiteral.key(key))));
        JsExpression object = JsExpression.object(codes);
        return entries.size() < map.size() ? JsExpression.call("expect.objectContaining", List.of(object)) : object;
    }

    /**
     * Returns the entries that are expected: as many as are worth reading, and of a table those that say what it is.
     */
    Map<String, JsExpression> entries(Map<?, ?> map, ValuePath path, boolean table) {
        Map<String, JsExpression> entries = new LinkedHashMap<>();
        boolean large = isTooMuch(map.size(), MAX_KEYS, path);
        for (Map.Entry<?, ?> each : map.entrySet()) {
            String key = key(each.getKey());
            boolean type = table && key.endsWith("dtype");
            if (!type && !(large && entries.size() >= MAX_KEYS / 2)) {
                entries.put(key, of(each.getValue(), path.then(each.getKey() == null ? "null" : each.getKey())));
            }
        }
        return entries;
    }

    private JsExpression ofElements(Collection<?> elements, ValuePath path) {
        if (isTooMuch(elements.size(), MAX_ELEMENTS, path)) {
            boolean numbers = elements.stream().allMatch(each -> plain(each) instanceof Number);
            return JsExpression.of(numbers ? "expect.arrayOf(expect.any(Number))" : "expect.any(Array)");
        }
        List<JsExpression> all = new ArrayList<>();
        elements.forEach(each -> all.add(of(each, path.then(all.size()))));
        boolean ordered = elements instanceof List<?> || elements instanceof Tuple;
        return ordered
                ? JsExpression.list(all)
                : JsExpression.call("expect.arrayContaining", List.of(JsExpression.list(all)));
    }

    private JsExpression ofBytes(Bytes bytes) {
        String base64 = Json.text(bytes);
        if (base64.length() > SHOWN_TEXT_LENGTH) {
            return JsExpression.of("expect.any(Uint8Array)");
        }
        imports.add("bytes");
        return JsExpression.of("bytes(" + JsLiteral.text(base64) + ")");
    }

    private static String ofText(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return JsLiteral.text(text);
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN_TEXT_LENGTH - 1))
                ? SHOWN_TEXT_LENGTH - 1
                : SHOWN_TEXT_LENGTH;
        return "expect.stringContaining(" + JsLiteral.text(text.substring(0, end)) + ")";
    }

    private static String key(@Nullable Object key) {
        return key instanceof String text ? text : Json.text(key);
    }
}
