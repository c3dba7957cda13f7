package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** pandas' constructors, as our own writer calls them. */
final class ConstructorCallsTest {
    private static final Index ROWS = new Index(new RangeLabels(0, 1, 2), null);
    private static final Index NAMES = new Index(NdArray.ofObjects(List.of("a", "b")), null);
    private static final NdArray LONGS = NdArray.ofLongs(1, 2);

    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    @Test
    void a_series_has_values_labels_and_a_name() throws ContentException {
        Series series = ConstructorCalls.series(list(LONGS, ROWS, null, "s"), meter);
        assertThat(series).isNotNull();
        assertThat(series.values()).isSameAs(LONGS);
        assertThat(series.index()).isSameAs(ROWS);
        assertThat(series.name()).isEqualTo("s");
    }

    @Test
    void other_arguments_make_no_series() throws ContentException {
        assertThat(ConstructorCalls.series(list(LONGS, ROWS, null), meter)).isNull();
        assertThat(ConstructorCalls.series(list(LONGS, List.of(0L, 1L), null, "s"), meter))
                .isNull();
        assertThat(ConstructorCalls.series(list("text", ROWS, null, "s"), meter))
                .isNull();
        assertThat(ConstructorCalls.series(list(NdArray.ofLongs(1), ROWS, null, "s"), meter))
                .isNull();
    }

    @Test
    void a_frame_has_columns_by_name_or_rows() throws ContentException {
        Map<Object, Object> byName = Map.of("b", List.of("x", "y"), "a", LONGS);
        DataFrame frame = ConstructorCalls.frame(list(byName, ROWS, NAMES), meter);
        assertThat(Objects.requireNonNull(frame).data()).hasToString("[[1, 2], [x, y]]");
        List<Object> rows = List.of(Tuple.of(1L, "x"), List.of(2L, "y"));
        Index doubled = new Index(NdArray.ofObjects(List.of("a", "a")), null);
        frame = ConstructorCalls.frame(list(rows, ROWS, doubled), meter);
        assertThat(Objects.requireNonNull(frame).data()).hasToString("[[1, 2], [x, y]]");
        assertThat(frame.columns()).isSameAs(doubled);
    }

