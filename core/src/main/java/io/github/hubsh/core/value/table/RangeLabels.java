package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The labels of a RangeIndex: ints at equal distances, none of them kept. */
public final class RangeLabels extends AbstractList<Object> implements Column, RandomAccess {
    private final long start;
    private final long step;
    private final int size;

    /** @param size how many labels, each within a long */
    public RangeLabels(long start, long step, int size) {
        this.start = start;
        this.step = step;
        this.size = size;
    }

    /** Returns the number of labels that Python's {@code range} has, or {@link Long#MAX_VALUE} for more than an int. */
    public static long count(long start, long stop, long step) {
        if (step == 0) {
            return Long.MAX_VALUE;
        } else if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        try {
            long distance = Math.subtractExact(stop, start);
            long count = Math.floorDiv(Math.subtractExact(distance, Long.signum(step)), step) + 1;
            return count > Integer.MAX_VALUE ? Long.MAX_VALUE : count;
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    public long start() {
        return start;
    }

    public long step() {
        return step;
    }

    @Override
    public String dtypeName() {
        return "int64";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Long get(int index) {
        return start + Objects.checkIndex(index, size) * step;
    }
}
