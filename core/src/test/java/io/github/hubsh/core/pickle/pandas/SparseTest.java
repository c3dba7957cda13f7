package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.ForeignArray;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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

/** Sparse columns by what is kept of them: places of single values, or of runs. */
final class SparseTest {
    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            6 | 1 4 5 | -       | 5 7 8 | [0, 5, 0, 0, 7, 8]
            6 | 1 4   | 1 2     | 5 7 8 | [0, 5, 0, 0, 7, 8]
            3 | 0     | 3       | 5 7 8 | [5, 7, 8]
            3 | ''    | -       | ''    | [0, 0, 0]
            3 | ''    | ''      | ''    | [0, 0, 0]
            3 | 3 1   | 0 1     | 5     | [0, 5, 0]
            0 | ''    | -       | ''    | []
            """)
    void kept_values_stand_in_their_places(
            long length, String places, @Nullable String lengths, String values, String all) throws ContentException {
        assertThat(column(length, places, lengths, values)).hasToString(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            3 | 3      | -                     | 5
            3 | -1     | -                     | 5
            3 | 0 1    | -                     | 5
            3 | 0      | -                     | 5 6
            3 | 0      | 2                     | 5
            3 | 2      | 2                     | 5 6
            3 | 0      | -1                    | ''
            3 | 0 1    | 1                     | 5 6
            3 | 4      | 0                     | ''
            3 | 1      | 9223372036854775807   | ''
            3 | 9223372036854775807 | 9223372036854775807 | ''
            -1 | ''    | -                     | ''
            """)
    void places_that_do_not_fit_are_none(long length, String places, @Nullable String lengths, String values)
            throws ContentException {
        assertThat(column(length, places, lengths, values)).isNull();
    }

    static Stream<Arguments> others() {
        NdArray one = NdArray.ofLongs(1);
        NdArray table = NdArray.ofLongs(1).reshaped(List.of(1, 1));
        return Stream.of(
                Arguments.of("no index", null, one),
                Arguments.of("an index that is a list", List.of(1L, one), one),
                Arguments.of("half an index", index(1L), one),
                Arguments.of("a length that is none", index("1", one), one),
                Arguments.of("no values", index(1L, NdArray.ofLongs(0)), null),
                Arguments.of("values that are a list", index(1L, NdArray.ofLongs(0)), List.of(1L)),
                Arguments.of("values of two dimensions", index(1L, NdArray.ofLongs(0)), table),
                Arguments.of("places of two dimensions", index(2L, table), one),
                Arguments.of("places that are a list", index(2L, List.of(1L)), one),
                Arguments.of("places that are no ints", index(2L, NdArray.ofDoubles(1)), one),
                Arguments.of("lengths that are no ints", index(2L, one, NdArray.ofDoubles(1)), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void parts_of_other_kinds_are_none(String what, @Nullable Object index, @Nullable Object values)
            throws ContentException {
        assertThat(Sparse.of(index, values, dtype(0L), meter)).isNull();
    }

    static Stream<Arguments> fills() {
        return Stream.of(
                Arguments.of(0L, "Sparse[int64, 0]", "[0]"),
                Arguments.of(1.5, "Sparse[int64, 1.5]", "[1.5]"),
                Arguments.of(Double.NaN, "Sparse[int64, nan]", "[NaN]"),
                Arguments.of(true, "Sparse[int64, True]", "[true]"),
                Arguments.of(new NumpyScalar(Dtype.BOOL, false), "Sparse[int64, False]", "[false]"),
                Arguments.of("x", "Sparse[int64, x]", "[x]"));
    }

    @ParameterizedTest
    @MethodSource("fills")
    void the_type_has_the_value_of_all_other_places(Object fill, String dtypeName, String all) throws ContentException {
        ForeignArray column =
                (ForeignArray) Sparse.of(index(1L, NdArray.ofLongs()), NdArray.ofLongs(), dtype(fill), meter);
        assertThat(Objects.requireNonNull(column).dtypeName()).isEqualTo(dtypeName);
        assertThat(column).hasToString(all);
        assertThat(column.origin().className()).isEqualTo("pandas.array");
        Opaque dtype =
                (Opaque) Objects.requireNonNull(column.origin().arguments().get(1));
        assertThat(dtype.className()).isEqualTo("pandas.SparseDtype");
        assertThat(dtype.arguments()).containsExactly("<i8", fill);
    }

    @Test
    void a_type_that_says_no_value_means_nan() throws ContentException {
        for (Object dtype : Arrays.asList(null, "Sparse", new Opaque("pandas.SparseDtype", List.of()))) {
            Column column = Sparse.of(index(1L, NdArray.ofLongs()), NdArray.ofLongs(), dtype, meter);
            assertThat(column).hasToString("[NaN]");
        }
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("_fill_value", null);
        Opaque dtype = new Opaque("pandas.SparseDtype", List.of());
        dtype.setState(none);
        assertThat(Sparse.of(index(1L, NdArray.ofLongs()), NdArray.ofLongs(), dtype, meter))
                .hasToString("[null]");
    }

    @Test
    void a_value_that_holds_others_fills_nothing() throws ContentException {
        for (Object fill :
                List.of(List.of(1L), Map.of(), new Opaque("m.A", List.of()), new PythonScalar(List.of(), 1L))) {
            assertThat(Sparse.of(index(1L, NdArray.ofLongs()), NdArray.ofLongs(), dtype(fill), meter))
                    .isNull();
        }
    }

    @Test
    void a_column_that_is_written_out_keeps_its_type() throws ContentException {
        Opaque dtype = new Opaque("pandas.SparseDtype", List.of("int8", 3L));
        ForeignArray column = Objects.requireNonNull(Sparse.column(List.of(3L, 4L), "int8", dtype, meter));
        assertThat(column.dtypeName()).isEqualTo("Sparse[int8, 3]");
        assertThat(column.origin().arguments()).containsExactly(List.of(3L, 4L), dtype);
        Opaque half = new Opaque("pandas.SparseDtype", List.of("int8"));
        assertThat(Objects.requireNonNull(Sparse.column(List.of(), "int8", half, meter))
                        .dtypeName())
                .isEqualTo("Sparse[int8, null]");
    }

    @Test
    void what_is_written_out_is_paid_for() {
        Meter fewValues = new Meter(new PickleBudget(99, 2, 9, 9, 9, 9));
        Opaque three = index(3L, NdArray.ofLongs());
        assertThatThrownBy(() -> Sparse.of(three, NdArray.ofLongs(), dtype(0L), fewValues))
                .hasMessage("more than 2 values");
        Meter fewBytes = new Meter(new PickleBudget(20, 99, 9, 9, 9, 9));
        assertThatThrownBy(() -> Sparse.of(three, NdArray.ofLongs(), dtype("x".repeat(20)), fewBytes))
                .hasMessage("more than 20 bytes copied");
    }

    private @Nullable Column column(long length, String places, @Nullable String lengths, String values)
            throws ContentException {
        Opaque index = lengths == null ? index(length, longs(places)) : index(length, longs(places), longs(lengths));
        return Sparse.of(index, longs(values), dtype(0L), meter);
    }

    private static NdArray longs(String words) {
        String[] numbers = words.isEmpty() ? new String[0] : words.split(" ");
        return NdArray.ofLongs(Stream.of(numbers).mapToLong(Long::parseLong).toArray());
    }

    private static Opaque index(@Nullable Object... arguments) {
        return new Opaque("pandas._libs.sparse.IntIndex", Arrays.asList(arguments));
    }

    private static Opaque dtype(Object fill) {
        Opaque dtype = new Opaque("pandas.SparseDtype", List.of());
        dtype.setState(Collections.singletonMap("_fill_value", fill));
        return dtype;
    }
}
