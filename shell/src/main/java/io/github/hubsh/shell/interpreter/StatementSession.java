package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.InputOutput;

/** A session as a statement sees it: with a display of its own, since each statement may have its own format. */
record StatementSession(Session session, InputOutput io) implements Session {
    StatementSession(Session session, Display display) {
        this(session, session.io().withDisplay(display));
    }

    @Override
    public HubAccess hub() {
        return session.hub();
    }

    @Override
    public SessionMemory memory() {
        return session.memory();
    }

    @Override
    public ProgramAccess program() {
        return session.program();
    }

    @Override
    public StatementLanguage language() {
        return new ShellLanguage(session);
    }

    @Override
    public void close() {
        session.close();
    }
}
