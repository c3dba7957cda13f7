package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;

/** Hubs that run inside this process. */
public interface EmbeddedHubs {
    /**
     * Runs a hub until the thread is interrupted or the process ends.
     *
     * @throws ShellException CANNOT_CONNECT if it cannot bind; USAGE if its memory is too little
     */
    void serveHub(ServedHub hub);

    /**
     * Starts a hub and the demo plugins beside the session, which is connected to them from then on.
     *
     * @throws ShellException CANNOT_CONNECT if they cannot start
     */
    void startDemo();

    /** Returns whether the hub at an address is the demo's. */
    boolean isDemo(String uri);
}
