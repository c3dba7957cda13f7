package io.github.hubsh.shell.live;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.web.HubWeb;
import io.github.hubsh.core.web.WebAddress;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;

/** A hub of this process as browsers see it. This class is loaded only when that was asked for. */
final class HubPage implements AutoCloseable {
    private final HubWeb web;
    private final boolean loopback;

    private HubPage(HubWeb web, boolean loopback) {
        this.web = web;
        this.loopback = loopback;
    }

    /**
     * Shows a hub.
     *
     * @param http {@code PORT} or {@code HOST:PORT}
     * @throws ShellException USAGE if that is no address; CANNOT_CONNECT if it cannot be used
     */
    static HubPage open(Hub hub, String http) {
        WebAddress address = address(http);
        try {
            return new HubPage(HubWeb.open(hub, address), address.isLoopback());
        } catch (TransportException e) {
            throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e)
                    .hint("choose another port; --http 0 takes one that is free");
        }
    }

    /** Says where it is. */
    void announce(Display display) {
        display.say(MessageLevel.NOTE, "it is shown at " + web.uri());
        if (!loopback) {
            display.say(
                    MessageLevel.WARNING, "other machines see its plugins and broadcasts there, without a password");
        }
    }

    @Override
    public void close() {
        web.close();
    }

    private static WebAddress address(String http) {
        try {
            return WebAddress.parse(http);
        } catch (TransportException e) {
            throw new ShellException(Problem.USAGE, "--http: " + e.getMessage(), e)
                    .hint("for example --http 9464, or --http 127.0.0.1:9464");
        }
    }
}
