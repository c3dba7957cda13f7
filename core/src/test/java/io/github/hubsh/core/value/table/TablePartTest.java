package io.github.hubsh.core.value.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.Packing;
import io.github.hubsh.core.value.array.UnfitValueException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Some rows and columns of a table: each kind of column keeps its type. */
final class TablePartTest {
    private static final Index ROWS = new Index(new RangeLabels(0, 1, 3), "row");
    private static final Index NAMES = new Index(NdArray.ofObjects(List.of("a", "b", "c")), "name");
    private static final int[] PLACES = {2, 0};

    /** A column of three, its type, and what stands at the places. */
    static Stream<Arguments> columns() throws UnfitValueException {
        NdArray codes = NdArray.ofLongs(1, 0, -1);
        Index letters = new Index(NdArray.ofObjects(List.of("x", "y")), null);
        NdArray moments = Times.pack('M', "s", Arrays.asList("1970-01-01", null, "1970-01-02"));
        NdArray missing = Packing.pack(Dtype.BOOL, List.of(true, false, false));
        Opaque call = new Opaque("a.B", List.of(List.of(1L, 2L, 3L), NdArray.ofLongs(4, 5, 6), "all"));
        return Stream.of(
                Arguments.of(NdArray.ofLongs(1, 2, 3), "int64", "[3, 1]"),
                Arguments.of(NdArray.ofDoubles(0.5, 1.5, 2.5), "float64", "[2.5, 0.5]"),
                Arguments.of(NdArray.ofObjects(List.of("x", 1L, true)), "object", "[true, x]"),
                Arguments.of(new Index(NdArray.ofLongs(1, 2, 3), "i"), "int64", "[3, 1]"),
                Arguments.of(new RangeLabels(10, 5, 3), "int64", "[20, 10]"),
                Arguments.of(new Categorical(codes, letters, true), "category", "[null, y]"),
                Arguments.of(
                        new ZonedTimes(moments, ZoneOffset.UTC),
                        "datetime64[s, UTC]",
                        "[1970-01-02T00:00Z, 1970-01-01T00:00Z]"),
                Arguments.of(new MaskedColumn(NdArray.ofLongs(1, 2, 3), missing), "Int64", "[3, null]"),
                Arguments.of(
                        new Levels(List.of(letters, letters), List.of(codes, NdArray.ofLongs(0, 0, 1))),
                        "object",
                        "[[null, y], [y, x]]"),
                Arguments.of(new TypedColumn("string", List.of("x", "y", "z")), "string", "[z, x]"),
                Arguments.of(new ForeignArray(NdArray.ofLongs(1, 2, 3), call), "int64", "[3, 1]"));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void rows_of_a_series_keep_their_labels_and_their_type(Column column, String type, String expected) {
        Series part = Objects.requireNonNull(TablePart.rows(Series.of(ROWS, column, "s"), PLACES));
        Column values = (Column) part.values();
        assertThat(values).isInstanceOf(column.getClass() == RangeLabels.class ? NdArray.class : column.getClass());
        assertThat(values.dtypeName()).isEqualTo(type);
        assertThat(values).hasToString(expected);
        assertThat((Index) part.index()).containsExactly(2L, 0L);
        assertThat(((Index) part.index()).name()).isEqualTo("row");
        assertThat(part.name()).isEqualTo("s");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void no_rows_are_an_empty_series_of_the_same_type(Column column, String type) {
        Series part = Objects.requireNonNull(TablePart.rows(Series.of(ROWS, column, null), new int[0]));
        assertThat((Column) part.values()).isEmpty();
        assertThat(((Column) part.values()).dtypeName()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"0 1 2, true", "1 2, true", "2, true", "0 2, false", "2 1 0, false", "1 1, false"})
    void labels_at_equal_distances_stay_such_where_no_row_between_is_left_out(String places, boolean isRange) {
        int[] chosen = Stream.of(places.split(" ")).mapToInt(Integer::parseInt).toArray();
        Index rows = new Index(new RangeLabels(10, 5, 3), null);
        Series part = Objects.requireNonNull(TablePart.rows(Series.of(rows, NdArray.ofLongs(1, 2, 3), null), chosen));
        Index labels = (Index) part.index();
        assertThat(labels.labels() instanceof RangeLabels).isEqualTo(isRange);
        assertThat(labels.get(0)).isEqualTo(10L + 5L * chosen[0]);
        assertThat(labels).hasSize(chosen.length);
    }

    @Test
    void a_foreign_array_divides_each_argument_that_has_an_element_for_each() {
        Opaque call = new Opaque("a.B", List.of(List.of(1L, 2L, 3L), NdArray.ofLongs(4, 5, 6), "all", List.of(7L)));
        ForeignArray array = new ForeignArray(NdArray.ofLongs(1, 2, 3), call);
        Series part = Objects.requireNonNull(TablePart.rows(Series.of(ROWS, array, null), PLACES));
        Opaque origin = ((ForeignArray) part.values()).origin();
        assertThat(origin.className()).isEqualTo("a.B");
        assertThat(origin.arguments()).hasToString("[[3, 1], [6, 4], all, [7]]");
    }

    @Test
    void an_array_that_cannot_be_divided_gives_nothing() {
        Opaque withState = new Opaque("a.B", List.of(), "state", List.of(), Map.of());
        NdArray square = NdArray.ofLongs(1, 2, 3, 4, 5, 6).reshaped(List.of(3, 2));
        for (Column column : List.of(square, new ForeignArray(NdArray.ofLongs(1, 2, 3), withState))) {
            assertThat(TablePart.rows(Series.of(ROWS, column, null), PLACES)).isNull();
            assertThat(TablePart.rows(DataFrame.of(ROWS, List.of(column, column, column), NAMES), PLACES))
                    .isNull();
        }
    }

    @Test
    void rows_of_a_frame_are_those_of_each_column() {
        DataFrame part = Objects.requireNonNull(TablePart.rows(frame(NAMES), PLACES));
        assertThat(part.data()).hasToString("[[3, 1], [z, x], [2.5, 0.5]]");
        assertThat(part.data()).extracting(Column::dtypeName).containsExactly("int64", "string", "float64");
        assertThat((Index) part.index()).containsExactly(2L, 0L);
        assertThat((Index) part.columns()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "c a, [c; a], [[0.5; 1.5; 2.5]; [1; 2; 3]]",
        "b, [b], [[x; y; z]]",
        "a a, [a; a], [[1; 2; 3]; [1; 2; 3]]"
    })
    void columns_of_a_frame_come_in_the_order_of_the_names(String names, String columns, String data) {
        DataFrame part = Objects.requireNonNull(TablePart.columns(frame(NAMES), List.of(names.split(" "))));
        assertThat((Index) part.columns()).hasToString(columns.replace(';', ','));
        assertThat(((Index) part.columns()).name()).isEqualTo("name");
        assertThat(part.data()).hasToString(data.replace(';', ','));
        assertThat(part.index()).isSameAs(ROWS);
    }

    @Test
    void a_name_of_no_column_or_of_several_gives_nothing() {
        assertThat(TablePart.columns(frame(NAMES), List.of("a", "d"))).isNull();
        DataFrame doubled = frame(new Index(NdArray.ofObjects(List.of("a", "b", "a")), null));
        assertThat(TablePart.columns(doubled, List.of("a"))).isNull();
        assertThat(TablePart.columns(doubled, List.of("b"))).isNotNull();
    }

    @Test
    void a_column_is_found_by_the_text_of_its_label() {
        DataFrame numbered = frame(new Index(new RangeLabels(7, 1, 3), null));
        DataFrame part = Objects.requireNonNull(TablePart.columns(numbered, List.of("9", "7")));
        assertThat((Index) part.columns()).containsExactly(9L, 7L);
    }

    @Test
    void a_table_of_plain_lists_has_no_types_to_keep_and_gives_nothing() {
        List<Object> labels = List.of(0L, 1L, 2L);
        DataFrame frame = new DataFrame(labels, List.of(labels, labels, labels), List.of("a", "b", "c"), "int64", null);
        assertThat(TablePart.rows(frame, PLACES)).isNull();
        assertThat(TablePart.columns(frame, List.of("a"))).isNull();
        assertThat(TablePart.rows(new Series(labels, labels, "int64", "int64", null, null), PLACES))
                .isNull();
    }

    private static DataFrame frame(Index names) {
        return DataFrame.of(
                ROWS,
                List.of(
                        NdArray.ofLongs(1, 2, 3),
                        new TypedColumn("string", List.of("x", "y", "z")),
                        NdArray.ofDoubles(0.5, 1.5, 2.5)),
                names);
    }
}
