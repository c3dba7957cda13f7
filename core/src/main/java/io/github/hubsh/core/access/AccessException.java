package io.github.hubsh.core.access;

/** Rights that cannot be read. */
public final class AccessException extends Exception {
    private static final long serialVersionUID = 1L;

    AccessException(String message) {
        super(message);
    }
}
