package io.github.hubsh.shell.filter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws numbers: a list of them, or each column of numbers of a table; the first column without a curve labels them.
 */
record Plot(Stage next, FilterContext context) implements StatelessStage {
    private static final int MAX_CURVES = 8;
    private static final int MAX_LABEL_LENGTH = 30;

    @Override
    public void accept(Outcome outcome) {
        Object value = context.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        Map<String, List<@Nullable Object>> columns = rows == null ? Map.of() : columns(rows);
        boolean isTable = !(value instanceof Collection);
        List<@Nullable Object> labels = isTable && !columns.isEmpty() ? columns.remove(firstKey(columns)) : null;
        List<String> lines = new ArrayList<>();
        int curves = 0;
        for (Map.Entry<String, List<@Nullable Object>> column : columns.entrySet()) {
            double[] numbers = BraillePlot.numbers(column.getValue());
            if (numbers != null && curves++ < MAX_CURVES) {
                lines.addAll(BraillePlot.of(
                        column.getKey(),
                        numbers,
                        label(labels, 0),
                        label(labels, numbers.length - 1),
                        context.width()));
            }
        }
        if (curves == 0) {
            String pick = TableChoice.of(value);
            throw new ShellException(Problem.BAD_DATA, "there are no numbers to plot")
                    .hint(pick != null ? pick : "make a list of numbers: | jq '[.[].KEY]' | plot");
        } else if (curves > MAX_CURVES) {
            lines.add("… " + (curves - MAX_CURVES) + " more columns of numbers; choose with | select KEY,…");
        }
        next.accept(new Outcome.Text(lines));
    }

    private static String firstKey(Map<String, ?> columns) {
        return columns.keySet().iterator().next();
    }

    private static Map<String, List<@Nullable Object>> columns(List<@Nullable Object> rows) {
        Map<String, List<@Nullable Object>> columns = new LinkedHashMap<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> fields) {
                fields.forEach((key, each) -> columns.computeIfAbsent(String.valueOf(key), name -> new ArrayList<>())
                        .add(each));
            } else {
                columns.computeIfAbsent("", name -> new ArrayList<>()).add(row);
            }
        }
        return columns;
    }

    private static String label(@Nullable List<@Nullable Object> labels, int index) {
        if (labels == null) {
            return String.valueOf(index);
        }
        Object label = labels.get(index);
        String text = label instanceof String plain ? plain : Json.write(label).replace("\"", "");
        return text.length() > MAX_LABEL_LENGTH ? text.substring(0, MAX_LABEL_LENGTH) + "…" : text;
    }
}
