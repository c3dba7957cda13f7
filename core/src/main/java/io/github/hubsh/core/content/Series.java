package io.github.hubsh.core.content;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pandas Series as it travels in JSON.
 *
 * @param index the labels, one a value
 * @param values numbers, texts, booleans; NaN where there is none
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
        @Nullable String indexName,
        @Nullable String name) {

    public Series {
        index = Collections.unmodifiableList(index);
        values = Collections.unmodifiableList(values);
    }
}
