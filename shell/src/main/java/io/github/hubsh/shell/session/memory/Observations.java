package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session has seen on the network since it joined, and what earlier ones have kept. May be read from any thread.
 */
public interface Observations {
    /** Returns what each command answered last, sorted by plugin and command. */
    List<LastValue> lastValues();

    /** Returns whether a command has answered several times, and never with data. */
    boolean answersNothing(String plugin, String command);

    /** Returns when something of a plugin was heard last, or {@code null} where it never was. */
    @Nullable
    Instant lastSeen(String plugin);
}
