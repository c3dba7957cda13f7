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
    private final Object origin;

    /** As the long constructor, with the zone by its name. */
    public ZonedTimes(NdArray utc, ZoneId zone) {
        this(utc, zone, zoneName(zone));
    }

    /**
     * @param utc of kind {@code M}
     * @param origin what Python has for the zone: its name, or an object of the library that it comes from
     */
    public ZonedTimes(NdArray utc, ZoneId zone, Object origin) {
        if (utc.dtype().kind() != 'M') {
            throw new IllegalArgumentException("a zone needs moments, not " + utc.dtypeName());
        }
        this.utc = utc;
        this.zone = zone;
        this.origin = origin;
    }

    public NdArray utc() {
        return utc;
    }

    public ZoneId zone() {
        return zone;
    }

    public Object origin() {
        return origin;
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
