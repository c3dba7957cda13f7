package io.github.hubsh.shell.verb.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of other shells at a hub that does not say who is connected: such a hub keeps the names of those that have
 * ended, which would stand between the plugins.
 *
 * @param names those that one row stands for
 */
record ShellNames(Set<String> names) {
    /** What the row is called. */
    static final String ROW = "hubsh-*";

    static final ShellNames NONE = new ShellNames(Set.of());

    private static final String PREFIX = "hubsh-";
    private static final int MIN_FOLDED = 2;

    /** @param own the name of this shell, which keeps a row of its own */
    static ShellNames among(List<String> plugins, String own) {
        List<String> shells = plugins.stream()
                .filter(name -> name.startsWith(PREFIX) && !name.equals(own))
                .toList();
        return shells.size() < MIN_FOLDED ? NONE : new ShellNames(Set.copyOf(shells));
    }

    /** Returns the plugins with one row for these. */
    List<String> folded(List<String> plugins) {
        if (names.isEmpty()) {
            return plugins;
        }
        List<String> folded = new ArrayList<>(plugins);
        folded.removeIf(names::contains);
        folded.add(ROW);
        return folded;
    }
}
