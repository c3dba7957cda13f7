package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.InputOutput;

/** A session whose ways to the machine are those of a sandbox. */
record SandboxSession(Session session, SessionMemory memory, InputOutput io, ProgramAccess program) implements Session {
    @Override
    public HubAccess hub() {
        return session.hub();
    }

    /** The statement that runs on this session has its language, and no other. */
    @Override
    public StatementLanguage language() {
        throw new IllegalStateException("no statement runs");
    }

    /** The script's connections are closed with it. */
    @Override
    public void close() {
        throw Permissions.refused("close the session of the shell");
    }
}
