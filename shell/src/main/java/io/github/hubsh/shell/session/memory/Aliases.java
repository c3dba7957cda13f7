package io.github.hubsh.shell.session.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words that stand for the beginning of a line. Thread-safe. */
public final class Aliases {
    // Mutable state, guarded by this
    private final Map<String, String> defined = new LinkedHashMap<>();
    private Map<String, String> configured = Map.of();

    /** Defines an alias; an empty line removes it. */
    public synchronized void define(String name, String line) {
        defined.put(name, line);
    }

    /** Returns a copy of all aliases: those of the files, and over them those defined in this session. */
    public synchronized Map<String, String> all() {
        if (defined.isEmpty()) {
            return configured;
        }
        Map<String, String> all = new LinkedHashMap<>(configured);
        all.putAll(defined);
        all.values().removeIf(String::isBlank);
        return all;
    }

    /** Returns a copy of the aliases that this session defined; an empty line is one that it removed. */
    public synchronized Map<String, String> defined() {
        return new LinkedHashMap<>(defined);
    }

    /** Replaces the aliases of the files and of the context. */
    public synchronized void configure(Map<String, String> lines) {
        configured = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
