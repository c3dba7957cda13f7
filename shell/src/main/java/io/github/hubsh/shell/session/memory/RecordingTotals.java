package io.github.hubsh.shell.session.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a recording is.
 *
 * @param file as it was named; further ones have a number
 * @param files how many there are
 * @param messages that are in the files
 * @param missed broadcasts that are known to be missing between them
 * @param age how long it has run
 */
public record RecordingTotals(String file, int files, long messages, long missed, Duration age) {
    /** Returns the sentence that says it to a person. */
    public String text() {
        long seconds = age.toSeconds();
        String time = seconds < 120
                ? seconds + " s"
                : seconds < 7_200 ? seconds / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
        String name = files > 1 ? file + " and " + (files - 1) + " more" : file;
        String lost = missed > 0 ? String.format(Locale.ROOT, ", %,d missed", missed) : "";
        return String.format(
                Locale.ROOT, "%s: %,d message%s in %s%s", name, messages, messages == 1 ? "" : "s", time, lost);
    }

    /** Returns it as data. */
    public Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("file", file);
        facts.put("files", (long) files);
        facts.put("messages", messages);
        facts.put("missed", missed);
        facts.put("seconds", age.toMillis() / 1000.0);
        return facts;
    }
}
