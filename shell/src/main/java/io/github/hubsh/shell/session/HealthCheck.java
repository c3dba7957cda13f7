package io.github.hubsh.shell.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code doctor} looked at.
 *
 * @param value what it found
 * @param remedy what to do; empty where all is well
 */
public record HealthCheck(String name, String value, State state, String remedy) {
    /** How it is. */
    public enum State {
        OK("ok"),
        WARNING("warning"),
        BROKEN("broken");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    public static HealthCheck ok(String name, String value) {
        return new HealthCheck(name, value, State.OK, "");
    }

    /** Returns a warning unless {@code good}: something works less well than it could. */
    public static HealthCheck warningUnless(boolean good, String name, String value, String remedy) {
        return good ? ok(name, value) : new HealthCheck(name, value, State.WARNING, remedy);
    }

    public Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("check", name);
        row.put("state", state.word);
        row.put("value", value);
        row.put("remedy", remedy);
        return row;
    }
}
