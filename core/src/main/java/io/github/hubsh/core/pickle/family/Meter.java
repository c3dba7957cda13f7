package io.github.hubsh.core.pickle.family;

import io.github.hubsh.core.value.ContentException;

/** Counts what one reading has used of its {@link PickleBudget}. One thread. */
public final class Meter {
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    private final PickleBudget budget;

    // Mutable state, owned by the reading thread
    private long values;
    private long copiedBytes;
    private long keyWork;

    public Meter(PickleBudget budget) {
        this.budget = budget;
    }

    public PickleBudget budget() {
        return budget;
    }

    public void values(long count) throws ContentException {
        values += count;
        if (values > budget.values()) {
            throw new ContentException("more than " + budget.values() + " values");
        }
    }

    public void copiedBytes(long count) throws ContentException {
        copiedBytes += count;
        if (copiedBytes > budget.bytes()) {
            throw new ContentException("more than " + budget.bytes() + " bytes copied");
        }
    }

    public void keyWork(long units) throws ContentException {
        keyWork += units;
        if (keyWork > budget.keyWork()) {
            throw new ContentException("keys are too expensive to compare");
        }
    }

    public void digits(long count) throws ContentException {
        if (count > budget.digits()) {
            throw new ContentException("an int of " + count + " digits; the limit is " + budget.digits());
        }
    }

    public void intBytes(long count) throws ContentException {
        if (count * 8 > budget.digits() * BITS_PER_DIGIT) {
            throw new ContentException("an int of " + count + " bytes; the limit is " + budget.digits() + " digits");
        }
    }
}
