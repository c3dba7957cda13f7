package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code hub status} shows: a row for each hub of the network, and beside them what is between them. */
final class HubsOfNetwork {
    /** What a hub tells of the others, in the order in which it is shown. */
    private static final List<String> FACTS = List.of("plugins", "round_trip_ms", "silent_ms", "asked", "served");

    /** What is bad news if it is not 0. */
    private static final List<String> LOSSES =
            List.of("unsent", "missed", "lost", "disconnected", "refused", "rejected");

    private HubsOfNetwork() {}

    static Outcome show(Session session) {
        Network network = session.hub().network();
        HubReport report = network.peers().report();
        ClusterReport cluster = report == null ? null : report.cluster();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rows.add(here(session, network, cluster));
        if (report == null) {
            say(session, MessageLevel.NOTE, "this hub does not tell of others; hubs of hubsh do");
        } else if (cluster == null) {
            say(session, MessageLevel.NOTE, "this hub has joined no others; see help hub, --join");
        } else {
            cluster.hubs().forEach(hub -> rows.add(row(String.valueOf(hub.get("hub")), false, hub)));
            sayBetween(session, cluster);
        }
        return Outcome.value(rows);
    }

    private static Map<String, @Nullable Object> here(
            Session session, Network network, @Nullable ClusterReport cluster) {
        String name = network.identity().hubName();
        Duration roundTrip = network.ping(name, session.hub().settings().timeout());
        int elsewhere = cluster == null ? 0 : cluster.homes().size();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("plugins", (long) network.peers().plugins().size() - elsewhere);
        facts.put("round_trip_ms", Durations.inMillis(roundTrip));
        return row(name, true, facts);
    }

    private static Map<String, @Nullable Object> row(String name, boolean here, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("hub", name);
        row.put("here", here);
        for (String fact : FACTS) {
            Object value = facts.get(fact);
            row.put(fact, "".equals(value) ? null : value);
        }
        return row;
    }

    private static void sayBetween(Session session, ClusterReport cluster) {
        Object server = cluster.link().get("server");
        Object problem = cluster.link().get("problem");
        if (!cluster.joined()) {
            boolean isConnected = server != null && !"".equals(server);
            String unknown = isConnected ? "another hub there has its name" : "no server of NATS answers it";
            String why = problem == null ? unknown : String.valueOf(problem);
            say(session, MessageLevel.WARNING, "this hub is not in its network '" + cluster.name() + "': " + why);
            return;
        }
        List<String> losses = new ArrayList<>();
        for (String key : LOSSES) {
            if (cluster.link().get(key) instanceof Long count && count > 0) {
                losses.add(key + " " + count);
            }
        }
        if (problem != null) {
            say(session, MessageLevel.WARNING, String.valueOf(problem));
        }
        say(
                session,
                MessageLevel.NOTE,
                "network '" + cluster.name() + "' over " + server + ", which answers in "
                        + cluster.link().get("round_trip_ms") + " ms; "
                        + (losses.isEmpty() ? "nothing was lost" : String.join(", ", losses) + " since its start"));
    }

    private static void say(Session session, MessageLevel level, String text) {
        session.io().display().say(level, text);
    }
}
