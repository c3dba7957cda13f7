package io.github.hubsh.core.plugin;

/** The reply came, and did not fit into memory. */
public final class ReplyTooLargeException extends PluginException {
    private static final long serialVersionUID = 1L;

    ReplyTooLargeException(Throwable cause) {
        super("the reply does not fit into memory", cause);
    }
}
