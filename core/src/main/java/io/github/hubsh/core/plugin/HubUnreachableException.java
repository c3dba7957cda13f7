package io.github.hubsh.core.plugin;

/** No hub answers at the address, or it will not have us. */
public final class HubUnreachableException extends PluginException {
    private static final long serialVersionUID = 1L;

    public HubUnreachableException(String message) {
        super(message);
    }
}
