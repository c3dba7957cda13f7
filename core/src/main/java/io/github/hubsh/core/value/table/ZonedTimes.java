package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Moments with a time zone: kept in UTC, read as the zone's clocks show them. */
public final class ZonedTimes extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final NdArray utc;
    private final ZoneId zone;

    /** @param utc of kind {@code M} */
    public ZonedTimes(NdArray utc, ZoneId zone) {
        if (utc.dtype().kind() != 'M') {
            throw new IllegalArgumentException("a zone needs moments, not " + utc.dtypeName());
        }
        this.utc = utc;
        this.zone = zone;
    }

    public NdArray utc() {
        return utc;
    }

    public ZoneId zone() {
        return zone;
    }

    @Override
    public String dtypeName() {
        String name = utc.dtypeName();
        return name.substring(0, name.length() - 1) + ", " + zoneName(zone) + "]";
    }

    /** Returns the zone's name as pandas has it: Java calls UTC {@code Z}. */
    public static String zoneName(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone instanceof ZoneOffset ? "UTC" + zone.getId() : zone.getId();
    }

    @Override
    public int size() {
        return utc.size();
    }

    @Override
    public @Nullable Object get(int index) {
        Object moment = utc.get(index);
        return moment instanceof LocalDateTime local ? at(local, zone) : moment;
    }

    /** Returns what the zone's clocks show at a moment in UTC; what the calendar does not reach stays as it is. */
    public static Object at(LocalDateTime utc, ZoneId zone) {
        try {
            return utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toOffsetDateTime();
        } catch (DateTimeException e) {
            return utc;
        }
    }
}
