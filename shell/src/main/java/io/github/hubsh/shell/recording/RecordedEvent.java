package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.network.HubEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened beside the messages: broadcasts that were missed, a hub that was lost or is back.
 *
 * @param facts as {@code tail --jsonl} writes them; {@code event} is the kind
 * @param line all of it, as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nothing writes to it
public record RecordedEvent(Instant time, Duration since, Map<String, @Nullable Object> facts, byte[] line)
        implements RecordedLine {
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

    /** Returns the object that {@code tail --jsonl} has shown. */
    public Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("time", time.toString());
        shown.put("event", kind());
        facts.forEach((key, value) -> {
            if (!key.equals(LineWriter.SINCE) && !key.equals(RecordingHeader.FORMAT_KEY)) {
                shown.putIfAbsent(key, value);
            }
        });
        return shown;
    }

    /** Returns the sentence that says it to a person. */
    public String sentence() {
        return switch (kind()) {
            case MISSED -> missing(missed());
            case STARTED -> "the recording was continued";
            case HubEvent.LOST_EVENT -> "the hub was lost";
            case HubEvent.BACK_EVENT -> "the hub was back";
            default -> kind();
        };
    }

    private static String missing(long count) {
        if (count == 0) {
            return "some broadcasts are missing";
        }
        return count == 1 ? "1 broadcast is missing" : String.format(Locale.ROOT, "%,d broadcasts are missing", count);
    }
}
