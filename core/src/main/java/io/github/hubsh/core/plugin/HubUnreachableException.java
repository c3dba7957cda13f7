package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.TransportException;

/** No hub answers at the address, or it will not have us. */
public class HubUnreachableException extends PluginException {
    private static final long serialVersionUID = 1L;

    /** Returns what a socket's failure means for its owner. */
    static HubUnreachableException of(TransportException failure) {
        String text = String.valueOf(failure.getMessage());
        return failure.concernsSecurity() ? new SecurityMismatchException(text) : new HubUnreachableException(text);
    }

    public HubUnreachableException(String message) {
        super(message);
    }
}
