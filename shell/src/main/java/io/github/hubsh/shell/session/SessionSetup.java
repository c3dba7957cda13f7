package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/** Brings what is configured into a session. Throws what {@link Configuration} throws. */
public interface SessionSetup {
    /** Returns the settings of a session, of which hub, name and timeout are what is configured. */
    SessionSettings applyTo(SessionSettings otherwise);

    /** Applies the configuration to a session's memory. */
    void applyTo(SessionMemory session);

    /**
     * Refuses to continue if the named context does not exist.
     *
     * @throws ShellException USAGE
     */
    void requireContext();

    /**
     * Lets this session use a context from now on.
     *
     * @param context {@code null} for none
     * @param uri the hub to continue with; {@code null} for the one that is configured
     */
    void enter(@Nullable HubContext context, @Nullable String uri, Session session);
}
