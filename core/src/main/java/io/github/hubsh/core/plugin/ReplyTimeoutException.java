package io.github.hubsh.core.plugin;

/** No reply came in time. The remote side may still be at work. */
public final class ReplyTimeoutException extends PluginException {
    private static final long serialVersionUID = 1L;

    public ReplyTimeoutException(String message) {
        super(message);
    }
}
