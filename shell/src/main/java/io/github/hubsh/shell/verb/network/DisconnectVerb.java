package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Leaves the hub. */
public final class DisconnectVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.DISCONNECT, "leave the hub")
            .example("disconnect")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        session.io()
                .display()
                .say(MessageLevel.NOTE, session.hub().membership().disconnect() ? "disconnected" : "not connected");
        return Outcome.NOTHING;
    }
}
