package io.github.hubsh.shell.render;

import io.github.hubsh.shell.session.result.ColumnedRows;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moments as people read them in a table: {@code 3 s ago}. */
final class RelativeTimes {
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3600;
    private static final int SECONDS_OF_DAY = 86_400;

    private RelativeTimes() {}

    /** Returns the table, with the time that has passed in its columns of moments. */
    static Object in(ColumnedRows table, Instant now) {
        if (!(table instanceof List<?> rows)
                || rows.isEmpty()
                || table.moments().isEmpty()) {
            return table;
        }
        List<@Nullable Object> shown = new ArrayList<>(rows.size());
        for (Object row : rows) {
            shown.add(row instanceof Map<?, ?> map ? row(map, table.moments(), now) : row);
        }
        return shown;
    }

    private static Map<Object, @Nullable Object> row(Map<?, ?> row, Set<String> moments, Instant now) {
        Map<Object, @Nullable Object> shown = new LinkedHashMap<>();
        row.forEach((key, cell) -> shown.put(
                key, moments.contains(String.valueOf(key)) && cell instanceof String time ? text(time, now) : cell));
        return shown;
    }

    private static String text(String time, Instant now) {
        try {
            return text(Duration.between(Instant.parse(time), now));
        } catch (DateTimeParseException unknownForm) {
            return time;
        }
    }

    /** Returns {@code 3 s ago}; clocks may differ a little, so what is to come is now. */
    static String text(Duration passed) {
        long seconds = passed.toSeconds();
        if (seconds < 1) {
            return "now";
        } else if (seconds < SECONDS_OF_MINUTE) {
            return seconds + " s ago";
        } else if (seconds < SECONDS_OF_HOUR) {
            return seconds / SECONDS_OF_MINUTE + " min ago";
        } else if (seconds < SECONDS_OF_DAY) {
            return seconds / SECONDS_OF_HOUR + " h ago";
        }
        return seconds / SECONDS_OF_DAY + " d ago";
    }
}
