package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.TypedScalar;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The module {@code datetime}. Its classes are written as a string of bytes (one for a field, two for a year, three for
 * microseconds, all big-endian) or, by hand-made reducers and by our own writer, as ints; a time zone may follow. One
 * in a zone other than a plain offset, or marked as the second of two equal times, is kept as it came; one in a zone
 * that is not known stays opaque.
 */
final class DateTimes implements Family {
    private static final int DATE_FIELDS = 3;

    /** The bits below the one that says which of two equal times is meant. */
    private static final int BELOW_FOLD = 0x7f;

    @Override
    public Set<String> names() {
        return Set.of(
                "datetime.datetime",
                "datetime.date",
                "datetime.time",
                "datetime.timedelta",
                "datetime.timezone",
                "pytz._UTC",
                "zoneinfo.ZoneInfo",
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
                case "zoneinfo.ZoneInfo", "zoneinfo.ZoneInfo._unpickle" ->
                    !arguments.isEmpty() && arguments.get(0) instanceof String zone ? ZoneId.of(zone) : null;
                default -> new PythonScalar(ZoneOffset.UTC, new Opaque(name, arguments));
            };
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object dateTime(List<@Nullable Object> arguments) {
        int @Nullable [] fields = packed(arguments, 10);
        if (fields != null) {
            int[] f = fields;
            boolean isSecond = f[2] > BELOW_FOLD;
            return at(
                    date((f[0] << 8) | f[1], f[2] & BELOW_FOLD, f[3]).atTime(packedTime(f, 4)), isSecond, arguments, 1);
        }
        fields = numbers(arguments, DATE_FIELDS, 7);
        if (fields == null) {
            return null;
        }
        return at(date(fields[0], fields[1], fields[2]).atTime(time(fields, DATE_FIELDS)), false, arguments, 7);
    }

    private static @Nullable Object at(
            LocalDateTime local, boolean isSecond, List<@Nullable Object> arguments, int zoneIndex) {
        Object zone = zone(arguments, zoneIndex);
        ZoneOffset offset = offsetAt(local, isSecond, zone);
        if (zone != null && offset == null) {
            return null;
        }
        Object moment = offset == null ? local : local.atOffset(offset);
        boolean isPlain = !isSecond && (zone == null || zone instanceof ZoneOffset);
        return isPlain ? moment : new PythonScalar(moment, new Opaque("datetime.datetime", arguments));
    }

    /** Returns what a zone adds to UTC at a time that its clocks show; {@code null} where it is not known. */
    private static @Nullable ZoneOffset offsetAt(LocalDateTime local, boolean isSecond, @Nullable Object zone) {
        Object known = TypedScalar.plain(zone);
        if (known instanceof ZoneOffset offset) {
            return offset;
        } else if (known instanceof ZoneId id) {
            ZoneOffsetTransition change = id.getRules().getTransition(local);
            return change == null
                    ? id.getRules().getOffset(local)
                    : isSecond ? change.getOffsetAfter() : change.getOffsetBefore();
        }
        return known instanceof Opaque opaque ? libraryOffset(opaque) : null;
    }

    private static @Nullable Object date(List<@Nullable Object> arguments) {
        int @Nullable [] fields = arguments.size() == 1 ? packed(arguments, 4) : null;
        if (fields != null) {
            return date((fields[0] << 8) | fields[1], fields[2], fields[3]);
        }
        fields = arguments.size() == DATE_FIELDS ? numbers(arguments, DATE_FIELDS, DATE_FIELDS) : null;
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
        boolean isSecond = asBytes && fields[0] > BELOW_FOLD;
        LocalTime local = asBytes ? packedTime(fields, 0) : time(fields, 0);
        Object zone = zone(arguments, asBytes ? 1 : 4);
        Object shown = TypedScalar.plain(zone) instanceof ZoneOffset offset ? OffsetTime.of(local, offset) : local;
        boolean isPlain = !isSecond && (zone == null || zone instanceof ZoneOffset);
        return isPlain ? shown : new PythonScalar(shown, new Opaque("datetime.time", arguments));
    }

    /** The highest bit of an hour, or of a datetime's month, says which of two equal times in autumn is meant. */
    private static LocalTime packedTime(int[] f, int at) {
        int micros = (f[at + 3] << 16) | (f[at + 4] << 8) | f[at + 5];
        return time(new int[] {f[at] & BELOW_FOLD, f[at + 1], f[at + 2], micros}, 0);
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

    /** A timezone with a name of its own is kept as it came. */
    private static @Nullable Object offset(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Duration given) || given.getNano() != 0) {
            return null;
        }
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(Math.toIntExact(given.getSeconds()));
        return arguments.size() == 1 ? offset : new PythonScalar(offset, new Opaque("datetime.timezone", arguments));
    }

    /** pytz writes a zone with the offset that holds at the datetime it belongs to: (name, seconds, …). */
    private static @Nullable ZoneOffset libraryOffset(Opaque zone) {
        List<@Nullable Object> arguments = zone.arguments();
        return switch (zone.className()) {
            case "pytz._p" ->
                arguments.size() == 4 && arguments.get(1) instanceof Long seconds ? seconds(seconds, 1) : null;
            case "pytz.FixedOffset" ->
                !arguments.isEmpty() && arguments.get(0) instanceof Long minutes ? seconds(minutes, 60) : null;
            case "dateutil.tz.tz.tzoffset" ->
                zone.state() instanceof Map<?, ?> state && state.get("_offset") instanceof Duration offset
                        ? seconds(offset.toSeconds(), 1)
                        : null;
            default -> null;
        };
    }

    private static ZoneOffset seconds(long count, int unit) {
        return ZoneOffset.ofTotalSeconds(Math.toIntExact(Math.multiplyExact(count, unit)));
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
