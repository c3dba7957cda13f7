package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The labels of a MultiIndex: tuples, kept as one column of codes a level. */
public final class Levels extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final List<Index> levels;
    private final List<NdArray> codes;

    /**
     * @param levels at least one, each with its name
     * @param codes one column a level, all of one size
     */
    public Levels(List<Index> levels, List<NdArray> codes) {
        int size = codes.isEmpty() ? 0 : codes.get(0).size();
        if (levels.isEmpty()
                || levels.size() != codes.size()
                || codes.stream()
                        .anyMatch(each -> each.size() != size || each.shape().size() != 1)) {
            throw new IllegalArgumentException("each level needs as many codes");
        }
        this.levels = List.copyOf(levels);
        this.codes = List.copyOf(codes);
    }

    public List<Index> levels() {
        return levels;
    }

    public List<NdArray> codes() {
        return codes;
    }

    /** Returns the levels' names, {@code null} for one that has none. */
    public List<@Nullable Object> names() {
        List<@Nullable Object> names = new ArrayList<>();
        levels.forEach(level -> names.add(level.name()));
        return names;
    }

    @Override
    public String dtypeName() {
        return "object";
    }

    @Override
    public int size() {
        return codes.get(0).size();
    }

    @Override
    public Tuple get(int index) {
        @Nullable Object[] label = new @Nullable Object[levels.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = Categorical.labelAt(codes.get(i).get(index), levels.get(i));
        }
        return Tuple.of(label);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return levels;
    }
}
