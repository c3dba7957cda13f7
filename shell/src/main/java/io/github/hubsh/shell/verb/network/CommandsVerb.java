package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the commands that are known, and where the knowledge comes from. */
public final class CommandsVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.COMMANDS, "commands that are known")
            .optional("TARGET", Kind.PLUGIN)
            .example("commands")
            .example("commands plugin_a")
            .detail("It knows what plugins describe; else what they declare; else what was seen.")
            .detail("It asks the plugin, or all of them for at most 2 s; of one that does")
            .detail("not answer it shows what is remembered.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        List<String> plugins = arguments.optionalOperand(0) != null
                ? List.of(TargetResolver.inquire(arguments.operandWord(0), session))
                : inquireAll(session.hub().network());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String plugin : plugins) {
            for (String command : session.memory().catalog().commands(plugin)) {
                rows.add(row(plugin, command, session.memory().catalog()));
            }
        }
        if (rows.isEmpty()) {
            session.io()
                    .display()
                    .say(
                            MessageLevel.NOTE,
                            "no commands are known yet: no plugin describes its own; requests and broadcasts show them");
        }
        return Outcome.value(rows);
    }

    private static List<String> inquireAll(Network network) {
        List<String> plugins = network.peers().plugins();
        List<String> others = new ArrayList<>(plugins);
        others.remove(network.identity().ownName());
        DescribeAll.within(DescribeAll.DEFAULT_TIMEOUT, others, network.peers());
        return plugins;
    }

    private static Map<String, @Nullable Object> row(String plugin, String command, Catalog names) {
        KnownCommand known = names.command(plugin, command);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("plugin", plugin);
        row.put("command", command);
        row.put("known_from", (known == null ? KnowledgeOrigin.SEEN : known.origin()).word());
        row.put("documentation", known == null || known.documentation().isEmpty() ? null : known.documentation());
        return row;
    }
}
