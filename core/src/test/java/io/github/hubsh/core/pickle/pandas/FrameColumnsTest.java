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
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.MaskedColumn;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TypedColumn;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds values, as the column that it is within a table. */
final class FrameColumnsTest {
    private static final NdArray LONGS = NdArray.ofLongs(1, 2);
    private static final NdArray TABLE = NdArray.ofLongs(1, 2, 3, 4).reshaped(List.of(2, 2));
    private static final TypedColumn TEXTS = new TypedColumn("string", List.of("a"));
    private static final Opaque ARRAY = new Opaque("pandas.array", List.of());

    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    static Stream<Arguments> columns() {
        Index index = new Index(LONGS, "i");
        ForeignArray boxedTexts = new ForeignArray(TEXTS, ARRAY);
        ForeignArray other = new ForeignArray(LONGS, new Opaque("numpy.matrix", List.of()));
        return Stream.of(
                Arguments.of("an array", LONGS, LONGS),
                Arguments.of("an index", index, LONGS),
                Arguments.of("an array of pandas", new ForeignArray(LONGS, ARRAY), LONGS),
                Arguments.of("an array of texts", boxedTexts, boxedTexts),
                Arguments.of("an array of another library", other, other),
                Arguments.of("a series", Series.of(index, new ForeignArray(LONGS, ARRAY), null), LONGS),
                Arguments.of("another column", TEXTS, TEXTS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void what_holds_values_is_a_column(String what, Object value, Column column) throws ContentException {
        assertThat(FrameColumns.of(value, meter)).isSameAs(column);
        assertThat(FrameColumns.ofBlock(value, meter)).hasSize(1).first().isSameAs(column);
    }

    @Test
    void a_list_is_a_column_of_objects_and_is_paid_for() throws ContentException {
        Column column = Objects.requireNonNull(FrameColumns.of(List.of(1L, "a"), meter));
        assertThat(column).hasToString("[1, a]");
        assertThat(column.dtypeName()).isEqualTo("object");
        Meter poor = new Meter(new PickleBudget(9, 1, 9, 9, 9, 9));
        assertThatThrownBy(() -> FrameColumns.of(List.of(1L, 2L), poor)).hasMessage("more than 1 values");
    }

    @Test
    void what_holds_none_or_has_rows_is_no_column() throws ContentException {
        assertThat(FrameColumns.of(null, meter)).isNull();
        assertThat(FrameColumns.of("text", meter)).isNull();
        assertThat(FrameColumns.of(TABLE, meter)).isNull();
        assertThat(FrameColumns.ofBlock(null, meter)).isNull();
        assertThat(FrameColumns.ofBlock(NdArray.ofLongs(1).reshaped(List.of(1, 1, 1)), meter))
                .isNull();
        assertThat(FrameColumns.ofBlock(ARRAY, meter)).isNull();
    }

    @Test
    void a_block_of_two_dimensions_has_a_column_for_each_row_and_pays_for_it() throws ContentException {
        assertThat(FrameColumns.ofBlock(TABLE, meter)).hasToString("[[1, 2], [3, 4]]");
        Meter poor = new Meter(new PickleBudget(24, 9, 9, 9, 9, 9));
        assertThat(FrameColumns.rows(TABLE, poor)).hasSize(2);
        assertThatThrownBy(() -> FrameColumns.rows(TABLE, poor)).hasMessage("more than 24 bytes copied");
    }

    @Test
    void the_data_of_a_block_may_be_an_array_of_pandas() throws ContentException {
        Opaque moments = new Opaque("pandas.TimedeltaArray", List.of());
        moments.setState(Tuple.of(TABLE, "m8", Map.of()));
        assertThat(FrameColumns.ofBlock(moments, meter)).hasToString("[[1, 2], [3, 4]]");
    }

    static Stream<Arguments> simple() {
        NdArray truths = NdArray.packed(Dtype.BOOL, List.of(2), false, ByteBuffer.allocate(2));
        NdArray moments = NdArray.packed(Dtype.time('M', false, "s", 1), List.of(1), false, ByteBuffer.allocate(8));
        Index index = new Index(LONGS, null);
        Categorical level = new Categorical(LONGS, index, false);
        return Stream.of(
                Arguments.of("an array", LONGS, true, true),
                Arguments.of("a range", new RangeLabels(0, 1, 2), true, true),
                Arguments.of("moments", new ZonedTimes(moments, ZoneOffset.UTC), true, true),
                Arguments.of("a mask", new MaskedColumn(LONGS, truths), true, true),
                Arguments.of("an array of pandas", new ForeignArray(LONGS, ARRAY), true, true),
                Arguments.of("texts", TEXTS, true, true),
                Arguments.of("categories", level, false, true),
                Arguments.of("categories of them", new Categorical(LONGS, new Index(level, null), false), false, false),
                Arguments.of("an index", index, false, false),
                Arguments.of("levels", new Levels(List.of(index), List.of(LONGS)), false, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("simple")
    void a_column_that_holds_its_own_values_is_simple(String what, Column column, boolean simple, boolean level) {
        assertThat(FrameColumns.isSimple(column)).isEqualTo(simple);
        assertThat(FrameColumns.isSimpleLevel(column)).isEqualTo(level);
    }

    static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of(null, true),
                Arguments.of("text", true),
                Arguments.of(1L, true),
                Arguments.of(1.5, true),
                Arguments.of(false, true),
                Arguments.of(LocalDate.EPOCH, true),
                Arguments.of(Period.ofMonths(1), true),
                Arguments.of(new PandasTime(Duration.ZERO), true),
                Arguments.of(new PythonScalar(List.of(), "m.x"), false),
                Arguments.of(List.of(), false),
                Arguments.of(Map.of(), false),
                Arguments.of(Bytes.of(), false),
                Arguments.of(ARRAY, false));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void a_plain_value_holds_no_others(@Nullable Object value, boolean plain) {
        assertThat(FrameColumns.isPlain(value)).isEqualTo(plain);
    }
}
