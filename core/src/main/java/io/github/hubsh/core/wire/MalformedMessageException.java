package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Header;
import org.jspecify.annotations.Nullable;

/** Bytes from a peer that are no message. The fault is the peer's, which gets an error reply where possible. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Header header;

    public MalformedMessageException(String message) {
        this(message, null);
    }

    MalformedMessageException(String message, @Nullable Header header) {
        // Random bytes must cost little: this stack has no reader.
        super(message, null, false, false);
        this.header = header;
    }

    /** Returns the header if that much could be read: its source gets the error reply. */
    public @Nullable Header header() {
        return header;
    }
}
