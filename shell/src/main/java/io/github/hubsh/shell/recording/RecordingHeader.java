package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a recording.
 *
 * @param start when it began; the {@code since} of every line counts from there
 * @param hub the query URI of the hub
 * @param hubName the hub's own name
 * @param versions of the programs that made it, by name
 * @param filters options and operands that chose the broadcasts, by name; empty for everything
 * @param part 1, or the number of this file among those of one recording
 */
public record RecordingHeader(
        Instant start,
        String hub,
        String hubName,
        Map<String, String> versions,
        Map<String, String> filters,
        int part) {
    /** The version of the format, and the key that tells a recording from other files. */
    static final long FORMAT = 1;

    static final String FORMAT_KEY = "hubsh_recording";

    /** Returns the header of the next file of the same recording. */
    public RecordingHeader nextPart() {
        return new RecordingHeader(start, hub, hubName, versions, filters, part + 1);
    }

    /** Returns the line, without its end. */
    public String line() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put(FORMAT_KEY, FORMAT);
        facts.put("start", start.toString());
        facts.put("hub", hub);
        facts.put("hub_name", hubName);
        facts.put("versions", versions);
        facts.put("filters", filters);
        facts.put("part", (long) part);
        return Json.write(facts);
    }

    /** Returns the header that an object stands for, or {@code null} if that is another kind of line. */
    static @Nullable RecordingHeader of(Map<?, ?> facts) {
        if (!(facts.get(FORMAT_KEY) instanceof Long)) {
            return null;
        }
        try {
            return new RecordingHeader(
                    Instant.parse(text(facts.get("start"))),
                    text(facts.get("hub")),
                    text(facts.get("hub_name")),
                    texts(facts.get("versions")),
                    texts(facts.get("filters")),
                    facts.get("part") instanceof Long number ? Math.toIntExact(number) : 1);
        } catch (DateTimeException | ArithmeticException wrong) {
            return null;
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> texts.put(String.valueOf(key), text(each)));
        }
        return texts;
    }
}
