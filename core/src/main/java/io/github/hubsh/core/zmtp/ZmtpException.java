package io.github.hubsh.core.zmtp;

/** The peer breaks the protocol or a limit. The connection is over: write the {@link #reply}, and close it. */
public final class ZmtpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Octets reply;

    ZmtpException(String message) {
        this(message, Octets.EMPTY);
    }

    ZmtpException(String message, Octets reply) {
        // Random bytes must cost little: this stack has no reader.
        super(message, null, false, false);
        this.reply = reply;
    }

    /** Returns what to write before closing: an ERROR command in a handshake, else nothing. */
    public Octets reply() {
        return reply;
    }
}
