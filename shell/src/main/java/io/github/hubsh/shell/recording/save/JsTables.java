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
 * its labels are plain, and the types are those that the functions infer or take.
 */
final class JsTables {
    private JsTables() {}

    static JsExpression series(Series series) throws UnwritableException {
        List<?> values = series.values();
        List<?> labels = series.index();
        requireLabels(labels, series.indexDtype());
        List<JsExpression> options = new ArrayList<>();
        boolean unique = new HashSet<>(labels).size() == labels.size();
        boolean counted = isCounted(labels) && series.indexDtype().equals("int64");
        JsExpression data;
        if (counted || !unique) {
            data = JsExpression.list(scalars(values));
        } else {
            data = labelled(labels, scalars(values));
        }
        if (!counted && !unique) {
            options.add(JsExpression.list(scalars(labels)).after("index: "));
        }
        named(options, "indexName", series.indexName());
        named(options, "name", series.name());
        if (!inferred(values).equals(series.dtype())) {
            options.add(JsExpression.of("dtype: " + JsLiteral.text(series.dtype())));
        }
        return call("series", data, options);
    }

    static JsExpression frame(DataFrame frame) throws UnwritableException {
        List<JsExpression> columns = new ArrayList<>();
        requireLabels(frame.index(), frame.indexDtype());
        requireDistinct(frame.columns());
        List<Column> data = frame.data();
        for (Column column : data) {
            if (!inferred(column).equals(column.dtypeName())) {
                throw new UnwritableException("a column of " + column.dtypeName() + " would become another one");
            }
            columns.add(JsExpression.list(scalars(column)));
        }
        List<JsExpression> options = new ArrayList<>();
        if (!isCounted(frame.index()) || !frame.indexDtype().equals("int64")) {
            options.add(JsExpression.list(scalars(frame.index())).after("index: "));
        }
        named(options, "indexName", frame.indexName());
        return call("frame", labelled(frame.columns(), columns), options);
    }

    private static JsExpression call(String function, JsExpression data, List<JsExpression> options) {
        return JsExpression.call(
                function, options.isEmpty() ? List.of(data) : List.of(data, JsExpression.object(options)));
    }

    private static void named(List<JsExpression> options, String option, @Nullable Object name)
            throws UnwritableException {
        if (name instanceof String text && !text.isEmpty()) {
            options.add(JsExpression.of(option + ": " + JsLiteral.text(text)));
        } else if (name != null) {
            throw new UnwritableException("a table whose name is no text has no literal");
        }
    }

    /** An object sorts the labels that are whole numbers before all others. */
    private static JsExpression labelled(List<?> labels, List<JsExpression> values) throws UnwritableException {
        List<JsExpression> labelCodes = scalars(labels);
        boolean named = labels.stream().allMatch(each -> each instanceof String text && !text.matches("\\d+"));
        List<JsExpression> entries = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            JsExpression value = values.get(i);
            entries.add(
                    named
                            ? value.after(JsLiteral.key(String.valueOf(labels.get(i))))
                            : JsExpression.list(List.of(labelCodes.get(i), value)));
        }
        return named ? JsExpression.object(entries) : JsExpression.call("new Map", List.of(JsExpression.list(entries)));
    }

    private static List<JsExpression> scalars(Collection<?> values) throws UnwritableException {
        List<JsExpression> all = new ArrayList<>();
        for (Object each : values) {
            String scalar = each instanceof String text ? JsLiteral.text(text) : JsLiteral.scalar(each);
            if (scalar == null) {
                throw new UnwritableException("a table with other values than numbers and texts has no literal");
            }
            all.add(JsExpression.of(scalar));
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

    /** An object and a map have each key once. */
    private static void requireDistinct(List<?> labels) throws UnwritableException {
        if (scalars(labels).stream().map(JsExpression::open).distinct().count() < labels.size()) {
            throw new UnwritableException("a table with two columns of one name has no literal");
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
