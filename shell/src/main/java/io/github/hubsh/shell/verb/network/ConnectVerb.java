package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Joins a hub. */
public final class ConnectVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.CONNECT, "connect to a hub")
            .optional("URI|CONTEXT", Kind.HUB)
            .example("connect tcp://localhost:31000")
            .example("connect")
            .detail("Without a hub it joins the last one again. Verbs that need a hub join it.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = network(arguments, session);
        session.io()
                .display()
                .say(
                        MessageLevel.NOTE,
                        "connected to " + network.identity().uri() + " as "
                                + network.identity().ownName());
        return Outcome.NOTHING;
    }

    /** A user who names a hub leaves the context in use. */
    private static Network network(Arguments arguments, Session session) {
        String where = arguments.optionalOperand(0);
        ContextInUse context = session.memory().context();
        boolean named = where != null && !where.contains("://");
        boolean elsewhere = where != null && context.current() != null && context.at(where) == null;
        if (!named && !elsewhere) {
            return session.hub().membership().connect(where);
        }
        Configuration configuration = session.program().services().configuration();
        configuration
                .setup()
                .enter(
                        named ? ContextVerb.named(arguments.operandWord(0), configuration) : null,
                        named ? null : where,
                        session);
        return session.hub().network();
    }
}
