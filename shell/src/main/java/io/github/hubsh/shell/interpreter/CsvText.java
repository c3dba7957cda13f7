package io.github.hubsh.shell.interpreter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.filter.TableChoice;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of objects as comma-separated values (RFC 4180): a column per key, what is not a scalar as JSON. */
final class CsvText {
    /** A small value may hold one large part very often, or rows that share no column. */
    private static final int MAX_LENGTH = 128 << 20;

    private CsvText() {}

    /**
     * Writes a table.
     *
     * @param header the columns of the file that the rows are for; {@code null} if the header is still to be written
     * @throws ShellException BAD_FILE for what is no table, or has other columns
     */
    static String of(@Nullable Object value, @Nullable List<String> header) {
        List<String> columns = columns(value);
        if (columns.isEmpty()) {
            return "";
        } else if (header == null) {
            return header(columns) + rows(value, columns);
        }
        requireColumns(header, columns);
        return rows(value, header);
    }

    /**
     * Returns the columns of a table.
     *
     * @throws ShellException BAD_FILE for what is no table
     */
    static List<String> columns(@Nullable Object value) {
        List<@Nullable Object> rows = Rows.of(value);
        if (rows == null || !rows.stream().allMatch(Map.class::isInstance)) {
            throw notATable(value);
        }
        return Rows.columnNames(rows);
    }

    static String header(List<String> columns) {
        StringBuilder text = new StringBuilder();
        line(text, columns);
        return text.toString();
    }

    /** Writes the rows of a table, without a header; a cell that one lacks is empty. */
    static String rows(@Nullable Object value, List<String> columns) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> rows = Rows.of(value);
        for (Object row : rows == null ? List.of() : rows) {
            Map<String, @Nullable Object> cells = byName((Map<?, ?>) row);
            line(text, columns.stream().<@Nullable Object>map(cells::get).toList());
        }
        return text.toString();
    }

    /**
     * Returns a file with further columns, which its rows have no values in.
     *
     * @param header the columns of the file, and behind them the new ones
     */
    static String widened(String text, List<String> header, int added) {
        StringBuilder wide = new StringBuilder();
        boolean quoted = false;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            boolean ends = c == '\n' && !quoted;
            if (first) {
                first = !ends;
            } else {
                wide.append(ends ? ",".repeat(added) : "").append(c);
            }
        }
        return header(header) + wide;
    }

    /**
     * Compares columns, in any order.
     *
     * @throws ShellException BAD_FILE for others than those of the file
     */
    static void requireColumns(List<String> header, List<String> columns) {
        if (!Set.copyOf(header).equals(Set.copyOf(columns))) {
            throw new ShellException(
                            Problem.BAD_FILE,
                            "the file has the columns " + String.join(", ", header) + ", and the result "
                                    + String.join(", ", columns))
                    .hint("choose the file's columns with | select, or write another file");
        }
    }

    private static Map<String, @Nullable Object> byName(Map<?, ?> row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        row.forEach((key, cell) -> cells.put(String.valueOf(key), cell));
        return cells;
    }

    private static ShellException notATable(@Nullable Object value) {
        String pick = TableChoice.of(value);
        return new ShellException(Problem.BAD_FILE, "expected a list of objects for a .csv file")
                .hint(pick != null ? pick : "name the file .json, or make a list with | jq '[…]'");
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> cells) {
        String comma = "";
        for (Object cell : cells) {
            text.append(comma).append(quoted(cell));
            comma = ",";
            if (text.length() > MAX_LENGTH) {
                throw new ShellException(
                                Problem.BAD_DATA,
                                "the table is too large for a file: over " + (MAX_LENGTH >> 20) + " MB")
                        .hint("take some of it with | select or | head");
            }
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
