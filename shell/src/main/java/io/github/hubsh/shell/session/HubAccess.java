package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** A session's way to its hub. May be used from several threads, as {@link Session} says. */
public interface HubAccess {
    /** Returns what the session started with, and what {@code set} has changed since. */
    SessionSettings settings();

    /**
     * Returns the network, joining the hub of the settings, or of the last {@link HubMembership#connect}, on first use.
     * A hub that is lost is waited for: at the prompt as long as {@code --wait} says, elsewhere at least as long as for
     * a reply.
     *
     * @throws ShellException CANNOT_CONNECT, HUB_LOST, TIMEOUT while waiting for an awaited plugin, INTERRUPTED
     */
    Network network();

    /** Returns the network if it is joined and not lost, else {@code null}; from memory, at once. */
    @Nullable
    Network joined();

    /**
     * Asks whether a request may be sent; the context in use decides what is forbidden and what needs a confirmation.
     *
     * @param confirmed whether the user has agreed in advance
     * @throws ShellException USAGE, or INTERRUPTED if the user says no
     */
    void permit(Request request, boolean confirmed);

    /**
     * Builds the message that a request would send, and sends nothing; no hub is needed.
     *
     * @throws ShellException BAD_DATA if the arguments cannot be encoded
     */
    DraftMessage draft(Request request);

    /** Returns what joins and leaves hubs. */
    HubMembership membership();
}
