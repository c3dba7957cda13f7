package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.io.CommandAccess;
import java.io.IOException;

/** The commands of the operating system, for a script that may run them. */
record SandboxCommands(CommandAccess commands, Permissions permissions) implements CommandAccess {
    @Override
    public void requireAllowed() {
        permissions.requireCommands();
        commands.requireAllowed();
    }

    @Override
    public Process start(String command) throws IOException {
        permissions.requireCommands();
        return commands.start(command);
    }
}
