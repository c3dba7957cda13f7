package io.github.hubsh.shell.recording.save;

import io.github.hubsh.shell.word.Identifiers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names for variables of the shell: each is given once. For one thread. */
final class HubshNames {
    // Mutable state
    private final Set<String> taken = new HashSet<>(Set.of("args"));

    /** Leaves a name that is given already to what has it. */
    void take(@Nullable String name) {
        if (name != null) {
            taken.add(name);
        }
    }

    /** Returns a name for a value: {@code experiment_id} for {@code experimentId}. */
    String value(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        String wanted = Identifiers.isVariable(words) ? words : "value";
        String free = wanted;
        for (int number = 2; !taken.add(free); number++) {
            free = wanted + number;
        }
        return free;
    }
}
