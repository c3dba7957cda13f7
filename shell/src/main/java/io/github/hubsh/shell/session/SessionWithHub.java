package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.io.InputOutput;

/** A session with another way to its hub, and all else as it was. */
public record SessionWithHub(Session session, HubAccess hub) implements Session {
    @Override
    public SessionMemory memory() {
        return session.memory();
    }

    @Override
    public InputOutput io() {
        return session.io();
    }

    @Override
    public ProgramAccess program() {
        return session.program();
    }

    @Override
    public StatementLanguage language() {
        return session.language();
    }

    @Override
    public void close() {
        session.close();
    }
}
