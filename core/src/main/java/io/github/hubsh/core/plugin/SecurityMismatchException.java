package io.github.hubsh.core.plugin;

/** There is a hub, and it turns us away, or we turn from it: for its keys, ours, or because one side has none. */
public final class SecurityMismatchException extends HubUnreachableException {
    private static final long serialVersionUID = 1L;

    public SecurityMismatchException(String message) {
        super(message);
    }
}
