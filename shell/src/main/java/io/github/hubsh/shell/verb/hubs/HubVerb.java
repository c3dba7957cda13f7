package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.ServedKeys;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Objects;

/** Runs a hub in this process until Ctrl-C. */
public final class HubVerb implements Verb {
    private static final String STATUS = "status";

    private static final Syntax SYNTAX = Syntax.of(VerbName.HUB, "run a hub until Ctrl-C, or show those of the network")
            .optional("URI|" + STATUS, Kind.URI)
            .setting("--name", Setting.HUB_NAME, "NAME")
            .option("--command-port", "PORT", Kind.COUNT, "for commands; default the last one")
            .option("--publish-port", "PORT", Kind.COUNT, "for broadcasts; default the last one")
            .option("--away", "TIME", Kind.DURATION, "a plugin that is away so long leaves; default 30s")
            .option("--memory", "SIZE", Kind.SIZE, "for messages on their way; default half the heap")
            .option("--http", "ADDRESS", Kind.TEXT, "show it to browsers and Prometheus: PORT or HOST:PORT")
            .option("--curve", "FILE", Kind.FILE, "its secret key: only peers with keys come in")
            .option("--clients", "DIR|any", Kind.FILE, "with --curve: whose keys, see help curve")
            .flag("--insecure", "no warning where other machines come in without keys")
            .setting(Setting.JOIN, "URIS")
            .setting(Setting.CLUSTER, "NAME")
            .setting(Setting.JOIN_CREDS, "FILE")
            .setting(Setting.JOIN_TLS, "DIR")
            .example("hub tcp://127.0.0.1:31000")
            .example("hub tcp://127.0.0.1:31000 --name lab")
            .example("hub ipc:///run/lab/hub")
            .example("hub status")
            .example("hub tcp://127.0.0.1:31000 --http 9464")
            .example("hub tcp://0.0.0.0:31000 --curve hub.key --clients clients")
            .example("hub tcp://127.0.0.1:31000 --name roomA --join nats://127.0.0.1:4222")
            .detail("Without URI it binds to tcp://127.0.0.1:31000, which only this machine reaches.")
            .detail("On a fixed port it keeps its other ports too, so that plugins come back by")
            .detail("themselves when it is started again.")
            .detail("Hubs that have joined share their plugins: a name is there once in all of them,")
            .detail("and each hub has a name of its own. hub-name, join, cluster, join-creds and")
            .detail("join-tls may be configured, see help settings; --join none is for a lone hub.")
            .detail("hub status shows the hubs of the network that this shell is in: their round")
            .detail("trips, when they were heard, the requests under way there (asked) and from")
            .detail("there (served), and what is between them.")
            .detail("Without free memory the hub reads less, refuses requests, loses broadcasts.")
            .detail("--http serves a page at /, /metrics, /healthz and /events; port 0 takes a")
            .detail("free one. It changes nothing and has no password: anyone who reaches the address")
            .detail("sees names of plugins and how broadcasts begin. PORT alone is for this machine,")
            .detail("and all who work on it; from elsewhere use ssh -L, or a proxy with passwords.")
            .build();

    private static final String DEFAULT_URI = "tcp://127.0.0.1:31000";
    private static final int MAX_PORT = 65_535;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String uri = arguments.optionalOperand(0);
        if (STATUS.equals(uri)) {
            refuseOptions(arguments);
            return HubsOfNetwork.show(session);
        }
        JoinChoice choice =
                JoinChoice.of(arguments, session.program().services().configuration());
        session.program()
                .hubs()
                .serveHub(new ServedHub(
                        uri != null ? uri : DEFAULT_URI,
                        choice.hubName(),
                        port(arguments, "--command-port"),
                        port(arguments, "--publish-port"),
                        arguments.duration("--away"),
                        arguments.size("--memory"),
                        arguments.text("--http"),
                        keys(arguments, session),
                        choice.cluster()));
        return Outcome.NOTHING;
    }

    private static void refuseOptions(Arguments arguments) {
        List<String> always = Option.FORMATS.stream().map(Option::name).toList();
        for (String option : SYNTAX.optionNames()) {
            Word given = arguments.word(option);
            if (given != null && !always.contains(option)) {
                throw ShellException.at(given.place(0), option + " is for a hub that is started")
                        .hint("hub status alone shows the hubs of the network");
            }
        }
    }

    private static ServedKeys keys(Arguments arguments, Session session) {
        Word key = arguments.word("--curve");
        Word clients = arguments.word("--clients");
        if (key == null && clients != null) {
            throw ShellException.at(clients.place(0), "--clients goes with --curve FILE, the hub's own key")
                    .hint("hubsh keygen NAME makes one");
        } else if (key != null && clients == null) {
            throw ShellException.at(key.after(), "expected --clients too: the folder of the keys that come in")
                    .hint("--clients any lets in every peer with a key");
        }
        boolean known = session.hub().settings().keys().insecure();
        return new ServedKeys(
                arguments.text("--curve"), arguments.text("--clients"), known || arguments.has("--insecure"));
    }

    private static int port(Arguments arguments, String option) {
        int port = arguments.count(option, 0);
        if (port > MAX_PORT) {
            throw new ShellException(Problem.USAGE, option + " is a number from 1 to " + MAX_PORT)
                    .pointing(Objects.requireNonNull(arguments.word(option)).place(0));
        }
        return port;
    }
}
