package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The module {@code datetime}. Its classes are written as a string of bytes (one for a field, two for a year, three for
 * microseconds, all big-endian) or, by hand-made reducers and by our own writer, as ints; a time zone may follow. A
 * zone other than a fixed offset has no counterpart, and leaves its datetime opaque.
 */
final class DateTimes implements Family {
    private static final int DATE_FIELDS = 3;

    @Override
    public Set<String> names() {
        return Set.of(
                "datetime.datetime",
                "datetime.date",
                "datetime.time",
                "datetime.timedelta",
                "datetime.timezone",
                "pytz._UTC",
                "zoneinfo.ZoneInfo._unpickle",
                "dateutil.tz.tz.tzutc");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) {
        try {
            return switch (name) {
                case "datetime.datetime" -> dateTime(arguments);
                case "datetime.date" -> date(arguments);
                case "datetime.time" -> time(arguments);
                case "datetime.timedelta" -> duration(arguments);
                case "datetime.timezone" -> offset(arguments);
                case "zoneinfo.ZoneInfo._unpickle" ->
                    !arguments.isEmpty() && arguments.get(0) instanceof String zone ? ZoneId.of(zone) : null;
                default -> ZoneOffset.UTC;
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object dateTime(List<@Nullable Object> arguments) {
        int @Nullable [] fields = packed(arguments, 10);
        if (fields != null) {
            int[] f = fields;
            return at(date((f[0] << 8) | f[1], f[2] & 0x7f, f[3]).atTime(packedTime(f, 4)), arguments, 1);
        }
        fields = numbers(arguments, DATE_FIELDS, 7);
        if (fields == null) {
            return null;
        }
        return at(date(fields[0], fields[1], fields[2]).atTime(time(fields, DATE_FIELDS)), arguments, 7);
    }

    private static @Nullable Object at(LocalDateTime local, List<@Nullable Object> arguments, int zoneIndex) {
        Object zone = zone(arguments, zoneIndex);
        if (zone == null) {
            return local;
        } else if (zone instanceof Opaque pytz) {
            zone = pytzOffset(pytz);
        }
        return zone instanceof ZoneId known ? local.atZone(known).toOffsetDateTime() : null;
    }

    private static @Nullable Object date(List<@Nullable Object> arguments) {
        int @Nullable [] fields = packed(arguments, 4);
        if (fields != null) {
            return date((fields[0] << 8) | fields[1], fields[2], fields[3]);
        }
        fields = numbers(arguments, DATE_FIELDS, DATE_FIELDS);
        return fields == null ? null : date(fields[0], fields[1], fields[2]);
    }

    private static LocalDate date(int year, int month, int day) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
        return LocalDate.of(year, month, day);
    }

    private static @Nullable Object time(List<@Nullable Object> arguments) {
        int @Nullable [] fields = packed(arguments, 6);
        boolean asBytes = fields != null;
        if (fields == null) {
            fields = numbers(arguments, 0, 4);
        }
        if (fields == null) {
            return null;
        }
        LocalTime local = asBytes ? packedTime(fields, 0) : time(fields, 0);
        Object zone = zone(arguments, asBytes ? 1 : 4);
        if (zone == null) {
            return local;
        }
        return zone instanceof ZoneOffset offset ? OffsetTime.of(local, offset) : null;
    }

    /** The highest bit of an hour, or of a datetime's month, says which of two equal times in autumn is meant. */
    private static LocalTime packedTime(int[] f, int at) {
        int micros = (f[at + 3] << 16) | (f[at + 4] << 8) | f[at + 5];
        return time(new int[] {f[at] & 0x7f, f[at + 1], f[at + 2], micros}, 0);
    }

    private static LocalTime time(int[] fields, int at) {
        return LocalTime.of(fields[at], fields[at + 1], fields[at + 2], Math.multiplyExact(fields[at + 3], 1000));
    }

    private static @Nullable Object duration(List<@Nullable Object> arguments) {
        int @Nullable [] fields = numbers(arguments, 0, 3);
        if (fields == null || arguments.size() > 3) {
            return null;
        }
        return Duration.ofDays(fields[0]).plusSeconds(fields[1]).plusNanos(fields[2] * 1000L);
    }

    private static @Nullable Object offset(List<@Nullable Object> arguments) {
        return !arguments.isEmpty() && arguments.get(0) instanceof Duration offset && offset.getNano() == 0
                ? ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.getSeconds()))
                : null;
    }

    /** pytz writes a zone with the offset that holds at the datetime it belongs to: (name, seconds, …). */
    private static @Nullable ZoneOffset pytzOffset(Opaque zone) {
        List<@Nullable Object> arguments = zone.arguments();
        if (zone.className().equals("pytz._p") && arguments.size() == 4 && arguments.get(1) instanceof Long seconds) {
            return ZoneOffset.ofTotalSeconds(Math.toIntExact(seconds));
        }
        return zone.className().equals("pytz.FixedOffset")
                        && !arguments.isEmpty()
                        && arguments.get(0) instanceof Long minutes
                ? ZoneOffset.ofTotalSeconds(Math.toIntExact(Math.multiplyExact(minutes, 60)))
                : null;
    }

    private static @Nullable Object zone(List<@Nullable Object> arguments, int index) {
        return arguments.size() > index ? arguments.get(index) : null;
    }

    /** Returns the first argument's bytes where it is that many of them, however a Python wrote them. */
    private static int @Nullable [] packed(List<@Nullable Object> arguments, int length) {
        Object first = arguments.isEmpty() || arguments.size() > 2 ? null : arguments.get(0);
        byte[] bytes = first instanceof Bytes given && given.size() == length ? given.toArray() : null;
        if (first instanceof String text && text.length() <= length) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes = utf8.length == length ? utf8 : text.getBytes(StandardCharsets.ISO_8859_1);
        }
        if (bytes == null || bytes.length != length) {
            return null;
        }
        int[] fields = new int[length];
        for (int i = 0; i < length; i++) {
            fields[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return fields;
    }

    /** Returns the leading ints, zero where they are left out, or {@code null} where something else stands there. */
    private static int @Nullable [] numbers(List<@Nullable Object> arguments, int atLeast, int count) {
        if (arguments.size() < atLeast || arguments.size() > count + 1) {
            return null;
        }
        int[] numbers = new int[count];
        for (int i = 0; i < Math.min(count, arguments.size()); i++) {
            if (!(arguments.get(i) instanceof Long number)) {
                return null;
            }
            numbers[i] = Math.toIntExact(number);
        }
        return numbers;
    }
}
