package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubReport;
import io.github.hubsh.shell.session.HubReport.PluginReport;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Rows;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists who is registered at the hub. */
public final class PluginsVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.PLUGINS, "list the plugins at the hub")
            .flag("--ping", "measure round trips; one that does not answer is stale")
            .example("plugins")
            .example("plugins --ping")
            .detail("connected, since, in_flight: whether the plugin is connected, since when it is")
            .detail("or is not, and how many requests to it are without a reply, if the hub says so.")
            .detail("last_seen: when a plugin was heard last, in a broadcast or answering us. One")
            .detail("that is stale is registered and silent: it hangs, is busy, or has died.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = session.hub().network();
        List<String> names = network.peers().plugins();
        HubReport report = network.peers().report();
        boolean measures = arguments.has("--ping");
        Map<String, Duration> times = measures ? PingAll.of(names, session) : Map.of();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String name : names) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", name);
            if (report != null) {
                addPresence(row, report.plugins().get(name));
            }
            row.put(
                    "last_seen",
                    lastSeen(session.memory().catalog().observations().lastSeen(name)));
            if (measures) {
                boolean own = name.equals(network.identity().ownName());
                Duration time = times.get(name);
                row.put("round_trip_ms", time == null ? null : Durations.inMillis(time));
                row.put("stale", own ? null : time == null);
            }
            rows.add(row);
        }
        return Outcome.value(Rows.withMoments(rows, "since", "last_seen"));
    }

    private static void addPresence(Map<String, @Nullable Object> row, @Nullable PluginReport plugin) {
        row.put("connected", plugin == null ? null : plugin.connected());
        row.put("since", plugin == null ? null : plugin.since());
        row.put("in_flight", plugin == null ? null : plugin.inFlight());
    }

    private static @Nullable String lastSeen(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
