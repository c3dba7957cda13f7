package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Waits for a background job. */
public final class FgVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.FG, "wait for a background job")
            .optional("JOB", Kind.JOB)
            .example("fg")
            .detail("Without JOB it is the newest. Ctrl-C then stops the job.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        int number = JobsVerb.number(arguments, session);
        if (number == 0) {
            session.io().display().say(MessageLevel.NOTE, JobsVerb.NOTHING);
        } else if (!session.memory().jobs().await(number) && arguments.operandCount() > 0) {
            throw JobsVerb.unknown(arguments, number);
        }
        return Outcome.NOTHING;
    }
}
