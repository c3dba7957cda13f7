package io.github.hubsh.core.protocol.cluster;

/** A request of a plugin here to one of another hub. */
final class AskedRequest {
    private final long number;
    private final RequestKey key;
    private final long since;

    // Mutable state
    private long confirmedAt;

    AskedRequest(long number, RequestKey key, long now) {
        this.number = number;
        this.key = key;
        this.since = now;
        this.confirmedAt = now;
    }

    long number() {
        return number;
    }

    RequestKey key() {
        return key;
    }

    /** Returns when it was sent. */
    long since() {
        return since;
    }

    /** Returns when the other hub has said last that it is under way. */
    long confirmedAt() {
        return confirmedAt;
    }

    void confirm(long now) {
        confirmedAt = now;
    }
}
