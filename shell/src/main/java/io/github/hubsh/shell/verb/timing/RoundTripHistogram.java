package io.github.hubsh.shell.verb.timing;

import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Times of round trips, to three digits. For one thread at a time. */
public final class RoundTripHistogram {
    private static final long MAX_LENGTH = TimeUnit.HOURS.toNanos(24);
    private static final int ROW_COUNT = 10;
    private static final int MAX_WIDTH = 40;

    private final Histogram histogram = new Histogram(MAX_LENGTH, 3);

    public void add(long nanos) {
        histogram.recordValue(Math.max(0, Math.min(nanos, MAX_LENGTH)));
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** Returns min, avg, percentiles and max in milliseconds. */
    public Map<String, @Nullable Object> summary() {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("min_ms", millis(histogram.getMinValue()));
        summary.put("avg_ms", millis((long) histogram.getMean()));
        summary.put("p50_ms", millis(histogram.getValueAtPercentile(50)));
        summary.put("p95_ms", millis(histogram.getValueAtPercentile(95)));
        summary.put("p99_ms", millis(histogram.getValueAtPercentile(99)));
        summary.put("max_ms", millis(histogram.getMaxValue()));
        return summary;
    }

    /**
     * Draws how many took how long. The steps between rows are equal ratios, because the fast half and the slow tail
     * are both worth seeing.
     */
    public List<String> picture() {
        double low = Math.max(1, histogram.getMinValue());
        double step = Math.pow(Math.max(1.01, histogram.getMaxValue() / low), 1.0 / ROW_COUNT);
        long[] counts = new long[ROW_COUNT];
        long most = 1;
        for (int row = 0; row < ROW_COUNT; row++) {
            long below = row == 0 ? 0 : upTo(low * Math.pow(step, row));
            long upTo = row == ROW_COUNT - 1 ? count() : upTo(low * Math.pow(step, row + 1));
            counts[row] = upTo - below;
            most = Math.max(most, counts[row]);
        }
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROW_COUNT; row++) {
            String time = Durations.format(Duration.ofNanos((long) (low * Math.pow(step, row + 1))));
            lines.add(padded("≤ " + time, 12) + padded(Long.toString(counts[row]), 9) + bar(counts[row], most));
        }
        return lines;
    }

    private long upTo(double nanos) {
        return histogram.getCountBetweenValues(0, (long) nanos);
    }

    /** A count above zero is always visible. */
    private static String bar(long count, long most) {
        return "█".repeat((int) ((count * MAX_WIDTH + most - 1) / most));
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text + "  ";
    }

    private static Double millis(long nanos) {
        return Durations.inMillis(Duration.ofNanos(nanos));
    }
}
