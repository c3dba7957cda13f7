package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.ForeignArray;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals by their bounds and the side that belongs to them. */
final class IntervalsTest {
    private static final LocalDateTime LOCAL = LocalDateTime.parse("2020-01-01T00:00:00");
    private static final OffsetDateTime ZONED = OffsetDateTime.parse("2020-01-01T00:00:00+01:00");

    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left    | [0, 1.5)
            right   | (0, 1.5]
            both    | [0, 1.5]
            neither | (0, 1.5)
            """)
    void a_side_that_belongs_to_an_interval_has_a_square_bracket(String closed, String text) throws ContentException {
        PythonScalar interval = Objects.requireNonNull(Intervals.one(0L, 1.5, closed, meter));
        assertThat(interval.value()).isEqualTo(text);
        Opaque origin = (Opaque) interval.origin();
        assertThat(origin.className()).isEqualTo("pandas.Interval");
        assertThat(origin.arguments()).containsExactly(0L, 1.5, closed);
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                Arguments.of(null, "null", null),
                Arguments.of(true, "true", true),
                Arguments.of("200000-01-01", "200000-01-01", "200000-01-01"),
                Arguments.of("a\"b", "a\"b", "a\"b"),
                Arguments.of(Double.NaN, "NaN", Double.NaN),
                Arguments.of(LOCAL, "2020-01-01T00:00:00", new PandasTime(LOCAL)),
                Arguments.of(ZONED, "2020-01-01T00:00:00+01:00", new PandasTime(ZONED)),
                Arguments.of(Duration.ofHours(1), "PT1H", new PandasTime(Duration.ofHours(1))),
                Arguments.of(new PandasTime(LOCAL), "2020-01-01T00:00:00", new PandasTime(LOCAL)));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void bounds_are_handed_on_as_moments_and_durations_of_pandas(
            @Nullable Object bound, String text, @Nullable Object handedOn) throws ContentException {
        PythonScalar interval = Objects.requireNonNull(Intervals.one(bound, bound, "both", meter));
        assertThat(interval.value()).isEqualTo("[" + text + ", " + text + "]");
        assertThat(((Opaque) interval.origin()).arguments()).containsExactly(handedOn, handedOn, "both");
    }

    @Test
    void what_holds_other_values_is_no_bound() throws ContentException {
        for (Object bound : List.of(
                List.of(1L), Map.of(), Bytes.of(), new Opaque("m.A", List.of()), new PythonScalar(List.of(), 1L))) {
            assertThat(Intervals.one(bound, 1L, "both", meter)).isNull();
            assertThat(Intervals.one(1L, bound, "both", meter)).isNull();
            assertThat(Intervals.of(Arrays.asList(0L, bound), List.of(1L, 2L), "both", meter))
                    .isNull();
        }
    }

    @Test
    void an_array_has_an_interval_for_each_pair_and_nan_for_one_that_is_missing() throws ContentException {
        NdArray left = NdArray.ofDoubles(0, Double.NaN, Double.NaN, 3);
        List<@Nullable Object> right = Arrays.asList(1.5, null, 2.5, Double.NaN);
        ForeignArray array = Objects.requireNonNull(Intervals.of(left, right, "left", meter));
        assertThat(array).hasToString("[[0.0, 1.5), NaN, [NaN, 2.5), [3.0, NaN)]");
        assertThat(array.dtypeName()).isEqualTo("interval[float64, left]");
        assertThat(array.origin().className()).isEqualTo("pandas.arrays.IntervalArray.from_arrays");
        assertThat(array.origin().arguments()).containsExactly(left, right, "left");
    }

    @Test
    void pandas_closes_the_right_side_where_none_is_said() throws ContentException {
        ForeignArray array = Objects.requireNonNull(Intervals.of(List.of(0L), NdArray.ofLongs(1), null, meter));
        assertThat(array).hasToString("[(0, 1]]");
        assertThat(array.dtypeName()).isEqualTo("interval[object, right]");
    }

    static Stream<Arguments> others() {
        NdArray one = NdArray.ofLongs(1);
        return Stream.of(
                Arguments.of("no lower bounds", null, one, "left"),
                Arguments.of("no upper bounds", one, "text", "left"),
                Arguments.of("more upper bounds", one, NdArray.ofLongs(1, 2), "left"),
                Arguments.of("bounds of two dimensions", one.reshaped(List.of(1, 1)), one, "left"),
                Arguments.of("a side that is none", one, one, "middle"),
                Arguments.of("a side that is no text", one, one, List.of("left")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void other_parts_make_no_array(String what, @Nullable Object left, @Nullable Object right, @Nullable Object closed)
            throws ContentException {
        assertThat(Intervals.of(left, right, closed, meter)).isNull();
    }

    @Test
    void intervals_are_paid_for() {
        Meter fewValues = new Meter(new PickleBudget(99, 2, 9, 9, 9, 9));
        NdArray three = NdArray.ofLongs(1, 2, 3);
        assertThatThrownBy(() -> Intervals.of(three, three, "left", fewValues)).hasMessage("more than 2 values");
        Meter fewBytes = new Meter(new PickleBudget(20, 99, 9, 9, 9, 9));
        assertThatThrownBy(() -> Intervals.of(three, three, "left", fewBytes)).hasMessage("more than 20 bytes copied");
    }

    /** Numbers and moments are not counted: there may be as many of them as values. */
    @Test
    void a_long_text_is_paid_for_by_what_it_is_longer() throws ContentException {
        Meter few = new Meter(new PickleBudget(10, 99, 9, 9, 9, 9));
        String longest = "x".repeat(100 + 10 - "(, 1]".length());
        assertThat(Intervals.one(longest.substring(10), 1L, "right", few)).isNotNull();
        assertThat(Intervals.one(longest, 1L, "right", few)).isNotNull();
        assertThatThrownBy(() -> Intervals.one(longest, 1L, "right", few)).hasMessage("more than 10 bytes copied");
    }
}
