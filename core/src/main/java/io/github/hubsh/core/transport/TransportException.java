package io.github.hubsh.core.transport;

/** An address that cannot be used, or an engine that has failed. The message says what to do. */
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TransportException(String message) {
        super(message);
    }

    public TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
