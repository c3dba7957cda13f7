package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.TypedScalar;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time zones, however a Python has them: pytz, zoneinfo, dateutil, a fixed offset. */
final class Zones {
    private Zones() {}

    /** Returns the zone; {@code null} for none; UTC for one that is not known here, as the moments are kept in UTC. */
    static @Nullable ZoneId of(@Nullable Object given) {
        Object value = TypedScalar.plain(given);
        if (value == null) {
            return null;
        } else if (value instanceof ZoneId zone) {
            return zone;
        } else if (value instanceof String name) {
            return named(name);
        }
        return value instanceof Opaque opaque && !opaque.arguments().isEmpty() ? pytz(opaque) : ZoneOffset.UTC;
    }

    /** pytz has a name, then the offset of some time or other; or minutes. */
    private static ZoneId pytz(Opaque zone) {
        Object first = zone.arguments().get(0);
        if (zone.className().equals("pytz._p") && first instanceof String name) {
            return named(name);
        }
        try {
            return zone.className().equals("pytz.FixedOffset") && first instanceof Long minutes
                    ? ZoneOffset.ofTotalSeconds(Math.toIntExact(Math.multiplyExact(minutes, 60)))
                    : ZoneOffset.UTC;
        } catch (ArithmeticException | DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static ZoneId named(String name) {
        try {
            return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
