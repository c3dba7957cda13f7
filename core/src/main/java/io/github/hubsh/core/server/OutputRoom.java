package io.github.hubsh.core.server;

/** How much may wait for a peer while the memory is short. On the loop. */
record OutputRoom(MemoryBudget budget) {
    /** So much may wait for each peer, even when the whole budget is taken. */
    private static final int MIN_UNSENT_BYTES = 64 << 10;

    /** Whether little waits, as at a peer that reads. */
    static boolean isShort(long unsentBytes) {
        return unsentBytes < MIN_UNSENT_BYTES;
    }

    /** Whether there is room for an answer or a request. */
    boolean takes(long size, long unsentBytes) {
        return !budget.isFull() || isSmall(size, unsentBytes);
    }

    /** Whether there is room for a broadcast. */
    boolean takesBroadcast(long size, long unsentBytes) {
        boolean keepsUp = isShort(unsentBytes) && !budget.isFull();
        return budget.hasRoomForBroadcasts() || keepsUp || isSmall(size, unsentBytes);
    }

    private static boolean isSmall(long size, long unsentBytes) {
        return size < MIN_UNSENT_BYTES && isShort(unsentBytes);
    }
}
