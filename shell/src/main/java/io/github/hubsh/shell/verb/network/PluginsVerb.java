package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.PluginReport;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
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
            .option("--at", "HUB", Kind.TEXT, "only those at this hub of the cluster")
            .example("plugins")
            .example("plugins --ping")
            .detail("connected, since, in_flight: whether the plugin is connected, since when it is")
            .detail("or is not, and how many requests to it are without a reply, if the hub says so.")
            .detail("hub: where a plugin is, if the hub has joined others; --at shows those of one.")
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
        HubReport report = network.peers().report();
        ClusterReport cluster = report == null ? null : report.cluster();
        Homes homes = new Homes(network.identity().hubName(), cluster == null ? Map.of() : cluster.homes());
        List<String> names = at(arguments.text("--at"), homes, network.peers().plugins());
        boolean measures = arguments.has("--ping");
        Map<String, Duration> times = measures ? PingAll.of(names, session) : Map.of();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String name : names) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", name);
            if (cluster != null) {
                row.put("hub", homes.of(name));
            }
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

    /** Which hub each plugin is at. */
    private record Homes(String here, Map<String, String> elsewhere) {
        String of(String plugin) {
            return elsewhere.getOrDefault(plugin, here);
        }
    }

    private static List<String> at(@Nullable String hub, Homes homes, List<String> plugins) {
        if (hub == null) {
            return plugins;
        }
        List<String> found =
                plugins.stream().filter(plugin -> homes.of(plugin).equals(hub)).toList();
        if (found.isEmpty()) {
            throw new ShellException(Problem.NO_SUCH_PLUGIN, "no plugins at a hub '" + hub + "'")
                    .hint("status shows the hubs of the cluster");
        }
        return found;
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
