package io.github.hubsh.shell.session;

/** A plugin that runs in this process. */
public interface ServedPlugin extends AutoCloseable {
    String name();

    /** Leaves the hub. */
    @Override
    void close();
}
