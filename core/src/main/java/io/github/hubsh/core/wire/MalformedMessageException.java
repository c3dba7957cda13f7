package io.github.hubsh.core.wire;

import io.github.hubsh.core.message.Header;
import org.jspecify.annotations.Nullable;

/** Bytes from a peer that are no message. The fault is the peer's, which gets an error reply where possible. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Header header;
    private final boolean silent;

    public MalformedMessageException(String message) {
        this(message, null, false);
    }

    MalformedMessageException(String message, @Nullable Header header, boolean silent) {
        // Random bytes must cost little: this stack has no reader.
        super(message, null, false, false);
        this.header = header;
        this.silent = silent;
    }

    /** Returns whether the message asked to be kept out of the broadcasts. */
    public boolean isSilent() {
        return silent;
    }

    /** Returns the header if that much could be read: its source gets the error reply. */
    public @Nullable Header header() {
        return header;
    }
}
