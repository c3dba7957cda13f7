package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.memory.Aliases;

/**
 * Makes the sessions on which one script runs lines of the shell. Aliases that such lines define stay among them: a
 * user who types one later would run it with all rights. May be used from any thread.
 */
public final class Sandbox {
    private final Permissions permissions;
    private final Aliases aliases = new Aliases();

    public Sandbox(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * Returns a session with the hub and the memory of another, and with the script's permissions.
     *
     * @param program that the script runs in
     */
    public Session around(Session session, ProgramAccess program) {
        aliases.configure(session.memory().aliases().all());
        InputOutput io = session.io();
        InputOutput restricted = new InputOutput(
                new SandboxFiles(io.files(), permissions),
                io.display(),
                io.dialog(),
                new SandboxCommands(io.commands(), permissions),
                io.begun());
        ProgramAccess offered = new ProgramAccess(new SandboxHubs(program.hubs()));
        offered.setServices(new SandboxServices(program.services(), permissions));
        return new SandboxSession(session, session.memory().withAliases(aliases), restricted, offered);
    }
}
