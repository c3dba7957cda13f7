package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hubs that run inside this process. */
public interface EmbeddedHubs {
    /**
     * Runs a hub until the thread is interrupted or the process ends.
     *
     * @throws ShellException CANNOT_CONNECT if it cannot bind; USAGE if its memory is too little
     */
    void serveHub(ServedHub hub);

    /**
     * Starts a hub and plugins beside the session, which is connected to them from then on.
     *
     * @param uri where the hub listens; {@code null} for the usual port of this machine, or the next that is free
     * @param fakes the plugins; none for those of the demo
     * @return where the hub listens
     * @throws ShellException CANNOT_CONNECT if they cannot start
     */
    String startDemo(@Nullable String uri, List<FakePlugin> fakes);

    /**
     * Waits until the thread is interrupted or the process ends, while the demo runs.
     *
     * @throws ShellException INTERRUPTED; HUB_LOST if the hub fails
     */
    void awaitDemo();

    /** Returns what makes and checks the files of keys. */
    KeyMaker keys();

    /** Returns whether the hub at an address is the demo's. */
    boolean isDemo(String uri);

    /** Returns whether the plugins of the demo that runs are fakes. */
    boolean playsRecording();
}
