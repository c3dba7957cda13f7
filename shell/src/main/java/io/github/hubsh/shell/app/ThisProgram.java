package io.github.hubsh.shell.app;

import io.github.hubsh.shell.command.Check;
import io.github.hubsh.shell.command.Executable;
import io.github.hubsh.shell.command.Syntax;
import java.util.List;

/** This process, for verbs. */
record ThisProgram(Surroundings surroundings, String version) implements Executable {
    @Override
    public Syntax syntax() {
        return ProgramOptions.SYNTAX;
    }

    @Override
    public List<Check> checks() {
        return new Checkup(surroundings, version).checks();
    }
}
