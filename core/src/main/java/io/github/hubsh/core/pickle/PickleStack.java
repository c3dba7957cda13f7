package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine's stack, with marks. Nothing below the last mark can be reached until the mark is taken. One thread. */
final class PickleStack {
    private final Meter meter;

    // Mutable state, owned by the reading thread
    private final ArrayList<@Nullable Object> values = new ArrayList<>();
    private int[] marks = new int[16];
    private int markCount;

    PickleStack(Meter meter) {
        this.meter = meter;
    }

    void push(@Nullable Object value) throws ContentException {
        meter.values(1);
        values.add(value);
    }

    void mark() throws ContentException {
        meter.values(1);
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = values.size();
    }

    @Nullable
    Object pop() throws ContentException {
        needValue();
        return values.remove(values.size() - 1);
    }

    @Nullable
    Object peek() throws ContentException {
        needValue();
        return values.get(values.size() - 1);
    }

    /** Drops the top value, or the mark where nothing stands on it. */
    void drop() throws ContentException {
        if (values.size() == base() && markCount > 0) {
            markCount--;
        } else {
            pop();
        }
    }

    /** Takes the last mark and what stands on it. */
    List<@Nullable Object> popToMark() throws ContentException {
        if (markCount == 0) {
            throw new ContentException("there is no mark");
        }
        List<@Nullable Object> above = values.subList(base(), values.size());
        markCount--;
        List<@Nullable Object> taken = new ArrayList<>(above);
        above.clear();
        return taken;
    }

    Tuple popTuple(int size) throws ContentException {
        if (values.size() - base() < size) {
            throw new ContentException("the stack is too short");
        }
        List<@Nullable Object> above = values.subList(values.size() - size, values.size());
        Tuple tuple = Tuple.copyOf(above);
        above.clear();
        return tuple;
    }

    /** Returns whether nothing stands on the last mark. */
    boolean isEmpty() {
        return values.size() == base();
    }

    private void needValue() throws ContentException {
        if (isEmpty()) {
            throw new ContentException("the stack is empty");
        }
    }

    private int base() {
        return markCount == 0 ? 0 : marks[markCount - 1];
    }
}
