package io.github.hubsh.shell.knowledge;

import java.util.Map;
import java.util.TreeMap;

/** What is known of one plugin. Guarded by its {@link Knowledge}. */
final class PluginFacts {
    final Map<String, CommandFacts> seen = new TreeMap<>();

    // Mutable state
    Description described = Description.NOTHING;

    int length() {
        int length = described.length();
        for (Map.Entry<String, CommandFacts> command : seen.entrySet()) {
            length += command.getKey().length() + command.getValue().length();
        }
        return length;
    }
}
