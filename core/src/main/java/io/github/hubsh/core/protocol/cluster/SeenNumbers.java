package io.github.hubsh.core.protocol.cluster;

import java.util.BitSet;

/**
 * The numbers of the requests that a hub has sent here, so that none is executed twice, whatever the way between does.
 * Of numbers that are much lower than the highest nothing is known any more: they count as seen.
 */
final class SeenNumbers {
    static final int WINDOW = 8192;

    // Mutable state
    private final BitSet seen = new BitSet();
    private long highest = -1;

    /** Whether this number is new; from now on it is not. */
    boolean add(long number) {
        if (number < 0 || number <= highest - WINDOW) {
            return false;
        }
        if (number > highest) {
            forget(number);
            highest = number;
        }
        int place = place(number);
        boolean isNew = !seen.get(place);
        seen.set(place);
        return isNew;
    }

    /** Forgets what has the places of the numbers up to this one. */
    private void forget(long number) {
        if (number - highest >= WINDOW) {
            seen.clear();
            return;
        }
        for (long each = highest + 1; each <= number; each++) {
            seen.clear(place(each));
        }
    }

    private static int place(long number) {
        return (int) (number % WINDOW);
    }
}
