package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;

/** Prints the manual page of the program. */
public final class ManVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.MAN, "the manual page, for man")
            .example("man")
            .detail("hubsh man > hubsh.1; man ./hubsh.1")
            .build();

    private final SyntaxTable verbs;

    public ManVerb(SyntaxTable verbs) {
        this.verbs = verbs;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        ProgramServices program = session.program().services();
        return new Outcome.Text(ManPage.of(program.syntax(), verbs, program.version()));
    }
}
