package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.syntax.Syntax;
import java.util.List;

/** What the program offers to the lines of a script. */
record SandboxServices(ProgramServices services, Permissions permissions) implements ProgramServices {
    @Override
    public Syntax syntax() {
        return services.syntax();
    }

    @Override
    public String version() {
        return services.version();
    }

    @Override
    public Configuration configuration() {
        return new SandboxConfiguration(services.configuration());
    }

    @Override
    public List<HealthCheck> checks() {
        return services.checks();
    }

    @Override
    public Scripting scripting() {
        return new SandboxScripting(services.scripting(), permissions);
    }
}
