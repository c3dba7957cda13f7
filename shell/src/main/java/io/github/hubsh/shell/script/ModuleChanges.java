package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds out when modules change: it compares their times and sizes, which works on every file system. Reports and
 * snapshots, which a run of tests writes itself, are no modules. For one thread.
 */
final class ModuleChanges {
    private static final long INTERVAL_MILLIS = 300;

    private final Supplier<List<Path>> modules;

    // Mutable state
    private Map<Path, State> known;

    /** Takes what there is now as known. */
    ModuleChanges(Supplier<List<Path>> modules) {
        this.modules = modules;
        this.known = states();
    }

    private record State(long modified, long size) {}

    /** Returns whether something has changed since this was asked last, or since the beginning. */
    boolean seen() {
        Map<Path, State> now = states();
        boolean changed = !now.equals(known);
        known = now;
        return changed;
    }

    /** Waits until something has changed. */
    void await() {
        while (!seen()) {
            // Polled: not every file system, nor every editor, gives the events of a watch.
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped watching the files").hint("");
        }
    }

    private Map<Path, State> states() {
        Map<Path, State> states = new HashMap<>();
        for (Path module : modules.get()) {
            try {
                states.put(module, new State(Files.getLastModifiedTime(module).toMillis(), Files.size(module)));
            } catch (IOException gone) {
                // It is not there any more, which is a change as well.
            }
        }
        return states;
    }
}
