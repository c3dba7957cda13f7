package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Prints the version of the program. */
public final class VersionVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.VERSION, "print the version of hubsh")
            .example("version")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return Outcome.value("hubsh " + session.program().services().version());
    }
}
