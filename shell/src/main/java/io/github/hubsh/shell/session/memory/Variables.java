package io.github.hubsh.shell.session.memory;

import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.Identifiers;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a session, and the results of its statements. Thread-safe. */
public final class Variables {
    /** How many results are kept; of older ones only the number remains. */
    private static final int MAX_RESULTS = 100;

    private static final int MAX_VARIABLES = 10_000;

    // Mutable state, guarded by this
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final List<@Nullable Object> results = new ArrayList<>();
    private int forgotten;

    /** Keeps a result: {@code $_} from now on. */
    public synchronized void addResult(@Nullable Object value) {
        if (results.size() >= MAX_RESULTS) {
            results.remove(0);
            forgotten++;
        }
        results.add(kept(value));
    }

    /** Makes or changes a variable. */
    public synchronized void put(String name, @Nullable Object value) {
        if (variables.size() >= MAX_VARIABLES && !variables.containsKey(name)) {
            throw new ShellException(Problem.USAGE, "more than " + MAX_VARIABLES + " variables");
        }
        variables.put(name, kept(value));
    }

    /** Returns a copy of all variables, in the order made. */
    public synchronized Map<String, @Nullable Object> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Returns whether a variable or a kept result has that name. */
    public synchronized boolean has(String name) {
        return Identifiers.isResult(name) ? index(name) >= 0 : variables.containsKey(name);
    }

    /** Returns the variable's value, or the result's; {@code null} is one, so ask {@link #has} first. */
    public synchronized @Nullable Object get(String name) {
        int index = Identifiers.isResult(name) ? index(name) : -1;
        return index >= 0 ? results.get(index) : variables.get(name);
    }

    /**
     * Rows that a filter has let through are kept as the table that they still are. Most results need no such class.
     */
    private static @Nullable Object kept(@Nullable Object value) {
        return value instanceof List<?> ? Rows.handedOn(value) : value;
    }

    private int index(String name) {
        if (name.length() == 1) {
            return results.size() - 1;
        }
        int index = Counts.parse(name.substring(1)) - 1 - forgotten;
        return index < results.size() ? Math.max(-1, index) : -1;
    }
}
