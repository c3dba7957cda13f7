package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain values to columns: of the type that pandas would choose, and of one that is named. */
final class ColumnTypingTest {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    static Stream<Arguments> inferred() {
        return Stream.of(
                Arguments.of("int64", Arrays.asList(1L, 2L)),
                Arguments.of("float64", Arrays.asList(1L, 2.5)),
                Arguments.of("float64", Arrays.asList(1L, null)),
                Arguments.of("float64", Arrays.asList(null, 2.5)),
                Arguments.of("bool", Arrays.asList(true, false)),
                Arguments.of("object", Arrays.asList(true, null)),
                Arguments.of("object", Arrays.asList(true, 1L)),
                Arguments.of("object", Arrays.asList(0.5, true)),
                Arguments.of("object", Arrays.asList(null, null)),
                Arguments.of("object", List.of()),
                Arguments.of("object", Arrays.asList(1L, "a")),
                Arguments.of("object", Arrays.asList(1L, TWO_TO_64)));
    }

    @ParameterizedTest
    @MethodSource("inferred")
    void a_type_is_inferred_as_in_pandas(String dtype, List<?> values) {
        NdArray column = ColumnTyping.infer(values);
        assertThat(column.dtypeName()).isEqualTo(dtype);
        assertThat(column).hasSameSizeAs(values);
    }

    @Test
    void a_missing_number_is_nan_and_a_missing_object_stays_missing() {
        assertThat(ColumnTyping.infer(Arrays.asList(1L, null))).isEqualTo(List.of(1.0, Double.NaN));
        assertThat(ColumnTyping.infer(Arrays.asList("a", null))).isEqualTo(Arrays.asList("a", null));
    }

    @ParameterizedTest
    @CsvSource({
        "Int8, '[1, null]'",
        "UInt64, '[1, null]'",
        "int16, '[1, 0]'",
        "Float32, '[1.0, null]'",
        "float32, '[1.0, NaN]'",
        "string, '[1, null]'",
        "str, '[1, null]'",
        "object, '[1, null]'",
        "category, '[1, null]'",
    })
    void a_named_type_has_its_own_way_to_miss_a_value(String dtype, String values) throws Exception {
        Column column = ColumnTyping.named(Arrays.asList(1L, null), dtype);
        assertThat(column.dtypeName()).isEqualTo(dtype);
        assertThat(column).hasToString(values);
    }

    @Test
    void truths_may_be_nullable() throws Exception {
        assertThat(ColumnTyping.named(Arrays.asList(true, null, false), "boolean"))
                .isInstanceOf(MaskedColumn.class)
                .isEqualTo(Arrays.asList(true, null, false));
        assertThat(ColumnTyping.named(Arrays.asList(true, null), "bool")).isEqualTo(List.of(true, false));
        assertThat(ColumnTyping.nullable(List.of(), "Float16")).isNull();
        assertThat(ColumnTyping.nullable(List.of(), "int8")).isNull();
    }

    @Test
    void categories_are_in_the_order_of_their_first_use() throws Exception {
        assertThat(ColumnTyping.named(Arrays.asList("b", null, "a", "b"), "category"))
                .isInstanceOfSatisfying(Categorical.class, column -> {
                    assertThat(column.categories()).isEqualTo(List.of("b", "a"));
                    assertThat(column.codes()).isEqualTo(List.of(0L, -1L, 1L, 0L));
                    assertThat(column.ordered()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "datetime64[s], 2016-04-01, 2016-04-01T00:00",
        "datetime64[s], 1969-12-31T23:59:59.9, 1969-12-31T23:59:59",
        "datetime64[ms], 2016-04-01T12:00:00.1239, 2016-04-01T12:00:00.123",
        "datetime64[us], 2016-04-01T12:00:00+02:00, 2016-04-01T10:00",
        "datetime64[ns], 2016-04-01T12:00:00-02:00, 2016-04-01T14:00",
        "datetime64[ns], 2016-04-01T12:00:00Z, 2016-04-01T12:00",
        "'datetime64[ns, UTC]', 2016-04-01T12:00:00, 2016-04-01T12:00Z",
        "'datetime64[s, Europe/Berlin]', 2016-04-01T12:00:00Z, 2016-04-01T14:00+02:00",
        "timedelta64[ms], PT1.2345S, PT1.234S",
        "timedelta64[s], PT-0.5S, PT-1S",
        "timedelta64[ns], NaT, ",
        "datetime64[s], NaT, ",
    })
    void times_are_read_from_their_texts(String dtype, String text, String value) throws Exception {
        Column column = ColumnTyping.named(Arrays.asList(null, text), dtype);
        assertThat(column.dtypeName()).isEqualTo(dtype);
        assertThat(column.get(0)).isNull();
        assertThat(String.valueOf(column.get(1))).isEqualTo(String.valueOf(value));
    }

    @Test
    void times_may_be_values_already() throws Exception {
        OffsetDateTime moment = OffsetDateTime.parse("2016-04-01T12:00:00+02:00");
        assertThat(ColumnTyping.named(List.of(moment), "datetime64[s]").get(0)).hasToString("2016-04-01T10:00");
        assertThat(ColumnTyping.named(List.of(Duration.ofMillis(1500)), "timedelta64[ms]"))
                .isEqualTo(List.of(Duration.ofMillis(1500)));
    }

    @Test
    void a_value_that_a_type_cannot_hold_is_named_with_its_place() {
        assertUnfit("datetime64[s]", "noon", "noon is not a date or time");
        assertUnfit("timedelta64[s]", "noon", "noon is not a duration");
        assertUnfit("Int8", 128L, "128 is not of type int8");
    }

    @ParameterizedTest
    @CsvSource({
        "floating, there is no dtype floating",
        "complex64, dtype complex64 cannot be written here",
        "datetime64[D], times in D cannot be written here",
        "'datetime64[s, Mars]', there is no time zone Mars",
    })
    void a_type_that_cannot_be_written_is_refused(String dtype, String message) {
        assertThatThrownBy(() -> ColumnTyping.named(List.of(), dtype))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertUnfit(String dtype, Object value, String message) {
        assertThatThrownBy(() -> ColumnTyping.named(Arrays.asList(null, value), dtype))
                .isInstanceOfSatisfying(
                        UnfitValueException.class,
                        unfit -> assertThat(unfit.index()).isEqualTo(1))
                .hasMessage(message);
    }
}
