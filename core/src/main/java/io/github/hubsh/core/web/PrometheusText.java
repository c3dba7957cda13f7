package io.github.hubsh.core.web;

import io.github.hubsh.core.protocol.RoundTrips;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes metrics in the text format 0.0.4 of Prometheus: one family after the other, each with its help and type. */
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final int NANO_DIGITS = 9;

    private final StringBuilder text = new StringBuilder();

    /** What a family's values are. */
    enum MetricType {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram");

        private final String word;

        MetricType(String word) {
            this.word = word;
        }
    }

    /** A name and the value that sets a series apart from others of its family. */
    record Label(String name, String value) {}

    /** Begins a family. */
    void family(String name, MetricType type, String help) {
        text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type.word).append('\n');
    }

    /** Adds a value of the family that was begun last. */
    void sample(String name, List<Label> labels, long value) {
        sample(name, labels, Long.toString(value));
    }

    /** Adds a time of the family that was begun last, in seconds. */
    void time(String name, List<Label> labels, long nanos) {
        sample(name, labels, seconds(nanos));
    }

    /** Adds a whole histogram of the family that was begun last, in seconds. */
    void histogram(String name, List<Label> labels, RoundTrips trips) {
        for (int i = 0; i < RoundTrips.LIMITS.size(); i++) {
            bucket(name, labels, seconds(RoundTrips.LIMITS.get(i)), trips.within(i));
        }
        bucket(name, labels, "+Inf", trips.count());
        sample(name + "_sum", labels, seconds(trips.nanos()));
        sample(name + "_count", labels, trips.count());
    }

    /** Returns all that was added. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void bucket(String name, List<Label> labels, String limit, long count) {
        List<Label> all = new ArrayList<>(labels);
        all.add(new Label("le", limit));
        sample(name + "_bucket", all, count);
    }

    private void sample(String name, List<Label> labels, String value) {
        text.append(name);
        char before = '{';
        for (Label label : labels) {
            text.append(before).append(label.name()).append("=\"");
            text.append(escaped(label.value()).replace("\"", "\\\"")).append('"');
            before = ',';
        }
        text.append(labels.isEmpty() ? " " : "} ").append(value).append('\n');
    }

    private static String seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, NANO_DIGITS);
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
