package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Suggestion;
import java.util.List;

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
        warnOfUnknown(target, session);
        session.memory().context().setFocus(target.equals("-") ? null : target);
        return Outcome.NOTHING;
    }

    /** A plugin may come later, so this is no error. */
    private static void warnOfUnknown(String target, Session session) {
        List<String> plugins = session.memory().catalog().plugins();
        if (target.equals("-") || plugins.isEmpty() || plugins.contains(target)) {
            return;
        }
        String meant = Suggestion.of(target, plugins);
        session.io()
                .display()
                .say(
                        MessageLevel.WARNING,
                        "no plugin '" + target + "' is registered now" + (meant == null ? "" : "; " + meant));
    }
}
