package io.github.hubsh.shell.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened beside the messages: broadcasts that were missed, a hub that was lost or is back.
 *
 * @param facts as {@code tail --jsonl} writes them; {@code event} is the kind
 */
public record RecordedEvent(Instant time, Duration since, Map<String, @Nullable Object> facts) implements RecordedLine {
    /** The event of broadcasts that were missed. */
    public static final String MISSED = "missed";

    /** The event of another recording that begins in the same file; its facts are those of the header. */
    public static final String STARTED = "started";

    public String kind() {
        return String.valueOf(facts.get("event"));
    }

    /** Returns how many broadcasts were missed; 0 where that is not known, and for other events. */
    public long missed() {
        return kind().equals(MISSED) && facts.get("count") instanceof Long count ? count : 0;
    }
}
