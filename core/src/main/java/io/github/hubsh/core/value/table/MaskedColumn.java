package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.AbstractList;
import java.util.Locale;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A nullable column: numbers or truths, and which of them are missing. Its type is the numpy one with a capital:
 * {@code Int64}; but {@code boolean}.
 */
public final class MaskedColumn extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final NdArray values;
    private final NdArray missing;

    /** @param missing as many truths as there are values */
    public MaskedColumn(NdArray values, NdArray missing) {
        if (missing.size() != values.size() || missing.dtype().kind() != 'b') {
            throw new IllegalArgumentException("a mask needs a boolean for each value");
        }
        this.values = values;
        this.missing = missing;
    }

    MaskedColumn taken(int[] places) {
        return new MaskedColumn(values.taken(places), missing.taken(places));
    }

    @Override
    public String dtypeName() {
        String name = values.dtypeName();
        return switch (values.dtype().kind()) {
            case 'b' -> "boolean";
            case 'u' -> "UI" + name.substring(2);
            default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        };
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public @Nullable Object get(int index) {
        return Boolean.TRUE.equals(missing.get(index)) ? null : values.get(index);
    }
}
