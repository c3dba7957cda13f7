package io.github.hubsh.shell.session.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a hub tells about its plugins and about itself.
 *
 * @param plugins by name, in order of registration
 * @param broadcastsLost not sent to subscribers that do not keep up
 * @param disconnected connections that it has closed because their peers did not read, or held too much
 * @param memory of messages that are under way or wait for a peer
 * @param refusals which peers it has not let in, or not let do what they wanted
 * @param cluster what it tells of its cluster; {@code null} if it has joined none
 */
public record HubReport(
        Map<String, PluginReport> plugins,
        Losses losses,
        long broadcastsLost,
        long disconnected,
        Memory memory,
        Refusals refusals,
        @Nullable ClusterReport cluster) {
    /** The report of a hub that tells of no refusals, and has joined no cluster. */
    public HubReport(
            Map<String, PluginReport> plugins, Losses losses, long broadcastsLost, long disconnected, Memory memory) {
        this(plugins, losses, broadcastsLost, disconnected, memory, new Refusals("", List.of()), null);
    }

    /**
     * What became of those without the right keys.
     *
     * @param security {@code curve}, {@code null}, or empty if the hub does not tell
     * @param peers the last of them, as the hub tells
     */
    public record Refusals(String security, List<Map<String, @Nullable Object>> peers) {}

    /**
     * Memory, in bytes.
     *
     * @param limit 0 if the hub tells none
     */
    public record Memory(long used, long limit) {}

    /**
     * What a hub tells about one plugin.
     *
     * @param connected {@code null} if the hub does not see that
     * @param since since when it is connected, or since when it is not, as text
     * @param inFlight how many requests to it are without a reply
     */
    public record PluginReport(
            @Nullable Boolean connected, @Nullable String since, long inFlight, Losses losses) {}

    /**
     * What became of messages that did not arrive.
     *
     * @param dropped neither passed on nor answered
     * @param refused answered with an error by the hub, in the place of the target
     * @param lost did not reach the plugin, or were without a reply when it went
     */
    public record Losses(long dropped, long refused, long lost) {
        public boolean areNone() {
            return dropped == 0 && refused == 0 && lost == 0;
        }
    }

    /** Returns a row for each plugin that has lost something. */
    public List<Map<String, Object>> pluginLosses() {
        List<Map<String, Object>> rows = new ArrayList<>();
        plugins.forEach((name, plugin) -> {
            if (!plugin.losses().areNone()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("plugin", name);
                row.put("dropped", plugin.losses().dropped());
                row.put("refused", plugin.losses().refused());
                row.put("lost", plugin.losses().lost());
                rows.add(row);
            }
        });
        return rows;
    }
}
