package io.github.hubsh.core.transport;

/** An address that cannot be used, or an engine that has failed. The message says what to do. */
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean concernsSecurity;

    public TransportException(String message) {
        this(message, false);
    }

    private TransportException(String message, boolean concernsSecurity) {
        super(message);
        this.concernsSecurity = concernsSecurity;
    }

    /** The peer has other keys, another mechanism, or does not allow ours: to try again is of no use. */
    static TransportException ofSecurity(String message) {
        return new TransportException(message, true);
    }

    /** Whether the peer turns us away, or we turn from it: for its keys, ours, or the security mechanism. */
    public boolean concernsSecurity() {
        return concernsSecurity;
    }

    public TransportException(String message, Throwable cause) {
        super(message, cause);
        this.concernsSecurity = false;
    }
}
