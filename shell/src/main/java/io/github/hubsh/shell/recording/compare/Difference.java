package io.github.hubsh.shell.recording.compare;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.ConstructorText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a reply that is not as it was recorded.
 *
 * @param path where in the result
 */
public record Difference(
        ValuePath path,
        Kind kind,
        @Nullable Object recorded,
        @Nullable Object now) {
    private static final int MAX_TEXT_LENGTH = 200;

    /** How it differs. */
    public enum Kind {
        CHANGED("changed"),
        /** It was recorded, and is not there now. */
        MISSING("missing"),
        /** It is there now, and was not recorded. */
        ADDED("added"),
        /** One of both is an error, or both are others; they are texts then, or the results. */
        ERROR("error");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Returns the path as {@code --ignore} takes it. */
    public String where() {
        return path.isRoot() ? "." : path.text();
    }

    /** Returns the recorded part as people read it. */
    public String recordedText() {
        return kind == Kind.ADDED ? "(none)" : text(recorded);
    }

    /** Returns the new part as people read it. */
    public String nowText() {
        return kind == Kind.MISSING ? "(none)" : text(now);
    }

    /** Returns what programs get. */
    public Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("path", where());
        facts.put("kind", kind.word());
        if (kind != Kind.ADDED) {
            facts.put("recorded", recorded);
        }
        if (kind != Kind.MISSING) {
            facts.put("now", now);
        }
        return facts;
    }

    /** A tuple and a list are the same as JSON, and so are a text and a UUID. */
    private static String text(@Nullable Object value) {
        String typed =
                value instanceof BoundedList ? "deque(" + Json.displayInside(value) + ")" : ConstructorText.of(value);
        String text = typed == null ? Json.displayInside(value) : typed;
        return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH) + "…";
    }
}
