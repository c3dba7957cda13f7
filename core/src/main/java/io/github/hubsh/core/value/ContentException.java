package io.github.hubsh.core.value;

/** Data that cannot be decoded, or a value that cannot be encoded. The message says what and where. */
public final class ContentException extends Exception {
    private static final long serialVersionUID = 1L;

    public ContentException(String message) {
        super(message);
    }

    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
