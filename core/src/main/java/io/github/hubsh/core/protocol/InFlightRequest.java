package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.RequestOutline;
import org.jspecify.annotations.Nullable;

/** A request that was passed on and has no reply yet, or several in one session. */
final class InFlightRequest {
    /** What one costs beside its outline, roughly: this object, its key and its place in a table. */
    private static final int OVERHEAD_BYTES = 300;

    private final Key key;
    private final RegisteredPlugin target;
    private final RequestOutline outline;
    private final long since;
    private final int size;

    // Mutable state
    private int copies = 1;
    private @Nullable InFlightRequest previous; // of its requester
    private @Nullable InFlightRequest next;

    /** What its reply is found by, among those of its target. */
    record Key(String session, RegisteredPlugin requester) {}

    InFlightRequest(Key key, RegisteredPlugin target, RequestOutline outline, long now) {
        this.key = key;
        this.target = target;
        this.outline = outline;
        this.since = now;
        this.size = size(outline.size());
    }

    /** Returns how many bytes a request counts whose outline has this size. */
    static int size(int outlineSize) {
        return OVERHEAD_BYTES + outlineSize;
    }

    Key key() {
        return key;
    }

    RegisteredPlugin requester() {
        return key.requester();
    }

    RegisteredPlugin target() {
        return target;
    }

    RequestOutline outline() {
        return outline;
    }

    /** Returns when it was passed on. */
    long since() {
        return since;
    }

    int size() {
        return size;
    }

    /** Returns how many requests there were with this key. */
    int copies() {
        return copies;
    }

    void addCopies(int more) {
        copies += more;
    }

    /** Returns the one before it in the chain of its requester. */
    @Nullable
    InFlightRequest previous() {
        return previous;
    }

    void previous(@Nullable InFlightRequest request) {
        previous = request;
    }

    /** Returns the one behind it in the chain of its requester. */
    @Nullable
    InFlightRequest next() {
        return next;
    }

    void next(@Nullable InFlightRequest request) {
        next = request;
    }
}
