package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pandas DataFrame, with the parts that travel in JSON. One that was a pickle has more to say: its index and its
 * columns are an {@link Index}, and its rows are made of typed columns.
 *
 * @param index the labels, one a row
 * @param values the rows, each a list of as many values as there are columns
 * @param columns the columns' names
 * @param indexDtype the numpy type of the labels: {@code int64}, {@code object}
 * @param indexName what the labels are, or {@code null}
 */
public record DataFrame(
        List<@Nullable Object> index,
        List<@Nullable Object> values,
        List<@Nullable Object> columns,
        String indexDtype,
        @Nullable Object indexName) {

    public DataFrame {
        index = index instanceof Column ? index : Collections.unmodifiableList(index);
        values = values instanceof FrameRows ? values : Collections.unmodifiableList(values);
        columns = columns instanceof Column ? columns : Collections.unmodifiableList(columns);
    }

    /**
     * Returns a frame that is kept by columns.
     *
     * @param data a column for each of {@code columns}, of as many values as there are labels in {@code index}
     */
    public static DataFrame of(Index index, List<Column> data, Index columns) {
        if (data.size() != columns.size()) {
            throw new IllegalArgumentException(data.size() + " columns under " + columns.size() + " names");
        }
        return new DataFrame(index, new FrameRows(data, index.size()), columns, index.dtypeName(), index.name());
    }

    /** Returns the columns' values. Where only the rows are known, their types are not: such a column is of objects. */
    public List<Column> data() {
        if (values instanceof FrameRows rows) {
            return rows.columns();
        }
        List<Column> data = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<@Nullable Object> column = new ArrayList<>(values.size());
            for (Object row : values) {
                column.add(row instanceof List<?> cells && i < cells.size() ? cells.get(i) : null);
            }
            data.add(NdArray.ofObjects(column));
        }
        return data;
    }
}
