package io.github.hubsh.shell.verb.observe;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What {@code top} knows of one command of one plugin. For one thread. */
final class CommandStatistics {
    static final Comparator<CommandStatistics> BUSIEST_FIRST = Comparator.<CommandStatistics>comparingLong(
                    load -> load.recent)
            .thenComparingLong(load -> load.messages)
            .reversed();

    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(2);

    // Mutable state
    private Histogram times = new Histogram(MAX_MICROS, 2);
    private Histogram olderTimes = new Histogram(MAX_MICROS, 2);
    private long recent;
    private long messages;
    private long errors;
    private long unanswered;
    private int waiting;

    long recent() {
        return recent;
    }

    void requested() {
        recent++;
        messages++;
        waiting++;
    }

    /** Takes a reply; the time is {@code null} where the request was not heard. */
    void replied(@Nullable Duration time, boolean failed) {
        recent++;
        messages++;
        errors += failed ? 1 : 0;
        if (time != null) {
            waiting--;
            times.recordValue(Math.max(0, Math.min(MAX_MICROS, time.toNanos() / 1000)));
        }
    }

    /** A request was not answered in time, and is no longer waited for. */
    void givenUp() {
        waiting--;
        unanswered++;
    }

    /**
     * Starts to count from zero again.
     *
     * @param generation whether the older reply times are forgotten, and the present ones become the older ones
     */
    void restart(boolean generation) {
        recent = 0;
        if (generation) {
            Histogram forgotten = olderTimes;
            olderTimes = times;
            times = forgotten;
            times.reset();
        }
    }

    void put(Map<String, @Nullable Object> row) {
        Histogram both = olderTimes.copy();
        both.add(times);
        boolean any = both.getTotalCount() > 0;
        row.put("p50_ms", any ? millis(both.getValueAtPercentile(50)) : null);
        row.put("p95_ms", any ? millis(both.getValueAtPercentile(95)) : null);
        row.put("errors", errors);
        row.put("in_flight", (long) waiting);
        row.put("messages", messages);
        row.put("lost", unanswered);
    }

    private static Object millis(long micros) {
        return micros / 1000.0;
    }
}
