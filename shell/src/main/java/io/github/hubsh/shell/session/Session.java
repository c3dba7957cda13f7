package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/**
 * What a verb acts on: the hub, the files and the screen of whoever typed the statement.
 *
 * <p>May be used from several threads: one runs statements, and at the prompt another joins the hub and each {@linkplain
 * Syntax#live() live} statement has its own. To stop one (Ctrl-C) its thread is interrupted: whatever blocks here then
 * throws {@link Problem#INTERRUPTED}, and so does {@link #checkInterrupted()}. Threads that want the network at the same
 * time wait for the same joining.
 */
public interface Session {
    /** Returns what the session started with, and what {@code set} has changed since. */
    SessionSettings settings();

    /** Returns what the session remembers; always the same. */
    SessionMemory memory();

    /** Returns how the user is asked; always the same. */
    Dialog dialog();

    /** Returns the program around the session; always the same. */
    ProgramAccess program();

    /**
     * Returns the network, joining the hub of the settings, or of the last {@link #connect}, on first use.
     *
     * @throws ShellException CANNOT_CONNECT, TIMEOUT while waiting for an awaited plugin, INTERRUPTED
     */
    Network network();

    /**
     * Joins for nobody in particular: gives way at once to whoever wants to connect, elsewhere for example.
     *
     * @return the network, or {@code null} where there is nothing to join now
     * @throws ShellException CANNOT_CONNECT; INTERRUPTED if it gave way
     */
    default @Nullable Network joinUnhurried() {
        return joined() == null && !hasLeft() ? network() : null;
    }

    /** Returns whether the hub was left on purpose: then nothing joins it by itself. */
    default boolean hasLeft() {
        return false;
    }

    /** Returns the network if it is joined already, else {@code null}; from memory, at once. */
    @Nullable
    Network joined();

    /**
     * Leaves the present hub, if any, and joins another.
     *
     * @param uri a query URI, or {@code null} for the last one
     * @throws ShellException as {@link #network()}
     */
    Network connect(@Nullable String uri);

    /**
     * Leaves the present hub, if any, and goes on with other settings: what needs a hub next joins theirs.
     *
     * @throws ShellException INTERRUPTED
     */
    void turn(SessionSettings settings);

    /**
     * Asks whether a request may be sent; what may not be, or has to be confirmed, depends on the context in use.
     *
     * @param confirmed whether somebody has agreed beforehand
     * @throws ShellException USAGE, or INTERRUPTED if the asked says no
     */
    default void permit(Request request, boolean confirmed) {
        // A session that knows of no context forbids nothing.
    }

    /**
     * Leaves the hub; nothing joins it again but {@link #connect}.
     *
     * @return whether there was one
     */
    boolean disconnect();

    /**
     * Builds the message that a request would send, and sends nothing; no hub is needed.
     *
     * @throws ShellException BAD_DATA if the arguments cannot be encoded
     */
    DraftMessage draft(Request request);

    FileAccess files();

    Display display();

    EmbeddedHubs host();

    /** Returns the language of the statement that runs; there is none outside of one. */
    default StatementLanguage language() {
        throw new IllegalStateException("no statement runs");
    }

    /**
     * Opens another session for the same user, files and screen; the caller closes it.
     *
     * @param other what it starts with
     */
    default Session another(SessionSettings other) {
        throw new ShellException(Problem.USAGE, "there is only one session here");
    }

    /** Leaves the hub and stops what runs in this process for the session; quick, and safe to call twice. */
    void close();

    /** Throws {@link Problem#INTERRUPTED} if somebody wants the statement to stop. */
    default void checkInterrupted() {
        if (Thread.interrupted()) {
            throw ShellException.interrupted("stopped");
        }
    }
}
