package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NumpyScalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Times as calls of Python: the calls are shown as Python would show them. */
final class TimeWriterTest {
    private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-11-22T18:31:23.000005");
    private static final String LOCAL_FIELDS = "2026, 11, 22, 18, 31, 23, 5";
    private static final String INDIA = "datetime.timezone(datetime.timedelta(0, 19800, 0))";

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(LOCAL, "datetime.datetime(" + LOCAL_FIELDS + ")"),
                Arguments.of(
                        LOCAL.atOffset(ZoneOffset.ofHoursMinutes(5, 30)),
                        "datetime.datetime(" + LOCAL_FIELDS + ", " + INDIA + ")"),
                Arguments.of(
                        ZonedDateTime.of(LOCAL, ZoneId.of("Asia/Kolkata")),
                        "datetime.datetime(" + LOCAL_FIELDS + ", " + INDIA + ")"),
                Arguments.of(
                        Instant.EPOCH,
                        "datetime.datetime(1970, 1, 1, 0, 0, 0, 0, datetime.timezone(datetime.timedelta(0, 0, 0)))"),
                Arguments.of(LocalDate.of(9999, 12, 31), "datetime.date(9999, 12, 31)"),
                Arguments.of(LocalTime.of(1, 2, 3, 4999), "datetime.time(1, 2, 3, 4)"),
                Arguments.of(
                        OffsetTime.of(LocalTime.of(1, 2), ZoneOffset.ofHours(-1)),
                        "datetime.time(1, 2, 0, 0, datetime.timezone(datetime.timedelta(-1, 82800, 0)))"),
                Arguments.of(ZoneOffset.ofHoursMinutes(5, 30), INDIA),
                Arguments.of(Duration.ofSeconds(90_000, 5_000), "datetime.timedelta(1, 3600, 5)"),
                Arguments.of(Duration.ofNanos(-1_000), "datetime.timedelta(-1, 86399, 999999)"),
                Arguments.of(Duration.ofDays(999_999_999), "datetime.timedelta(999999999, 0, 0)"),
                Arguments.of(new BigDecimal("1.50"), "decimal.Decimal('1.50')"),
                Arguments.of(new UUID(0, 1), "uuid.UUID('00000000-0000-0000-0000-000000000001')"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_time_is_a_call_with_ints(Object time, String call) throws ContentException {
        assertThat(written(time)).isEqualTo(call);
    }

    /** What is finer than a microsecond came from pandas; far from now pandas counts no nanoseconds. */
    static Stream<Arguments> fine() {
        return Stream.of(
                Arguments.of(LOCAL.plusNanos(1), "pandas.Timestamp('2026-11-22T18:31:23.000005001')"),
                Arguments.of(
                        LOCAL.plusNanos(1).atOffset(ZoneOffset.ofHours(-1)),
                        "pandas.Timestamp('2026-11-22T18:31:23.000005001-01:00')"),
                Arguments.of(
                        LocalDateTime.parse("1677-12-31T00:00:00.000000001"),
                        "datetime.datetime(1677, 12, 31, 0, 0, 0, 0)"),
                Arguments.of(
                        LocalDateTime.parse("1678-01-01T00:00:00.000000001"),
                        "pandas.Timestamp('1678-01-01T00:00:00.000000001')"),
                Arguments.of(
                        LocalDateTime.parse("2261-01-01T00:00:00.000000001"),
                        "pandas.Timestamp('2261-01-01T00:00:00.000000001')"),
                Arguments.of(
                        LocalDateTime.parse("2262-01-01T00:00:00.000000001"),
                        "datetime.datetime(2262, 1, 1, 0, 0, 0, 0)"),
                Arguments.of(Duration.ofNanos(-5), "pandas.Timedelta(-5)"),
                Arguments.of(Duration.ofDays(106_750).plusNanos(1), "pandas.Timedelta(9223200000000000001)"),
                Arguments.of(Duration.ofDays(106_751).plusNanos(1), "datetime.timedelta(106751, 0, 0)"));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void what_is_finer_than_a_microsecond_is_one_of_pandas(Object time, String call) throws ContentException {
        assertThat(written(time)).isEqualTo(call);
    }

    static Stream<Arguments> pandas() {
        return Stream.of(
                Arguments.of(LOCAL, "pandas.Timestamp('2026-11-22T18:31:23.000005')"),
                Arguments.of(LOCAL.atOffset(ZoneOffset.UTC), "pandas.Timestamp('2026-11-22T18:31:23.000005Z')"),
                Arguments.of(Duration.ofSeconds(1), "pandas.Timedelta(1000000000)"),
                Arguments.of(Duration.ofNanos(Long.MAX_VALUE), "pandas.Timedelta(9223372036854775807)"),
                Arguments.of(Duration.ofDays(200_000), "datetime.timedelta(200000, 0, 0)"),
                Arguments.of(Duration.ofDays(-200_000), "datetime.timedelta(-200000, 0, 0)"),
                Arguments.of(LocalDateTime.parse("2262-04-11T23:47:16"), "pandas.Timestamp('2262-04-11T23:47:16')"),
                Arguments.of(
                        LocalDateTime.parse("2262-04-11T23:47:17"), "datetime.datetime(2262, 4, 11, 23, 47, 17, 0)"),
                Arguments.of(LocalDateTime.parse("1600-01-01T00:00:00"), "datetime.datetime(1600, 1, 1, 0, 0, 0, 0)"),
                Arguments.of(
                        OffsetDateTime.parse("2262-01-01T00:00:00Z"),
                        "datetime.datetime(2262, 1, 1, 0, 0, 0, 0, datetime.timezone(datetime.timedelta(0, 0, 0)))"));
    }

    @ParameterizedTest
    @MethodSource("pandas")
    void a_time_of_pandas_is_one_again_where_every_pandas_holds_it(Object time, String call) throws ContentException {
        assertThat(written(new PandasTime(time))).isEqualTo(call);
    }

    static Stream<Arguments> numpy() {
        Duration fortnight = Duration.ofDays(14);
        return Stream.of(
                Arguments.of("datetime64[m]", LOCAL, "numpy.datetime64('2026-11-22T18:31:23.000005', 'm')"),
                Arguments.of("timedelta64[W]", fortnight, "numpy.timedelta64(2, 'W')"),
                Arguments.of("timedelta64[D]", fortnight, "numpy.timedelta64(14, 'D')"),
                Arguments.of("timedelta64[h]", fortnight, "numpy.timedelta64(336, 'h')"),
                Arguments.of("timedelta64[m]", fortnight, "numpy.timedelta64(20160, 'm')"),
                Arguments.of("timedelta64[s]", fortnight.negated(), "numpy.timedelta64(-1209600, 's')"),
                Arguments.of("timedelta64[ms]", fortnight, "numpy.timedelta64(1209600000, 'ms')"),
                Arguments.of("timedelta64[us]", fortnight, "numpy.timedelta64(1209600000000, 'us')"),
                Arguments.of("timedelta64[ns]", Duration.ofNanos(-1), "numpy.timedelta64(-1, 'ns')"));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void a_time_of_numpy_has_its_unit(String dtype, Object time, String call) throws ContentException {
        assertThat(written(scalar(dtype, time))).isEqualTo(call);
    }

    @Test
    void what_is_no_time_is_not_written() throws ContentException {
        for (Object value : List.of("text", 1L, true, scalar("float64", 1.5))) {
            PickleOutput out = new PickleOutput();
            assertThat(new TimeWriter(out).write(value)).as("%s", value).isFalse();
            assertThat(out.toByteArray()).isEmpty();
        }
    }

    static Stream<Arguments> unwritable() {
        return Stream.of(
                Arguments.of(LocalDate.of(0, 1, 1), "Python has no year 0"),
                Arguments.of(LocalDate.of(10_000, 1, 1), "Python has no year 10000"),
                Arguments.of(LocalDateTime.of(10_000, 1, 1, 0, 0), "Python has no year 10000"),
                Arguments.of(Duration.ofDays(1_000_000_000), "Python has no duration of 1000000000 days"),
                Arguments.of(Duration.ofDays(-1_000_000_000), "Python has no duration of -1000000000 days"),
                Arguments.of(scalar("timedelta64[ps]", Duration.ofNanos(1)), "a pickle cannot hold a timedelta64[ps]"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_python_has_not_is_refused(Object value, String message) {
        assertThatThrownBy(() -> written(value))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    private static NumpyScalar scalar(String dtype, Object value) {
        Dtype type = Objects.requireNonNull(DtypeCodes.parse(dtype, false));
        return new NumpyScalar(type, value);
    }

    private static String written(Object time) throws ContentException {
        PickleOutput out = new PickleOutput();
        assertThat(new TimeWriter(out).write(time)).isTrue();
        return shown(new PickleInput(out.toByteArray()));
    }

    /** A call as Python writes it, from the opcodes of our own output alone. */
    private static String shown(PickleInput input) throws ContentException {
        Meter meter = new Meter(PickleBudget.DEFAULT);
        PickleStack stack = new PickleStack(meter);
        NumberOpcodes numbers = new NumberOpcodes(input, stack, meter);
        while (!input.atEnd()) {
            Opcode opcode = Objects.requireNonNull(Opcode.of(input.unsignedByte()));
            switch (opcode) {
                case GLOBAL -> stack.push(line(input) + "." + line(input));
                case MARK -> stack.mark();
                case BINUNICODE -> stack.push("'" + input.text(input.unsignedInt()) + "'");
                case TUPLE -> stack.push(joined(stack.popToMark()));
                case REDUCE -> {
                    Object arguments = stack.pop();
                    stack.push(stack.pop() + "(" + arguments + ")");
                }
                default -> numbers.run(opcode);
            }
        }
        return String.valueOf(stack.pop());
    }

    private static String line(PickleInput input) throws ContentException {
        return new String(input.line(), StandardCharsets.US_ASCII);
    }

    private static String joined(List<@Nullable Object> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
