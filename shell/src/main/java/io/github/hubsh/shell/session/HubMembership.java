package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins and leaves hubs for a session. May be used from several threads, as {@link Session} says. */
public interface HubMembership {
    /**
     * Joins in the background: gives way at once to a thread that wants to connect, to another hub for example.
     *
     * @return the network, or {@code null} where there is nothing to join now: it is joined, or was left on purpose
     * @throws ShellException CANNOT_CONNECT; INTERRUPTED if it gave way
     */
    @Nullable
    Network joinUnhurried();

    /**
     * Returns what is called when the joined hub is lost and when it is back, on another thread and not to wait in.
     * Listeners can be added and removed at any time.
     */
    List<Consumer<HubEvent>> hubListeners();

    /**
     * Leaves the present hub, if any, and joins another.
     *
     * @param uri a query URI, or {@code null} for the last one
     * @throws ShellException as {@link HubAccess#network()}
     */
    Network connect(@Nullable String uri);

    /**
     * Leaves the present hub, if any, and continues with other settings: the next statement that needs a hub joins
     * theirs.
     *
     * @throws ShellException INTERRUPTED
     */
    void switchTo(SessionSettings settings);

    /**
     * Leaves the hub; only {@link #connect} joins it again.
     *
     * @return whether there was one
     */
    boolean disconnect();

    /**
     * Opens another session for the same user, files and screen; the caller closes it.
     *
     * @param other what it starts with
     */
    Session openAnother(SessionSettings other);
}
