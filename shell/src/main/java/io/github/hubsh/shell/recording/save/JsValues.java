package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.PythonKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that a script in JavaScript sends, as expressions that make them. */
final class JsValues {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 2_000;

    private final Map<ValuePath, String> references;
    private final Set<String> imports;

    // Mutable state
    private int left = MAX_PARTS;

    /**
     * @param references expressions for the parts that come from elsewhere
     * @param imports gets the functions that are needed
     */
    JsValues(Map<ValuePath, String> references, Set<String> imports) {
        this.references = references;
        this.imports = imports;
    }

    /** Returns the expression; throws where there is none. */
    JsExpression of(@Nullable Object value) throws UnwritableException {
        return of(value, ValuePath.ROOT);
    }

    private JsExpression of(@Nullable Object value, ValuePath path) throws UnwritableException {
        String reference = references.get(path);
        if (reference != null) {
            return JsExpression.of(reference);
        } else if (left-- <= 0 || path.steps().size() > MAX_DEPTH) {
            throw new UnwritableException("it is too large");
        }
        if (value instanceof HiddenSecrets.Hidden hidden) {
            throw new UnwritableException("its '" + hidden.name() + "' looks secret");
        }
        Object plain = value instanceof TypedScalar ? TypedScalar.plain(value) : value;
        String scalar = JsLiteral.scalar(plain);
        PythonKind kind = PythonKind.of(plain);
        if (scalar != null) {
            return JsExpression.of(scalar);
        } else if (plain instanceof String text) {
            return JsExpression.of(JsLiteral.text(text));
        } else if (kind != null) {
            return ofPython(kind, plain, path);
        } else if (plain instanceof Map<?, ?> map && !(plain instanceof NamedDict)) {
            return ofMap(map, path);
        } else if (plain instanceof List<?> list) {
            return JsExpression.list(elements(list, path));
        }
        throw new UnwritableException("a value of Python's own class has no literal");
    }

    private JsExpression ofMap(Map<?, ?> map, ValuePath path) throws UnwritableException {
        boolean named = map.keySet().stream().allMatch(key -> key instanceof String);
        List<JsExpression> entries = new ArrayList<>();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            Object key = each.getKey();
            JsExpression value = of(each.getValue(), key == null ? path : path.then(key));
            entries.add(
                    named
                            ? value.after(JsLiteral.key(String.valueOf(key)))
                            : JsExpression.list(List.of(of(key, path.then(-1)), value)));
        }
        return named ? JsExpression.object(entries) : JsExpression.call("new Map", List.of(JsExpression.list(entries)));
    }

    private List<JsExpression> elements(Collection<?> elements, ValuePath path) throws UnwritableException {
        List<JsExpression> all = new ArrayList<>();
        for (Object each : elements) {
            all.add(of(each, path.then(all.size())));
        }
        return all;
    }

    private JsExpression ofPython(PythonKind kind, @Nullable Object value, ValuePath path) throws UnwritableException {
        String function = kind.function();
        if (function.isEmpty()) {
            throw new UnwritableException("no function makes an " + kind.kind());
        }
        JsExpression made = made(kind, value, path);
        imports.add(function);
        return made;
    }

    private JsExpression made(PythonKind kind, @Nullable Object value, ValuePath path) throws UnwritableException {
        if (value instanceof Series series) {
            return JsTables.series(series);
        } else if (value instanceof DataFrame frame) {
            return JsTables.frame(frame);
        } else if (value instanceof NdArray array) {
            return array(array);
        } else if (value instanceof Tuple || value instanceof FrozenSet || value instanceof Set<?>) {
            List<JsExpression> elements = elements((Collection<?>) value, path);
            // The only operand gives the elements where it has some.
            boolean ambiguous =
                    elements.size() == 1 && ((Collection<?>) value).iterator().next() instanceof Collection;
            return JsExpression.call(kind.function(), ambiguous ? List.of(JsExpression.list(elements)) : elements);
        }
        String json = Json.writeTyped(value);
        if (!json.startsWith("\"")) {
            throw new UnwritableException("a " + kind.kind() + " of this form has no literal");
        }
        return JsExpression.of(kind.function() + "(" + JsLiteral.text(Json.text(value)) + ")");
    }

    private JsExpression array(NdArray array) throws UnwritableException {
        if ("biuf".indexOf(array.dtype().kind()) < 0 || array.shape().isEmpty()) {
            throw new UnwritableException("an array of " + array.dtypeName() + " has no literal");
        }
        return JsExpression.call("array", List.of(rows(array), JsExpression.of(JsLiteral.text(array.dtypeName()))));
    }

    private JsExpression rows(NdArray array) throws UnwritableException {
        List<JsExpression> all = new ArrayList<>();
        for (Object each : array) {
            all.add(each instanceof NdArray row ? rows(row) : of(each, ValuePath.ROOT.then("array")));
        }
        return JsExpression.list(all);
    }
}
