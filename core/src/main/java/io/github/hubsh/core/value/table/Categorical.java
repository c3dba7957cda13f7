package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Values out of a short list: which one, as a number. A number that is none of them stands for a missing value. */
public final class Categorical extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final NdArray codes;
    private final Index categories;
    private final boolean ordered;

    public Categorical(NdArray codes, Index categories, boolean ordered) {
        this.codes = codes;
        this.categories = categories;
        this.ordered = ordered;
    }

    public NdArray codes() {
        return codes;
    }

    public Index categories() {
        return categories;
    }

    public boolean ordered() {
        return ordered;
    }

    @Override
    public String dtypeName() {
        return "category";
    }

    @Override
    public int size() {
        return codes.size();
    }

    /** A missing value is NaN in pandas; here it is {@code null}, as the categories are rarely numbers. */
    @Override
    public @Nullable Object get(int index) {
        return labelAt(codes.get(index), categories);
    }

    /** Returns the label that a code stands for, {@code null} where it is none. */
    static @Nullable Object labelAt(@Nullable Object code, Column labels) {
        return code instanceof Long number && number >= 0 && number < labels.size()
                ? labels.get(number.intValue())
                : null;
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return categories.held();
    }
}
