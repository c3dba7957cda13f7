package io.github.hubsh.core.wire;

/** Frames from a peer that hold no message, or say no way back to their sender. */
public final class UnreadableFramesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String peer;

    UnreadableFramesException(String peer, String message) {
        // Random frames must cost little: the stack trace is never read.
        super(message, null, false, false);
        this.peer = peer;
    }

    /** Returns the sender's name as far as it can be read: empty on the query socket, {@code ?} if it is not text. */
    public String peer() {
        return peer;
    }
}
