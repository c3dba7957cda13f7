package io.github.hubsh.core.key;

/** A public key that is a point of small order: what is shared with it is no secret. */
public final class WeakKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    WeakKeyException() {
        // Peers may send such keys as often as they like: this stack has no reader.
        super("a public key that shares no secret", null, false, false);
    }
}
