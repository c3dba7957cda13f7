package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Header;
import org.jspecify.annotations.Nullable;

/** Bytes from a peer that are no message. The peer is wrong, and is told wherever it can be reached. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Header header;

    public MalformedMessageException(String message) {
        this(message, null);
    }

    MalformedMessageException(String message, @Nullable Header header) {
        // Random bytes must cost little: nobody reads this stack.
        super(message, null, false, false);
        this.header = header;
    }

    /** Returns the header if that much could be read: it says whom to tell. */
    public @Nullable Header header() {
        return header;
    }
}
