package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The rows of a frame that is kept by columns. */
public final class FrameRows extends AbstractList<@Nullable Object> implements RandomAccess {
    private final List<Column> columns;
    private final int size;

    /** @param columns each of {@code size} values */
    public FrameRows(List<Column> columns, int size) {
        if (columns.stream().anyMatch(column -> column.size() != size)) {
            throw new IllegalArgumentException("each column needs " + size + " values");
        }
        this.columns = List.copyOf(columns);
        this.size = size;
    }

    public List<Column> columns() {
        return columns;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<@Nullable Object> get(int index) {
        return new Row(columns, Objects.checkIndex(index, size));
    }

    private static final class Row extends AbstractList<@Nullable Object> implements RandomAccess {
        private final List<Column> columns;
        private final int row;

        Row(List<Column> columns, int row) {
            this.columns = columns;
            this.row = row;
        }

        @Override
        public int size() {
            return columns.size();
        }

        @Override
        public @Nullable Object get(int column) {
            return columns.get(column).get(row);
        }
    }
}
