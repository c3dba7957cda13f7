package io.github.hubsh.shell.session.network;

/** A plugin that runs in this process. */
public interface ServedPlugin extends AutoCloseable {
    String name();

    /** Leaves the hub. */
    @Override
    void close();
}
