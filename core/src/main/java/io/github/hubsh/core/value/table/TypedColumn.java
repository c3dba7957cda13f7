package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Values under the name of a pandas type that says no more about them: {@code string}, {@code str}, {@code period[M]}.
 */
public final class TypedColumn extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final String dtypeName;
    private final List<?> values;

    public TypedColumn(String dtypeName, List<?> values) {
        this.dtypeName = dtypeName;
        this.values = values instanceof Column ? values : Collections.unmodifiableList(values);
    }

    @Override
    public String dtypeName() {
        return dtypeName;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return values instanceof Column column ? column.held() : values;
    }
}
