package io.github.hubsh.shell.session;

/** A plugin that runs in this process. */
public interface Service extends AutoCloseable {
    String name();

    /** Leaves the hub. */
    @Override
    void close();
}
