package io.github.hubsh.core.plugin;

/** The hub answers, but does not hear us on the command socket: another plugin with our name is connected. */
public final class NameInUseException extends PluginException {
    private static final long serialVersionUID = 1L;

    public NameInUseException(String message) {
        super(message);
    }
}
