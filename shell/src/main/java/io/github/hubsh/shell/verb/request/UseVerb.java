package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Focuses a plugin: {@code .command} is for it from then on. */
public final class UseVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.USE, "focus a plugin: then .command items")
            .optional("TARGET", Kind.PLUGIN)
            .example("use plugin_a")
            .example("use -")
            .detail("- removes the focus; without TARGET it shows the focus.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String target = arguments.optionalOperand(0);
        if (target == null) {
            return Outcome.value(session.memory().context().focus());
        }
        session.memory().context().setFocus(target.equals("-") ? null : target);
        return Outcome.NOTHING;
    }
}
