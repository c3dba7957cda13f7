package io.github.hubsh.core.pickle.family;

/**
 * What one pickle may cost.
 *
 * @param bytes length of the input; as much again may be copied while reading (text to bytes, list to set)
 * @param values everything ever pushed, marks included, and everything copied by a constructor
 * @param memo entries of the memo, which is also the bound of an entry's number
 * @param depth containers within containers
 * @param digits decimal digits of one int
 * @param keyWork cost of hashing and comparing keys, in units of some nanoseconds
 */
public record PickleBudget(int bytes, int values, int memo, int depth, int digits, long keyWork) {
    /** Enough for every honest message; a hostile one costs a few hundred megabytes and seconds at most. */
    public static final PickleBudget DEFAULT =
            new PickleBudget(64 << 20, 2_000_000, 2_000_000, 500, 10_000, 50_000_000L);

    private static final long MIN_KEY_WORK = 1_000_000;
    private static final long KEY_WORK_PER_BYTE = 100;

    /** Returns the usual budget for a pickle of that length: a short one has few keys to compare. */
    public static PickleBudget of(int length) {
        long keyWork = Math.min(DEFAULT.keyWork, MIN_KEY_WORK + KEY_WORK_PER_BYTE * length);
        return new PickleBudget(DEFAULT.bytes, DEFAULT.values, DEFAULT.memo, DEFAULT.depth, DEFAULT.digits, keyWork);
    }
}
