package io.github.hubsh.core.plugin;

/** A request that failed on its way. What the other side says is a {@link RemoteErrorException}. */
public class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PluginException(String message) {
        super(message);
    }

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
