package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.network.ClusterReport;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which hub each plugin is at. */
record PluginLocations(String here, Map<String, String> elsewhere, Set<String> away, Set<String> hubs) {
    static PluginLocations of(String here, @Nullable ClusterReport cluster) {
        Set<String> hubs = new TreeSet<>(Set.of(here));
        if (cluster == null) {
            return new PluginLocations(here, Map.of(), Set.of(), hubs);
        }
        cluster.hubs().forEach(hub -> hubs.add(String.valueOf(hub.get("hub"))));
        hubs.addAll(cluster.homes().values());
        return new PluginLocations(here, cluster.homes(), cluster.away(), hubs);
    }

    String of(String plugin) {
        return elsewhere.getOrDefault(plugin, here);
    }

    /** Whether a plugin of another hub is connected there; {@code null} for one of this hub. */
    @Nullable
    Boolean isConnected(String plugin) {
        return elsewhere.containsKey(plugin) ? !away.contains(plugin) : null;
    }

    /** Returns those of this hub as they came, then those of each other hub by name. */
    List<String> sorted(List<String> plugins) {
        Comparator<String> byHub = Comparator.comparing((String plugin) -> elsewhere.getOrDefault(plugin, ""));
        return plugins.stream()
                .sorted(byHub.thenComparing(plugin -> elsewhere.containsKey(plugin) ? plugin : ""))
                .toList();
    }

    Set<String> at(Word hub, List<String> plugins) {
        String name = hub.text();
        if (!hubs.contains(name)) {
            String meant = Suggestion.of(name, hubs);
            throw new ShellException(Problem.NO_SUCH_PLUGIN, "there is no hub '" + name + "' in this network")
                    .pointing(hub.place(0))
                    .hint(meant == null ? "hub status shows the hubs" : meant);
        }
        return plugins.stream().filter(plugin -> of(plugin).equals(name)).collect(Collectors.toSet());
    }
}
