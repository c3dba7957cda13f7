package io.github.hubsh.shell.command;

/** Joins a hub. */
public final class Connect implements Verb {
    private static final Syntax SYNTAX = Syntax.of("connect", Group.NETWORK, "connect to a hub")
            .optional("URI", Kind.URI)
            .example("connect tcp://localhost:31000")
            .example("connect")
            .detail("Without URI it joins the last hub again. Verbs that need a hub join it.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = session.connect(arguments.optionalOperand(0));
        session.display().note("connected to " + network.hubUri() + " as " + network.ownName());
        return Outcome.NOTHING;
    }
}
