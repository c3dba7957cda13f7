package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.InputOutput;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session whose requests stand in the journal.
 *
 * @param entry returns that of the statement that runs, or {@code null}
 */
record JournaledSession(Session session, Supplier<Journal.@Nullable Entry> entry) implements Session {
    @Override
    public HubAccess hub() {
        return new JournaledHub(session.hub(), entry);
    }

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
