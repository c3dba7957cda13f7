package io.github.hubsh.core.web;

/** Counts connections of HTTP, and those that are too many or too slow. On the loop of HTTP. */
final class WebCounter {
    /** How many connections may be open. */
    static final int MAX_CONNECTIONS = 64;

    // Mutable state
    private int open;
    private long refused;
    private long slow;

    /** A connection is opened; {@code false} if it is one too many. */
    boolean open() {
        if (open >= MAX_CONNECTIONS) {
            refused++;
            return false;
        }
        open++;
        return true;
    }

    void closed() {
        open--;
    }

    /** A client of events is hung up on. */
    void slow() {
        slow++;
    }

    WebCounts counts(int viewers, long unshown) {
        return new WebCounts(open, refused, viewers, slow, unshown);
    }
}
