package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The module datetime, as pickles of all Pythons call it. */
final class DateTimesTest {
    private static final Bytes AUTUMN = bytes("07ea0a19021e00000000"); // 2026-10-25 02:30, when clocks go back
    private static final Bytes AUTUMN_AGAIN = bytes("07ea8a19021e00000000");
    private static final Bytes SPRING = bytes("07ea031d021e00000000"); // 2026-03-29 02:30, which no clock shows
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);

    private final DateTimes times = new DateTimes();

    /** Values that Java's own types hold whole. */
    static Stream<Arguments> plain() {
        return Stream.of(
                made("datetime.datetime", "2026-11-22T18:31:23.000005", bytes("07ea0b16121f17000005")),
                made("datetime.datetime", "2026-11-22T18:31:23.000005", text("07ea0b16121f17000005")),
                made("datetime.datetime", "0001-01-01T00:00", "\0\1\1\1\0\0\0\0\0\0"),
                made("datetime.datetime", "2026-11-22T18:31:23.999999", bytes("07ea0b16121f170f423f")),
                made("datetime.datetime", "2026-11-22T18:31:23+05:30", bytes("07ea0b16121f17000000"), INDIA),
                made("datetime.datetime", "2026-11-22T00:00", 2026L, 11L, 22L),
                made("datetime.datetime", "2026-11-22T18:31:23.000005", 2026L, 11L, 22L, 18L, 31L, 23L, 5L),
                made("datetime.datetime", "2026-11-22T18:31:23Z", 2026L, 11L, 22L, 18L, 31L, 23L, 0L, ZoneOffset.UTC),
                made("datetime.date", "2026-11-22", bytes("07ea0b16")),
                made("datetime.date", "2026-11-22", text("07ea0b16")),
                made("datetime.date", "9999-12-31", 9999L, 12L, 31L),
                made("datetime.time", "18:31:23.000005", bytes("121f17000005")),
                made("datetime.time", "00:00"),
                made("datetime.time", "18:31", 18L, 31L),
                made("datetime.time", "18:31:23.000005+05:30", 18L, 31L, 23L, 5L, INDIA),
                made("datetime.time", "18:31:23+05:30", bytes("121f17000000"), INDIA),
                made("datetime.timedelta", "PT0S"),
                made("datetime.timedelta", "PT24H2.000003S", 1L, 2L, 3L),
                made("datetime.timedelta", "PT-24H", -1L),
                made("datetime.timezone", "+05:30", Duration.ofMinutes(330)),
                made("zoneinfo.ZoneInfo", "Europe/Berlin", "Europe/Berlin"),
                made("zoneinfo.ZoneInfo._unpickle", "Europe/Berlin", "Europe/Berlin", true));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void a_value_is_read(String name, String expected, List<Object> arguments) {
        Object value = call(name, arguments);
        assertThat(value).isNotInstanceOf(PythonScalar.class);
        assertThat(String.valueOf(value)).isEqualTo(expected);
    }

    /** Values that are shown, and kept as they came beside that. */
    static Stream<Arguments> kept() {
        Opaque pytz = new Opaque("pytz._p", List.of("Europe/Berlin", 3600L, 0L, "CET"));
        Opaque minutes = new Opaque("pytz.FixedOffset", List.of(-90L));
        Opaque dateutil = new Opaque("dateutil.tz.tz.tzoffset", new ArrayList<>());
        dateutil.setState(Map.of("_offset", Duration.ofHours(2)));
        Object named = new PythonScalar(ZoneOffset.UTC, new Opaque("pytz._UTC", List.of()));
        return Stream.of(
                made("datetime.datetime", "2026-10-25T02:30+02:00", AUTUMN, BERLIN),
                made("datetime.datetime", "2026-10-25T02:30+01:00", AUTUMN_AGAIN, BERLIN),
                made("datetime.datetime", "2026-03-29T02:30+01:00", SPRING, BERLIN),
                made("datetime.datetime", "2026-07-01T00:00+02:00", bytes("07ea0701000000000000"), BERLIN),
                made("datetime.datetime", "2026-10-25T02:30", AUTUMN_AGAIN),
                made("datetime.datetime", "2026-10-25T02:30Z", AUTUMN_AGAIN, ZoneOffset.UTC),
                made("datetime.datetime", "2026-10-25T02:30+01:00", AUTUMN, pytz),
                made("datetime.datetime", "2026-10-25T02:30-01:30", AUTUMN, minutes),
                made("datetime.datetime", "2026-10-25T02:30+02:00", AUTUMN, dateutil),
                made("datetime.datetime", "2026-10-25T02:30Z", AUTUMN, named),
                made("datetime.time", "02:30", bytes("821e00000000")),
                made("datetime.time", "02:30", bytes("021e00000000"), BERLIN),
                made("datetime.time", "02:30Z", bytes("021e00000000"), named),
                made("datetime.timezone", "+01:00", Duration.ofHours(1), "CET"),
                made("pytz._UTC", "Z"),
                made("dateutil.tz.tz.tzutc", "Z"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_value_that_java_does_not_hold_whole_is_kept_as_it_came(
            String name, String expected, List<Object> arguments) {
        PythonScalar value = (PythonScalar) call(name, arguments);
        assertThat(value).hasToString(expected);
        assertThat(((Opaque) value.origin()).className()).isEqualTo(name);
        assertThat(((Opaque) value.origin()).arguments()).isEqualTo(arguments);
    }

    static Stream<Arguments> unread() {
        Opaque withoutState = new Opaque("dateutil.tz.tz.tzoffset", List.of());
        return Stream.of(
                made("datetime.datetime", "nothing"),
                made("datetime.datetime", "too few bytes", bytes("07ea0b16121f170000")),
                made("datetime.datetime", "too few numbers", 2026L, 11L),
                made("datetime.datetime", "too many numbers", 2026L, 11L, 22L, 1L, 1L, 1L, 1L, INDIA, 1L),
                made("datetime.datetime", "no number", 2026L, 11L, "22"),
                made("datetime.datetime", "too large a number", 1L << 40, 11L, 22L),
                made("datetime.datetime", "the year 0", bytes("00000b16121f17000000")),
                made("datetime.datetime", "the year 10000", 10_000L, 1L, 1L),
                made("datetime.datetime", "no month", bytes("07ea0d16121f17000000")),
                made("datetime.datetime", "too many microseconds", bytes("07ea0b16121f170f4240")),
                made("datetime.datetime", "microseconds beyond all bounds", 2026L, 1L, 1L, 1L, 1L, 1L, 1L << 30),
                made("datetime.datetime", "a zone that is none", AUTUMN, "CET"),
                made("datetime.datetime", "a zone that is not known", AUTUMN, new Opaque("m.Zone", List.of(1L))),
                made("datetime.datetime", "an odd zone of pytz", AUTUMN, new Opaque("pytz._p", List.of("x", 1L))),
                made("datetime.datetime", "no minutes", AUTUMN, new Opaque("pytz.FixedOffset", List.of("x"))),
                made("datetime.datetime", "an offset of days", AUTUMN, new Opaque("pytz.FixedOffset", List.of(9999L))),
                made("datetime.datetime", "no offset of dateutil", AUTUMN, withoutState),
                made("datetime.date", "no day", 2026L, 2L, 30L),
                made("datetime.date", "too few numbers", 2026L, 2L),
                made("datetime.date", "more than a date", 2026L, 2L, 1L, 5L),
                made("datetime.date", "bytes and more", bytes("07ea0b16"), 5L),
                made("datetime.time", "no hour", 24L),
                made("datetime.time", "too many numbers", 1L, 2L, 3L, 4L, INDIA, 5L),
                made("datetime.timedelta", "no number", 1.5),
                made("datetime.timedelta", "too many numbers", 1L, 2L, 3L, 4L),
                made("datetime.timezone", "nothing"),
                made("datetime.timezone", "a number", 3600L),
                made("datetime.timezone", "a part of a second", Duration.ofMillis(1)),
                made("datetime.timezone", "more than Java has", Duration.ofHours(19)),
                made("zoneinfo.ZoneInfo", "nothing"),
                made("zoneinfo.ZoneInfo", "a number", 1L),
                made("zoneinfo.ZoneInfo", "an unknown place", "Nowhere/Town"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("unread")
    void what_python_would_not_make_is_not_read(String name, String what, List<Object> arguments) {
        assertThat(call(name, arguments)).isNull();
    }

    @Test
    void a_zone_of_none_is_no_zone() {
        assertThat(call("datetime.datetime", Arrays.asList(AUTUMN, null))).hasToString("2026-10-25T02:30");
        assertThat(call("datetime.time", Arrays.asList(1L, 2L, 3L, 4L, null))).hasToString("01:02:03.000004");
        assertThat(call("datetime.date", Collections.singletonList(null))).isNull();
    }

    private @Nullable Object call(String name, List<?> arguments) {
        assertThat(times.names()).contains(name);
        return times.call(name, new ArrayList<>(arguments), new Meter(PickleBudget.DEFAULT));
    }

    private static Bytes bytes(String hex) {
        return Bytes.wrapping(HexFormat.of().parseHex(hex));
    }

    /** Bytes as a pickle of Python 2 has them. */
    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static Arguments made(String name, String expected, Object... arguments) {
        return Arguments.of(name, expected, List.of(arguments));
    }
}
