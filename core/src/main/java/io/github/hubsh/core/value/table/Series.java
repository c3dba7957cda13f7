package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pandas Series, with the parts that travel in JSON. One that was a pickle has more to say: its index is an
 * {@link Index}, its values are a {@link Column}.
 *
 * @param index the labels, one a value
 * @param values numbers, texts, booleans, times; NaN or {@code null} where there is none
 * @param indexDtype the numpy type of the labels: {@code int64}, {@code object}
 * @param dtype the numpy type of the values
 * @param indexName what the labels are, or {@code null}
 * @param name what the values are, or {@code null}
 */
public record Series(
        List<@Nullable Object> index,
        List<@Nullable Object> values,
        String indexDtype,
        String dtype,
        @Nullable Object indexName,
        @Nullable Object name) {

    public Series {
        index = index instanceof Column ? index : Collections.unmodifiableList(index);
        values = values instanceof Column ? values : Collections.unmodifiableList(values);
    }

    /** Returns a Series of labels and values that say their types. */
    public static Series of(Index index, Column values, @Nullable Object name) {
        return new Series(index, values, index.dtypeName(), values.dtypeName(), index.name(), name);
    }
}