    static Stream<Arguments> noFrames() {
        Map<Object, Object> byName = Map.of("a", LONGS, "b", LONGS);
        return Stream.of(
                Arguments.of("two arguments", list(byName, ROWS)),
                Arguments.of("no labels", list(byName, List.of(), NAMES)),
                Arguments.of("no names", list(byName, ROWS, List.of("a", "b"))),
                Arguments.of("a missing column", list(Map.of("a", LONGS), ROWS, NAMES)),
                Arguments.of("a short column", list(Map.of("a", LONGS, "b", List.of(1L)), ROWS, NAMES)),
                Arguments.of("no rows", list("text", ROWS, NAMES)),
                Arguments.of("a row that is none", list(List.of(List.of(1L, 2L), "text"), ROWS, NAMES)),
                Arguments.of("a short row", list(List.of(List.of(1L, 2L), List.of(1L)), ROWS, NAMES)),
                Arguments.of("fewer rows than labels", list(List.of(List.of(1L, 2L)), ROWS, NAMES)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noFrames")
    void other_arguments_make_no_frame(String what, List<@Nullable Object> arguments) throws ContentException {
        assertThat(ConstructorCalls.frame(arguments, meter)).isNull();
    }

    @Test
    void a_frame_costs_its_cells() {
        Index many = new Index(new RangeLabels(0, 1, 1 << 20), null);
        assertThatThrownBy(() -> ConstructorCalls.frame(list(Map.of(), many, many), meter))
                .hasMessageContaining("bytes copied");
    }

    @Test
    void a_categorical_finds_its_values_among_the_categories() throws ContentException {
        Object typed = new NumpyScalar(Dtype.INT64, 2L);
        Index categories = new Index(NdArray.ofObjects(list("x", 2L, "x2")), null);
        List<@Nullable Object> values = list("x2", null, typed, "absent", "x", List.of());
        Categorical made = Objects.requireNonNull(ConstructorCalls.categorical(list(values, categories, true), meter));
        assertThat(made.codes()).hasToString("[2, -1, 1, -1, 0, -1]");
        assertThat(made.categories()).isSameAs(categories);
        assertThat(made.ordered()).isTrue();
        made = Objects.requireNonNull(ConstructorCalls.categorical(list(values, categories, null), meter));
        assertThat(made.ordered()).isFalse();
    }

    @Test
    void other_arguments_make_no_categorical() throws ContentException {
        List<Object> values = List.of("a");
        Index deep = new Index(new Levels(List.of(NAMES), List.of(LONGS)), null);
        Index lists = new Index(NdArray.ofObjects(List.of(List.of())), null);
        Index dicts = new Index(NdArray.ofObjects(List.of(Map.of())), null);
        Index series = new Index(NdArray.ofObjects(List.of(Series.of(NAMES, LONGS, null))), null);
        assertThat(ConstructorCalls.categorical(list(values, NAMES), meter)).isNull();
        assertThat(ConstructorCalls.categorical(list("a", NAMES, true), meter)).isNull();
        for (Object categories : List.of(List.of("a"), deep, lists, dicts, series)) {
            assertThat(ConstructorCalls.categorical(list(values, categories, true), meter))
                    .isNull();
        }
    }

    static Stream<Arguments> arrays() {
        Opaque sparse = new Opaque("pandas.SparseDtype", list("float64", 0.0));
        return Stream.of(
                Arguments.of(list(list(1L, null), "Int64"), "[1, null]", "Int64"),
                Arguments.of(list(list(true, null), "boolean"), "[true, null]", "boolean"),
                Arguments.of(list(list("x", null), "string"), "[x, null]", "string"),
                Arguments.of(list(list("2020Q1"), "period[Q-DEC]"), "[2020Q1]", "period[Q-DEC]"),
                Arguments.of(list(NAMES), "[a, b]", "object"),
                Arguments.of(list(LONGS, new Opaque("m.Dtype", List.of())), "[1, 2]", "int64"),
                Arguments.of(list(list(0.0, 1.5), sparse), "[0.0, 1.5]", "Sparse[float64, 0.0]"));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void an_array_has_the_type_that_is_named(List<@Nullable Object> arguments, String shown, String dtype)
            throws ContentException {
        Column column = Objects.requireNonNull(ConstructorCalls.array(arguments, meter));
        assertThat(column).hasToString(shown);
        assertThat(column.dtypeName()).isEqualTo(dtype);
    }

    @Test
    void an_array_of_a_type_that_is_not_known_is_handed_on_as_it_came() throws ContentException {
        List<@Nullable Object> arguments = list(LONGS, new Opaque("m.Dtype", List.of()));
        ForeignArray array = (ForeignArray) ConstructorCalls.array(arguments, meter);
        assertThat(Objects.requireNonNull(array).origin().className()).isEqualTo("pandas.array");
        assertThat(array.origin().arguments()).isSameAs(arguments);
    }

    static Stream<Arguments> noArrays() {
        return Stream.of(
                Arguments.of("nothing", list()),
                Arguments.of("values alone", list(list(1L))),
                Arguments.of("an array alone", list(LONGS)),
                Arguments.of("a type that is none", list(list(1L), "Int65")),
                Arguments.of("a type that is no text", list(list(1L), 64L)),
                Arguments.of("a value that does not fit", list(list(300L), "Int8")),
                Arguments.of("no values", list("text", "Int64")),
                Arguments.of("three arguments", list(list(1L), "Int64", true)),
                Arguments.of(
                        "a sparse type that is none",
                        list(list(1L), new Opaque("pandas.SparseDtype", list("float65", 0.0)))),
                Arguments.of("half a sparse type", list(list(1L), new Opaque("pandas.SparseDtype", list("float64")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noArrays")
    void other_arguments_make_no_array(String what, List<@Nullable Object> arguments) throws ContentException {
        assertThat(ConstructorCalls.array(arguments, meter)).isNull();
    }

    @Test
    void an_array_costs_its_values() {
        Meter poor = new Meter(new PickleBudget(9, 2, 9, 9, 9, 9));
        assertThatThrownBy(() -> ConstructorCalls.array(list(Collections.nCopies(3, 1L), "Int64"), poor))
                .hasMessage("more than 2 values");
    }

    private static List<@Nullable Object> list(@Nullable Object... items) {
        return Arrays.asList(items);
    }
}
