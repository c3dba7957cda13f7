package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Leaves the shell. */
public final class ExitVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.EXIT, "leave the shell, as Ctrl-D does")
            .example("exit")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return new Outcome.Exit();
    }
}
