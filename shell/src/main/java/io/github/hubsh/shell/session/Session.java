package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.word.Problem;

/**
 * What a verb acts on, in parts: the hub, the memory, the input and output, and the program of the user who typed the
 * statement. A session that differs from another in one part replaces that part.
 *
 * <p>May be used from several threads: one runs statements, and at the prompt another joins the hub and each
 * {@linkplain io.github.hubsh.shell.syntax.Syntax#live() live} statement has its own. To stop one (Ctrl-C) its thread
 * is interrupted: what blocks here then throws {@link Problem#INTERRUPTED}, and so does
 * {@link io.github.hubsh.shell.word.ShellException#throwIfInterrupted()}. Threads that want the network at the same
 * time wait for the same joining.
 */
public interface Session {
    HubAccess hub();

    /** Returns what the session remembers; always the same. */
    SessionMemory memory();

    InputOutput io();

    /** Returns the program around the session; always the same. */
    ProgramAccess program();

    /**
     * Returns the language of the statement that runs.
     *
     * @throws IllegalStateException if no statement runs
     */
    StatementLanguage language();

    /** Leaves the hub and stops what runs in this process for the session; quick, and safe to call twice. */
    void close();
}
