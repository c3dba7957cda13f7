package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;

/** Runs a hub in this process until Ctrl-C. */
public final class HubVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.HUB, "run a hub until Ctrl-C")
            .optional("URI", Kind.URI)
            .option("--name", "NAME", Kind.TEXT, "the hub's name; default hub")
            .example("hub tcp://127.0.0.1:31000")
            .example("hub tcp://127.0.0.1:31000 --name lab")
            .detail("Without URI it binds to tcp://127.0.0.1:31000, which only this machine reaches.")
            .build();

    private static final String DEFAULT_URI = "tcp://127.0.0.1:31000";

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String uri = arguments.optionalOperand(0);
        session.program().hubs().serveHub(uri != null ? uri : DEFAULT_URI, arguments.text("--name"));
        return Outcome.NOTHING;
    }
}
