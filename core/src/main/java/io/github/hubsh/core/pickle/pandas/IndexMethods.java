package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two methods by which our writer gives moments their time zone: no constructor of all pandas' agrees on it. */
public final class IndexMethods {
    private IndexMethods() {}

    /** Returns what the method returns, or {@code null} where it is none of the two. */
    public static @Nullable Index call(Index index, String method, List<@Nullable Object> arguments) {
        ZoneId zone = arguments.size() == 1 ? Zones.of(arguments.get(0)) : null;
        if (zone == null) {
            return null;
        } else if (method.equals("tz_localize")
                && zone.equals(ZoneOffset.UTC)
                && index.labels() instanceof NdArray utc
                && utc.dtype().kind() == 'M') {
            return new Index(new ZonedTimes(utc, zone), index.name());
        }
        return method.equals("tz_convert") && index.labels() instanceof ZonedTimes zoned
                ? new Index(new ZonedTimes(zoned.utc(), zone, arguments.get(0)), index.name())
                : null;
    }
}
