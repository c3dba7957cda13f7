package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Stops a background job. */
public final class CancelVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.CANCEL, "stop a background job")
            .optional("JOB", Kind.JOB)
            .example("cancel")
            .example("cancel all")
            .detail("Without JOB it is the newest; cancel all stops all of them.")
            .detail("The plugin keeps working on what was sent to it.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        JobControl jobs = session.memory().jobs();
        if ("all".equals(arguments.optionalOperand(0))) {
            for (JobControl.Entry job : jobs.list()) {
                jobs.cancel(job.number());
            }
            return Outcome.NOTHING;
        }
        int number = JobsVerb.number(arguments, session);
        if (number == 0) {
            session.io().display().say(MessageLevel.NOTE, JobsVerb.NOTHING);
        } else if (!jobs.cancel(number) && arguments.operandCount() > 0) {
            throw JobsVerb.unknown(arguments, number);
        }
        return Outcome.NOTHING;
    }
}
