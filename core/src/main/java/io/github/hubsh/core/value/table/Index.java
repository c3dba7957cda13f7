package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Labels with a name. What kind of Index pandas makes of it follows from the labels: a {@link RangeLabels} is a
 * RangeIndex.
 */
public final class Index extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final Column labels;
    private final @Nullable Object name;

    /** @param name usually a text; {@code null} for none, and of {@link Levels}, whose names are their own */
    public Index(Column labels, @Nullable Object name) {
        this.labels = labels;
        this.name = name;
    }

    public Column labels() {
        return labels;
    }

    public @Nullable Object name() {
        return name;
    }

    @Override
    public String dtypeName() {
        return labels.dtypeName();
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public @Nullable Object get(int index) {
        return labels.get(index);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return labels.held();
    }
}
