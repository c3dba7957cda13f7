package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.session.Rows;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of objects as comma-separated values (RFC 4180): a column per key, what is not a scalar as JSON. */
final class CsvText {
    private CsvText() {}

    /**
     * Writes a table.
     *
     * @param header whether the column names come first
     */
    static String of(@Nullable Object value, boolean header) {
        List<@Nullable Object> rows = Rows.of(value);
        Set<Object> columns = new LinkedHashSet<>();
        for (Object row : rows == null ? List.of() : rows) {
            if (!(row instanceof Map<?, ?> map)) {
                throw notATable();
            }
            columns.addAll(map.keySet());
        }
        if (rows == null) {
            throw notATable();
        }
        StringBuilder text = new StringBuilder();
        if (header) {
            line(text, columns);
        }
        for (Object row : rows) {
            if (row instanceof Map<?, ?> map) {
                line(text, columns.stream().<@Nullable Object>map(map::get).toList());
            }
        }
        return text.toString();
    }

    private static ShellException notATable() {
        return new ShellException(Problem.BAD_FILE, "expected a list of objects for a .csv file")
                .hint("name the file .json, or make a list with | jq '[…]'");
    }

    private static void line(StringBuilder text, Collection<? extends @Nullable Object> cells) {
        String comma = "";
        for (Object cell : cells) {
            text.append(comma).append(quoted(cell));
            comma = ",";
        }
        text.append('\n');
    }

    private static String quoted(@Nullable Object cell) {
        String text = text(cell);
        boolean quotes = text.contains(",") || text.contains("\"") || text.contains("\n") || text.contains("\r");
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** A missing value is empty, as pandas writes it; a date or bytes have the same text as in JSON. */
    private static String text(@Nullable Object typed) {
        Object cell = TypedScalar.plain(typed);
        if (cell == null || (cell instanceof Double number && number.isNaN())) {
            return "";
        }
        return Json.text(cell);
    }
}
