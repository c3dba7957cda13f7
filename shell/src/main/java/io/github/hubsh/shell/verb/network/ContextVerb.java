package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps hubs under names. */
public final class ContextVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.CONTEXT, "named hubs")
            .optional("ls|add|use|rm|show|-", Kind.CHOICE)
            .optional("NAME", Kind.CONTEXT)
            .optional("URI", Kind.URI)
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for replies there")
            .option("--name", "NAME", Kind.TEXT, "our plugin name there")
            .option("--alias", "WORD=LINE", Kind.TEXT, "an alias that holds there; may be repeated")
            .option("--server-key", "FILE", Kind.FILE, "the public key of the hub there")
            .option("--key", "FILE", Kind.FILE, "our secret key there")
            .flag("--no-keys", "forget both")
            .flag("--insecure", "do not warn that it has no keys")
            .flag("--readonly", "send nothing there; ping, plugins, tail, describe work")
            .flag("--no-readonly", "allow sending again")
            .flag("--confirm", "ask before anything is sent there")
            .flag("--no-confirm", "do not ask any more")
            .example("context add lab tcp://10.0.0.5:31000 --timeout 5s")
            .example("context add line tcp://10.0.0.6:31000 --readonly")
            .example("context add lab --alias led='execute plugin_a do_thing'")
            .example("context add cave tcp://10.0.0.7:31000 --server-key hub.pub --key ann.key")
            .example("context ls")
            .example("context show lab")
            .example("context use lab")
            .detail("add makes or changes one; use selects it for this session and later ones;")
            .detail("- goes back to the one before; 'use none' selects none.")
            .detail("show without NAME shows the one in use. For one run: hubsh --context lab …, or")
            .detail("HUBSH_CONTEXT; connect lab changes the hub of this session only.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Configuration configuration = session.program().services().configuration();
        String action = arguments.optionalOperand(0);
        refuseStray(arguments, action == null ? "ls" : action);
        return switch (action == null ? "ls" : action) {
            case "add" -> new ContextChange(arguments, configuration).apply(session);
            case "use" -> use(name(arguments), configuration, session);
            case "rm" -> remove(name(arguments), configuration, session);
            case "show" -> Outcome.value(show(arguments, configuration));
            case "-" -> back(configuration, session);
            default -> Outcome.value(list(configuration));
        };
    }

    /** Returns the context that a word names. */
    static HubContext named(Word word, Configuration configuration) {
        Map<String, HubContext> contexts = configuration.contexts().all();
        HubContext context = contexts.get(word.text());
        if (context == null) {
            String hint = Suggestion.of(word.text(), contexts.keySet());
            throw ShellException.at(word.place(0), "there is no context '" + word.text() + "'")
                    .hint(hint != null ? hint : "context ls shows them; context add makes one");
        }
        return context;
    }

    /** Joins the hub at the prompt; elsewhere the first statement that needs it joins. */
    static void enter(@Nullable HubContext context, Configuration configuration, Session session) {
        boolean joins = session.hub().settings().observing();
        configuration.setup().enter(context, null, session);
        if (joins) {
            Network network = session.hub().network();
            session.io()
                    .display()
                    .say(
                            MessageLevel.NOTE,
                            "connected to " + network.identity().uri() + " as "
                                    + network.identity().ownName());
        }
    }

    private static void refuseStray(Arguments arguments, String action) {
        int most = action.equals("add") ? 3 : action.equals("ls") || action.equals("-") ? 1 : 2;
        if (arguments.operandCount() > most) {
            Word stray = arguments.operandWord(most);
            throw ShellException.at(stray.place(0), "expected no further word, found '" + stray.text() + "'")
                    .hint("usage: " + SYNTAX.usage());
        }
        for (Option option : SYNTAX.options()) {
            Word word = arguments.word(option.name());
            if (word != null && !action.equals("add")) {
                throw ShellException.at(word.place(0), option.name() + " is for context add");
            }
        }
    }

    private static Word name(Arguments arguments) {
        if (arguments.operandCount() < 2) {
            Word action = arguments.operandWord(0);
            throw ShellException.at(action.after(), "expected NAME").hint("context ls shows them");
        }
        return arguments.operandWord(1);
    }

    private static Outcome use(Word word, Configuration configuration, Session session) {
        if (word.text().equals("-")) {
            return back(configuration, session);
        }
        boolean none = word.text().equals(Identifiers.NO_CONTEXT);
        use(none ? null : named(word, configuration), configuration, session);
        return Outcome.NOTHING;
    }

    private static void use(@Nullable HubContext context, Configuration configuration, Session session) {
        String name = context == null ? Identifiers.NO_CONTEXT : context.name();
        String elsewhere = configuration.contexts().keepCurrent(name);
        session.io()
                .display()
                .say(
                        MessageLevel.NOTE,
                        context == null ? "no context is in use" : "using " + name + ": " + context.uri());
        if (elsewhere != null) {
            session.io()
                    .display()
                    .say(MessageLevel.WARNING, "later runs still use another hub, because of " + elsewhere);
        }
        enter(context, configuration, session);
    }

    private static Outcome back(Configuration configuration, Session session) {
        String previous = configuration.contexts().previous();
        if (previous == null) {
            throw new ShellException(Problem.USAGE, "no other context was in use before").hint("context ls shows them");
        }
        HubContext context = configuration.contexts().all().get(previous);
        use(context, configuration, session);
        return Outcome.NOTHING;
    }

    private static Outcome remove(Word word, Configuration configuration, Session session) {
        HubContext context = named(word, configuration);
        configuration.contexts().remove(context.name());
        session.memory().context().setNames(configuration.contexts().all().keySet());
        session.io().display().say(MessageLevel.NOTE, "context " + context.name() + " is forgotten");
        return Outcome.NOTHING;
    }

    private static Map<String, @Nullable Object> show(Arguments arguments, Configuration configuration) {
        if (arguments.operandCount() > 1) {
            return object(named(arguments.operandWord(1), configuration));
        }
        String current = configuration.contexts().current();
        HubContext context =
                current == null ? null : configuration.contexts().all().get(current);
        if (context == null) {
            throw new ShellException(Problem.USAGE, "no context is in use").hint("context use NAME; context ls");
        }
        return object(context);
    }

    private static Map<String, @Nullable Object> object(HubContext context) {
        Map<String, @Nullable Object> object = row(context);
        object.put("server_key", context.keys().serverKey());
        object.put("key", context.keys().ownKey());
        object.put("aliases", context.aliases());
        return object;
    }

    private static Map<String, @Nullable Object> row(HubContext context) {
        Duration timeout = context.timeout();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", context.name());
        row.put("uri", context.uri());
        row.put("timeout", timeout == null ? null : Durations.text(timeout));
        row.put("own_name", context.ownName());
        row.put("readonly", context.readonly());
        row.put("confirm", context.confirm());
        return row;
    }

    private static List<Map<String, @Nullable Object>> list(Configuration configuration) {
        String current = configuration.contexts().current();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (HubContext context : configuration.contexts().all().values()) {
            Map<String, @Nullable Object> row = row(context);
            row.put("in_use", context.name().equals(current));
            rows.add(row);
        }
        return rows;
    }
}
