package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.RemoteError;

/** The other side has answered with an error. */
public final class RemoteErrorException extends PluginException {
    private static final long serialVersionUID = 1L;

    private final transient RemoteError error;

    public RemoteErrorException(RemoteError error) {
        super(error.summary());
        this.error = error;
    }

    public RemoteError error() {
        return error;
    }
}
