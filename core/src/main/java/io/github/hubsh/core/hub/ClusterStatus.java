package io.github.hubsh.core.hub;

import io.github.hubsh.core.cluster.LinkStatus;
import io.github.hubsh.core.protocol.cluster.ClusterCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a hub knows of its cluster.
 *
 * @param name the cluster's name
 * @param joined whether this hub is one of it now
 * @param hubs the others
 * @param plugins of other hubs, with the names of those
 * @param away those of them that are not connected to their hubs
 * @param link the connection to NATS
 * @param counts what was lost, and mended
 */
public record ClusterStatus(
        String name,
        boolean joined,
        List<ClusterHub> hubs,
        Map<String, String> plugins,
        List<String> away,
        LinkStatus link,
        ClusterCounts counts) {

    /**
     * Another hub of the cluster.
     *
     * @param plugins how many it has
     * @param silentMillis how long ago it has said something
     * @param roundTripNanos how long a message to it and back takes; negative if it is not known yet
     * @param asked how many requests of plugins here are under way there
     * @param served how many requests of its plugins are under way here
     */
    public record ClusterHub(String name, int plugins, long silentMillis, long roundTripNanos, int asked, int served) {
        private Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("plugins", (long) plugins);
            row.put("silent_ms", silentMillis);
            row.put("round_trip_ms", millis(roundTripNanos));
            row.put("asked", (long) asked);
            row.put("served", (long) served);
            return row;
        }
    }

    Map<String, Object> row() {
        Map<String, Object> others = new TreeMap<>();
        hubs.forEach(hub -> others.put(hub.name(), hub.row()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("joined", joined);
        row.put("hubs", others);
        row.put("plugins", new TreeMap<>(plugins));
        row.put("away", away);
        row.put("link", linkRow());
        return row;
    }

    /** Returns the server of NATS that this hub is connected to, or an empty text. */
    public String server() {
        return link.server();
    }

    /** Returns what keeps this hub from a server, or what the server keeps from it; or an empty text. */
    public String problem() {
        return link.problem();
    }

    /** Returns how long a message to that server and back takes, in nanoseconds; negative if it is not known. */
    public long serverRoundTripNanos() {
        return link.roundTrip();
    }

    /** Returns what has passed between the hubs, and what has not, since this one's start: in a fixed order. */
    public Map<String, Long> traffic() {
        Map<String, Long> row = new LinkedHashMap<>();
        row.put("sent", link.sent());
        row.put("received", link.received());
        row.put("unsent", link.unsent());
        row.put("missed", link.missed());
        row.put("disconnected", link.disconnected());
        row.put("repaired", counts.repaired());
        row.put("lost", counts.lost());
        row.put("duplicates", counts.duplicates());
        row.put("refused", counts.refused());
        row.put("rejected", link.rejected());
        return row;
    }

    private Map<String, Object> linkRow() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("server", link.server());
        if (!link.problem().isEmpty()) {
            row.put("problem", link.problem());
        }
        row.put("round_trip_ms", millis(link.roundTrip()));
        row.putAll(traffic());
        return row;
    }

    /** Microseconds are as good as it gets. */
    private static Object millis(long nanos) {
        return nanos < 0 ? "" : Math.round(nanos / 1000.0) / 1000.0;
    }
}
