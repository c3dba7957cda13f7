package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.AliasRule;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code context add}: a new context, or an old one with what is given changed. */
final class ContextChange {
    private final Arguments arguments;
    private final Configuration configuration;

    ContextChange(Arguments arguments, Configuration configuration) {
        this.arguments = arguments;
        this.configuration = configuration;
    }

    Outcome apply(Session session) {
        HubContext before = configuration.contexts().all().get(name().text());
        HubContext context = changed(before);
        configuration.contexts().put(context);
        session.memory().context().setNames(configuration.contexts().all().keySet());
        session.io()
                .display()
                .say(MessageLevel.NOTE, "context " + context.name() + ": " + context.uri() + guards(context));
        if (context.name().equals(configuration.contexts().current()) && !context.equals(before)) {
            ContextVerb.enter(context, configuration, session);
        }
        return Outcome.NOTHING;
    }

    private HubContext changed(@Nullable HubContext before) {
        String uri = uri(before);
        String ownName = arguments.text("--name");
        Duration timeout = arguments.duration("--timeout");
        return new HubContext(
                name().text(),
                uri,
                ownName != null || before == null ? ownName : before.ownName(),
                timeout != null || before == null ? timeout : before.timeout(),
                aliases(before),
                flag("--readonly", "--no-readonly", before != null && before.readonly()),
                flag("--confirm", "--no-confirm", before != null && before.confirm()),
                keys(before == null || arguments.has("--no-keys") ? HubKeys.NONE : before.keys()));
    }

    /** Files are kept by their whole paths: the next shell starts elsewhere. */
    private HubKeys keys(HubKeys before) {
        return new HubKeys(file("--server-key"), file("--key"), arguments.has("--insecure")).or(before);
    }

    private @Nullable String file(String option) {
        String path = arguments.text(option);
        return path == null ? null : Path.of(path).toAbsolutePath().toString();
    }

    private Word name() {
        if (arguments.operandCount() < 2) {
            throw ShellException.at(arguments.operandWord(0).after(), "expected NAME")
                    .hint("context add lab tcp://localhost:31000");
        }
        Word name = arguments.operandWord(1);
        if (!Identifiers.isContext(name.text())) {
            throw ShellException.at(name.place(0), "no context can be called '" + name.text() + "'")
                    .hint("letters and digits, and '-' '_' '.' between them; not '" + Identifiers.NO_CONTEXT + "'");
        }
        return name;
    }

    private String uri(@Nullable HubContext before) {
        if (arguments.operandCount() > 2) {
            return arguments.operand(2);
        }
        if (before == null) {
            throw ShellException.at(arguments.operandWord(1).after(), "expected URI")
                    .hint("context add " + name().text() + " tcp://localhost:31000");
        }
        return before.uri();
    }

    private boolean flag(String on, String off, boolean before) {
        Word refused = arguments.word(off);
        if (refused != null && arguments.has(on)) {
            throw ShellException.at(refused.place(0), "expected either " + on + " or " + off);
        }
        return arguments.has(on) || (before && refused == null);
    }

    private Map<String, String> aliases(@Nullable HubContext before) {
        Map<String, String> aliases = new LinkedHashMap<>(before == null ? Map.of() : before.aliases());
        for (Word word : arguments.all("--alias")) {
            int equals = word.text().indexOf('=');
            if (equals < 1) {
                throw ShellException.at(word.place(0), "expected WORD='LINE' for --alias, found '" + word + "'");
            }
            String name = word.text().substring(0, equals);
            String line = word.text().substring(equals + 1);
            String wrongName = AliasRule.wrongName(name);
            String wrong = wrongName != null ? wrongName : AliasRule.wrongLine(line, known(aliases));
            if (wrong != null) {
                throw ShellException.at(word.place(0), wrong).hint("help alias shows how they are written");
            }
            if (line.isBlank()) {
                aliases.remove(name);
            } else {
                aliases.put(name, line);
            }
        }
        return aliases;
    }

    private List<String> known(Map<String, String> aliases) {
        List<String> known = new ArrayList<>(configuration.aliases().keySet());
        known.addAll(aliases.keySet());
        return known;
    }

    private static String guards(HubContext context) {
        return (context.readonly() ? ", read-only" : "") + (context.confirm() ? ", with confirmation" : "");
    }
}
