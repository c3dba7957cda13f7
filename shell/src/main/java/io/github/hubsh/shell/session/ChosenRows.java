package io.github.hubsh.shell.session;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, with its columns or some of them. */
final class ChosenRows extends AbstractList<@Nullable Object> implements ColumnedRows {
    private final List<String> columnNames;
    private final List<@Nullable Object> rows;

    ChosenRows(List<String> columnNames, List<@Nullable Object> rows) {
        this.columnNames = columnNames;
        this.rows = rows;
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public @Nullable Object get(int row) {
        return rows.get(row);
    }
}
