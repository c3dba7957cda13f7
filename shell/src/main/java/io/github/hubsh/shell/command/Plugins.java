package io.github.hubsh.shell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists who is registered at the hub. */
public final class Plugins implements Verb {
    private static final Syntax SYNTAX = Syntax.of("plugins", Group.NETWORK, "who is registered at the hub")
            .flag("--ping", "measure the round trip to each; no value is no answer")
            .example("plugins")
            .example("plugins --ping")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = session.network();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String name : network.plugins()) {
            session.checkInterrupted();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", name);
            if (arguments.has("--ping")) {
                row.put(
                        "round_trip_ms",
                        roundTrip(network, name, session.settings().timeout()));
            }
            rows.add(row);
        }
        return Outcome.value(rows);
    }

    private static @Nullable Object roundTrip(Network network, String name, Duration timeout) {
        if (name.equals(network.ownName())) {
            return null;
        }
        try {
            return Ping.millis(network.ping(name, timeout));
        } catch (ShellException failed) {
            if (failed.problem() == Problem.TIMEOUT || failed.problem() == Problem.NO_SUCH_PLUGIN) {
                return null;
            }
            throw failed;
        }
    }
}
