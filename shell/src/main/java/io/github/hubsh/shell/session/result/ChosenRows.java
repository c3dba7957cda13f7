package io.github.hubsh.shell.session.result;

import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, with its columns or some of them. */
final class ChosenRows extends AbstractList<@Nullable Object> implements ColumnedRows {
    private final List<String> columnNames;
    private final Set<String> moments;
    private final List<@Nullable Object> rows;

    private final @Nullable Object table;

    /** @param table what the rows are, with the types of its columns; {@code null} where they are no table */
    ChosenRows(List<String> columnNames, Set<String> moments, List<@Nullable Object> rows, @Nullable Object table) {
        this.columnNames = columnNames;
        this.moments = moments;
        this.rows = rows;
        this.table = table;
    }

    @Override
    public @Nullable Object table() {
        return table;
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    @Override
    public Set<String> moments() {
        return moments;
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
