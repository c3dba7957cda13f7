package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** Brings what is configured into a session. Throws what {@link Configuration} throws. */
public interface SessionSetup {
    /** Returns the settings of a session, of which hub, name and timeout are what is configured. */
    SessionSettings applyTo(SessionSettings otherwise);

    /** Sets in a session's memory what is configured. */
    void applyTo(SessionMemory session);

    /**
     * Refuses to go on where a context was named that there is not.
     *
     * @throws ShellException USAGE
     */
    void requireContext();

    /**
     * Lets this session use a context from now on.
     *
     * @param context {@code null} for none
     * @param uri the hub to go on with; {@code null} for the one that is configured
     */
    void enter(@Nullable HubContext context, @Nullable String uri, Session session);
}
