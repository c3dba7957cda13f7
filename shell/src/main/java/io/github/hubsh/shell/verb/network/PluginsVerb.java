package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.Observations;
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
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists who is registered at the hub. */
public final class PluginsVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.PLUGINS, "list the plugins at the hub")
            .flag("--ping", "measure round trips; one that does not answer is stale")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each with --ping; default 1.5s")
            .flag("--shells", "name each other shell, also those that have ended")
            .option("--at", "HUB", Kind.TEXT, "only those at this hub of the cluster")
            .example("plugins")
            .example("plugins --ping")
            .detail("connected, since, in_flight: whether the plugin is connected, since when it is")
            .detail("or is not, and how many requests to it are without a reply, if the hub says so.")
            .detail("hub: where a plugin is, if the hub has joined others; --at shows those of one.")
            .detail("since and in_flight of plugins at other hubs are known there: --hub shows them.")
            .detail("last_seen: when it was heard last. A stale one hangs, is busy, or has died.")
            .detail("hubsh-*: other shells, at a hub that keeps names of those that have ended.")
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
        PluginLocations locations = PluginLocations.of(network.identity().hubName(), cluster);
        String own = network.identity().ownName();
        List<String> plugins = network.peers().plugins();
        boolean folds = report == null && !arguments.has("--shells");
        ShellNames shells = folds ? ShellNames.among(plugins, own) : ShellNames.NONE;
        List<String> all = locations.sorted(shells.folded(plugins));
        Word hub = arguments.word("--at");
        Set<String> asked = hub == null ? Set.copyOf(all) : locations.at(hub, all);
        Map<String, Duration> times =
                arguments.has("--ping") ? PingAll.of(pinged(all, asked), timeout(arguments, session), session) : null;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (String name : all) {
            boolean folded = name.equals(ShellNames.ROW);
            Map<String, @Nullable Object> row = folded ? row(shells, session) : row(name, locations, report, session);
            if (times != null) {
                addTime(row, times.get(name), folded || name.equals(own));
            }
            rows.add(row);
        }
        if (hub != null && asked.isEmpty()) {
            session.io().display().say(MessageLevel.NOTE, "no plugins at " + hub.text());
        }
        // Of all rows, so that the columns are there where no row is.
        List<?> table = Rows.withMoments(rows, "since", "last_seen");
        return Outcome.value(Rows.chosen(table, places(all, asked)));
    }

    private static Map<String, @Nullable Object> row(
            String name, PluginLocations locations, @Nullable HubReport report, Session session) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name);
        if (report != null && report.cluster() != null) {
            row.put("hub", locations.of(name));
        }
        if (report != null) {
            addPresence(row, report.plugins().get(name), locations.isConnected(name));
        }
        row.put("last_seen", lastSeen(Set.of(name), session));
        return row;
    }

    private static Map<String, @Nullable Object> row(ShellNames shells, Session session) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", ShellNames.ROW);
        row.put("shells", (long) shells.names().size());
        row.put("last_seen", lastSeen(shells.names(), session));
        return row;
    }

    private static List<String> pinged(List<String> all, Set<String> asked) {
        return all.stream()
                .filter(name -> asked.contains(name) && !name.equals(ShellNames.ROW))
                .toList();
    }

    private static int[] places(List<String> all, Set<String> chosen) {
        return IntStream.range(0, all.size())
                .filter(place -> chosen.contains(all.get(place)))
                .toArray();
    }

    private static Duration timeout(Arguments arguments, Session session) {
        Duration usual = session.hub().settings().timeout();
        Duration given = arguments.duration("--timeout");
        return given != null ? given : usual.compareTo(PingAll.DEFAULT_TIMEOUT) < 0 ? usual : PingAll.DEFAULT_TIMEOUT;
    }

    private static void addTime(Map<String, @Nullable Object> row, @Nullable Duration time, boolean unasked) {
        row.put("round_trip_ms", time == null ? null : Durations.inMillis(time));
        row.put("stale", unasked ? null : time == null);
    }

    private static void addPresence(
            Map<String, @Nullable Object> row, @Nullable PluginReport plugin, @Nullable Boolean elsewhere) {
        row.put("connected", plugin == null ? elsewhere : plugin.connected());
        row.put("since", plugin == null ? null : plugin.since());
        row.put("in_flight", plugin == null ? null : plugin.inFlight());
    }

    private static @Nullable String lastSeen(Set<String> names, Session session) {
        Observations seen = session.memory().catalog().observations();
        Instant last = null;
        for (String name : names) {
            Instant time = seen.lastSeen(name);
            last = last == null || (time != null && time.isAfter(last)) ? time : last;
        }
        return last == null ? null : last.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
