package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** What a pickle remembers by number, for shared references and cycles. One thread. */
final class Memo {
    /** Marks a slot that was never filled: {@code None} can be remembered too. */
    private static final Object EMPTY = new Object();

    private final Meter meter;

    // Mutable state, owned by the reading thread
    private @Nullable Object[] slots = new @Nullable Object[0];
    private int filled;
    private final IdentityHashMap<Opaque, Integer> unfinished = new IdentityHashMap<>();

    Memo(Meter meter) {
        this.meter = meter;
    }

    void putNext(@Nullable Object value) throws ContentException {
        put(filled, value);
    }

    void put(long index, @Nullable Object value) throws ContentException {
        if (index < 0 || index >= meter.budget().memo()) {
            throw new ContentException(
                    "memo entry " + index + "; the limit is " + meter.budget().memo());
        }
        int slot = (int) index;
        grow(slot + 1);
        if (slots[slot] == EMPTY) {
            filled++;
        }
        slots[slot] = value;
        if (value instanceof Opaque opaque && Families.find(opaque.className()) != null) {
            unfinished.put(opaque, slot);
        }
    }

    @Nullable
    Object get(long index) throws ContentException {
        if (index < 0 || index >= slots.length || slots[(int) index] == EMPTY) {
            throw new ContentException("memo entry " + index + " does not exist");
        }
        return slots[(int) index];
    }

    /** Lets later references find the value that an object became when its state was set. */
    void replace(Opaque object, @Nullable Object value) {
        Integer slot = unfinished.remove(object);
        if (slot != null && slots[slot] == object) {
            slots[slot] = value;
        }
    }

    private void grow(int size) {
        if (size > slots.length) {
            int before = slots.length;
            slots = Arrays.copyOf(slots, Math.max(size, before * 2));
            Arrays.fill(slots, before, slots.length, EMPTY);
        }
    }
}
