package io.github.hubsh.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the commands that are known, and where the knowledge comes from. */
public final class Commands implements Verb {
    private static final Syntax SYNTAX = Syntax.of("commands", Group.NETWORK, "commands that are known")
            .optional("TARGET", Kind.PLUGIN)
            .example("commands")
            .example("commands plugin_a")
            .detail("Known is what broadcasts and requests of ours have shown so far.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String target = arguments.optionalOperand(0);
        List<String> plugins =
                target != null ? List.of(target) : session.network().plugins();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String plugin : plugins) {
            for (String command : session.names().commands(plugin)) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("plugin", plugin);
                row.put("command", command);
                row.put("known_from", "seen");
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            session.display().note("no commands are known yet: tail and your own requests teach them");
        }
        return Outcome.value(rows);
    }
}
