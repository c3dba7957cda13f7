package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of pandas by the functions {@code series} and {@code frame} of JavaScript, where these make the same table:
 * its labels are plain, and the types are those that the functions infer or are told.
 */
final class JsTables {
    private JsTables() {}

    static JsCode series(Series series) throws UnwritableException {
        List<?> values = series.values();
        List<?> labels = series.index();
        requireLabels(labels, series.indexDtype());
        List<JsCode> options = new ArrayList<>();
        boolean unique = new HashSet<>(labels).size() == labels.size();
        boolean counted = isCounted(labels) && series.indexDtype().equals("int64");
        JsCode data;
        if (counted || !unique) {
            data = JsCode.list(scalars(values));
        } else {
            data = labelled(labels, scalars(values));
        }
        if (!counted && !unique) {
            options.add(JsCode.list(scalars(labels)).after("index: "));
        }
        named(options, "indexName", series.indexName());
        named(options, "name", series.name());
        if (!inferred(values).equals(series.dtype())) {
            options.add(JsCode.of("dtype: " + JsLiteral.text(series.dtype())));
        }
        return call("series", data, options);
    }

    static JsCode frame(DataFrame frame) throws UnwritableException {
        List<JsCode> columns = new ArrayList<>();
        requireLabels(frame.index(), frame.indexDtype());
        List<Column> data = frame.data();
        for (Column column : data) {
            if (!inferred(column).equals(column.dtypeName())) {
                throw new UnwritableException("a column of " + column.dtypeName() + " would become another one");
            }
            columns.add(JsCode.list(scalars(column)));
        }
        List<JsCode> options = new ArrayList<>();
        if (!isCounted(frame.index()) || !frame.indexDtype().equals("int64")) {
            options.add(JsCode.list(scalars(frame.index())).after("index: "));
        }
        named(options, "indexName", frame.indexName());
        return call("frame", labelled(frame.columns(), columns), options);
    }

    private static JsCode call(String function, JsCode data, List<JsCode> options) {
        return JsCode.call(function, options.isEmpty() ? List.of(data) : List.of(data, JsCode.object(options)));
    }

    private static void named(List<JsCode> options, String option, @Nullable Object name) throws UnwritableException {
        if (name instanceof String text && !text.isEmpty()) {
            options.add(JsCode.of(option + ": " + JsLiteral.text(text)));
        } else if (name != null) {
            throw new UnwritableException("a table whose name is no text has no literal");
        }
    }

    /** An object sorts the labels that are whole numbers before all others. */
    private static JsCode labelled(List<?> labels, List<JsCode> values) throws UnwritableException {
        List<JsCode> labelCodes = scalars(labels);
        boolean named = labels.stream().allMatch(each -> each instanceof String text && !text.matches("\\d+"));
        List<JsCode> entries = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            JsCode value = values.get(i);
            entries.add(
                    named
                            ? value.after(JsLiteral.key(String.valueOf(labels.get(i))))
                            : JsCode.list(List.of(labelCodes.get(i), value)));
        }
        return named ? JsCode.object(entries) : JsCode.call("new Map", List.of(JsCode.list(entries)));
    }

    private static List<JsCode> scalars(Collection<?> values) throws UnwritableException {
        List<JsCode> all = new ArrayList<>();
        for (Object each : values) {
            String scalar = each instanceof String text ? JsLiteral.text(text) : JsLiteral.scalar(each);
            if (scalar == null) {
                throw new UnwritableException("a table with other values than numbers and texts has no literal");
            }
            all.add(JsCode.of(scalar));
        }
        return all;
    }

    private static void requireLabels(List<?> labels, String dtype) throws UnwritableException {
        String inferred = inferred(labels);
        boolean same = inferred.equals(dtype) || (inferred.equals("object") && dtype.equals("str"));
        if (!labels.isEmpty() && !same) {
            throw new UnwritableException("labels of " + dtype + " would become others");
        }
    }

    /** Whole numbers are integers to JavaScript, also where Python had floats. */
    private static String inferred(List<?> values) {
        boolean whole = !values.isEmpty()
                && values.stream()
                        .allMatch(each -> each instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue()));
        return whole ? "int64" : ColumnTyping.infer(values).dtypeName();
    }

    private static boolean isCounted(List<?> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (!Long.valueOf(i).equals(labels.get(i))) {
                return false;
            }
        }
        return true;
    }
}
