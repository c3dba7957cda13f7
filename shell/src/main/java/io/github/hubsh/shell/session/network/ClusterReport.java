package io.github.hubsh.shell.session.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hub tells of the hubs that it is one network with.
 *
 * @param name the network's name
 * @param joined whether the hub is one of it now
 * @param hubs a row for each of the others
 * @param homes the plugins of other hubs, with the names of those
 * @param away those of them that are not connected to their hubs
 * @param link what is between them
 */
public record ClusterReport(
        String name,
        boolean joined,
        List<Map<String, @Nullable Object>> hubs,
        Map<String, String> homes,
        Set<String> away,
        Map<String, @Nullable Object> link) {
    public ClusterReport {
        hubs = List.copyOf(hubs);
        homes = Map.copyOf(homes);
        away = Set.copyOf(away);
        link = Collections.unmodifiableMap(new LinkedHashMap<>(link));
    }
}
