package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Traffic;
import io.github.hubsh.shell.session.result.LastValue;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows where we are: the hub, our name, the round trip, the traffic. */
public final class StatusVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.STATUS, "hub, our name, round trip, traffic")
            .flag("--last", "the last value that was seen of each command")
            .flag("--refused", "which peers the hub refused, and why; the newest last")
            .example("status")
            .example("status --last")
            .detail("broadcasts_missed: broadcasts that this shell listened to and did not get,")
            .detail("because it or the hub dropped them. hub_broadcasts_lost: those that the hub")
            .detail("dropped, for all its listeners.")
            .detail("hub_dropped: messages that the hub could neither pass on nor answer.")
            .detail("hub_refused: requests that it answered with an error itself. hub_lost: what")
            .detail("did not reach its plugin, or was without a reply when that went. losses: the")
            .detail("same per plugin, where there are any. hub_disconnected: peers that did not")
            .detail("read. Not every hub tells these.")
            .detail("cluster_hubs: the other hubs of a hub that has joined some, their round trips,")
            .detail("and requests under way there (asked) and from there (served). cluster_link: the")
            .detail("server of NATS between them, and what was lost on the way.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Network network = session.hub().network();
        if (arguments.has("--last")) {
            return Outcome.value(Rows.withMoments(lastValues(session), "time"));
        }
        if (arguments.has("--refused")) {
            return refused(network);
        }
        Duration roundTrip = network.ping(
                network.identity().hubName(), session.hub().settings().timeout());
        Traffic traffic = network.traffic();
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("hub", network.identity().uri());
        status.put("hub_name", network.identity().hubName());
        status.put("name", network.identity().ownName());
        status.put("plugins", (long) network.peers().plugins().size());
        status.put("round_trip_ms", Durations.inMillis(roundTrip));
        status.put("sent", traffic.sent());
        status.put("received", traffic.received());
        status.put("broadcasts", traffic.broadcasts());
        status.put("broadcasts_missed", traffic.missed());
        HubReport report = network.peers().report();
        if (report != null) {
            addLosses(status, report);
            addCluster(status, report.cluster());
        }
        return Outcome.value(status);
    }

    private static void addCluster(Map<String, @Nullable Object> status, @Nullable ClusterReport cluster) {
        if (cluster != null) {
            status.put("cluster", cluster.name());
            status.put("cluster_joined", cluster.joined());
            status.put("cluster_hubs", cluster.hubs());
            status.put("cluster_link", cluster.link());
        }
    }

    private static void addLosses(Map<String, @Nullable Object> status, HubReport report) {
        status.put("hub_dropped", report.losses().dropped());
        status.put("hub_refused", report.losses().refused());
        status.put("hub_lost", report.losses().lost());
        status.put("hub_broadcasts_lost", report.broadcastsLost());
        status.put("hub_disconnected", report.disconnected());
        if (!report.refusals().security().isEmpty()) {
            status.put("security", report.refusals().security().equals("curve") ? "curve" : "none");
        }
        status.put("hub_memory", report.memory().used());
        status.put("hub_memory_limit", report.memory().limit());
        status.put("losses", report.pluginLosses());
    }

    private static Outcome refused(Network network) {
        HubReport report = network.peers().report();
        if (report == null || report.refusals().security().isEmpty()) {
            throw new ShellException(Problem.NO_SUCH_COMMAND, "this hub does not say which peers it refused")
                    .hint("hubs of hubsh do; others write it to their log");
        }
        List<Map<String, @Nullable Object>> peers = report.refusals().peers();
        return Outcome.value(peers.isEmpty() ? List.of() : Rows.withMoments(peers, "time"));
    }

    private static List<Map<String, @Nullable Object>> lastValues(Session session) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (LastValue last : session.memory().catalog().observations().lastValues()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("plugin", last.plugin());
            row.put("command", last.command());
            row.put("time", last.time().truncatedTo(ChronoUnit.SECONDS).toString());
            row.put("value", last.value());
            rows.add(row);
        }
        if (rows.isEmpty()) {
            session.io()
                    .display()
                    .say(MessageLevel.NOTE, "no values were seen yet: broadcasts and your requests bring them");
        }
        return rows;
    }
}
