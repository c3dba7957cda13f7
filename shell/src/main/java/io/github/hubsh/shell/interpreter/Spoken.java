package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.command.Arguments;
import io.github.hubsh.shell.command.Dialect;
import io.github.hubsh.shell.command.Group;
import io.github.hubsh.shell.command.Outcome;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.Syntax;
import io.github.hubsh.shell.command.Verb;

/** A line of another language, as though it were a verb. */
record Spoken(Dialect dialect, String line) implements Verb {
    private static final Syntax SYNTAX =
            Syntax.of("$dialect", Group.SCRIPT, "a line of another language").build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return dialect.run(line, session);
    }
}
