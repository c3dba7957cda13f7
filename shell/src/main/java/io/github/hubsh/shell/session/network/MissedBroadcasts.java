package io.github.hubsh.shell.session.network;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Broadcasts that a listener did not get.
 *
 * @param inShell how many this shell has dropped, because they came faster than the listener took them
 * @param atHub how many the hub has dropped, because this shell did not read quickly enough
 * @param gaps how often the hub has closed the connection for that reason: each time an unknown number is lost
 */
public record MissedBroadcasts(long inShell, long atHub, int gaps) {
    public static final MissedBroadcasts NONE = new MissedBroadcasts(0, 0, 0);

    public boolean areNone() {
        return count() == 0 && gaps == 0;
    }

    /** Returns how many there are; those of a gap are not counted. */
    public long count() {
        return inShell + atHub;
    }

    /** Returns the sentences that say it to a person who looks at broadcasts. */
    public List<String> sentences() {
        return sentences("shown");
    }

    /**
     * Returns the sentences that say it to a person.
     *
     * @param done what happens to others: {@code recorded}
     */
    public List<String> sentences(String done) {
        List<String> sentences = new ArrayList<>();
        if (inShell > 0) {
            sentences.add(String.format(
                    Locale.ROOT, "%,d broadcasts are not %s: they came too fast, or cannot be read", inShell, done));
        }
        if (atHub > 0) {
            sentences.add(String.format(
                    Locale.ROOT, "the hub dropped %,d broadcasts: this shell did not read quickly enough", atHub));
        }
        if (gaps > 0) {
            sentences.add("the hub closed the connection that broadcasts come on, and some are lost");
        }
        return sentences;
    }

    /** Returns an object for each place where some were lost; a count of {@code null} is not known. */
    public List<Map<String, @Nullable Object>> facts(Instant now) {
        List<Map<String, @Nullable Object>> facts = new ArrayList<>();
        if (inShell > 0) {
            facts.add(fact(now, "shell", inShell));
        }
        if (atHub > 0) {
            facts.add(fact(now, "hub", atHub));
        }
        if (gaps > 0) {
            facts.add(fact(now, "hub", null));
        }
        return facts;
    }

    private static Map<String, @Nullable Object> fact(Instant now, String by, @Nullable Long count) {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        fact.put("time", now.truncatedTo(ChronoUnit.MILLIS).toString());
        fact.put("event", "missed");
        fact.put("count", count);
        fact.put("by", by);
        return fact;
    }
}
