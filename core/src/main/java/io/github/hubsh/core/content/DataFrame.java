package io.github.hubsh.core.content;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pandas DataFrame as it travels in JSON.
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
        @Nullable String indexName) {

    public DataFrame {
        index = Collections.unmodifiableList(index);
        values = Collections.unmodifiableList(values);
        columns = Collections.unmodifiableList(columns);
    }
}
