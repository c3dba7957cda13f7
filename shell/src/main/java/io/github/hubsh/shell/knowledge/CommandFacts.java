package io.github.hubsh.shell.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen of one command. Guarded by its {@link Knowledge}. */
final class CommandFacts {
    final Map<String, ArgumentFacts> arguments = new TreeMap<>();

    // Mutable state
    @Nullable
    RememberedValue last;

    Instant lastTime = Instant.EPOCH;

    /** A lower bound of the number of answers without an error. */
    int answers;

    /** Whether any of them had data. */
    boolean gaveData;

    int length() {
        int length = last == null ? 0 : last.length();
        for (Map.Entry<String, ArgumentFacts> argument : arguments.entrySet()) {
            length += argument.getKey().length() + argument.getValue().length();
        }
        return length;
    }
}
