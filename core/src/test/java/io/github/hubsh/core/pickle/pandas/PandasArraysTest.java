package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** pandas' own arrays: made of a state, or by the few calls that say all. */
final class PandasArraysTest {
    private static final NdArray LONGS = NdArray.ofLongs(0, 1);
    private static final NdArray MOMENTS = moments(0, 1);
    private static final NdArray MASK =
            NdArray.packed(Dtype.BOOL, List.of(2), false, ByteBuffer.wrap(new byte[] {0, 1}));
    private static final NdArray TEXTS =
            NdArray.ofObjects(List.of("a", new PythonScalar(null, new Global("pandas.NA"))));
    private static final Index LABELS = new Index(NdArray.ofObjects(List.of("x", "y")), null);

    private final PandasArrays arrays = new PandasArrays();
    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    static Stream<Arguments> arrays() {
        Opaque zoned = new Opaque("pandas.DatetimeTZDtype", List.of("ns", "Asia/Tokyo"));
        Opaque monthly = new Opaque("pandas.PeriodDtype", List.of("M"));
        Opaque nan = new Opaque("pandas.StringDtype", List.of("python", Double.NaN));
        Opaque closed = dtype(Map.of("closed", "both"));
        Opaque sparse = new Opaque("pandas.IntIndex", List.of(2L, NdArray.ofLongs(1)));
        Opaque chunks = new Opaque("pyarrow.lib.chunked_array", List.of(List.of()));
        return Stream.of(
                made("DatetimeArray", "datetime64[s]", "[1970-01-01T00:00, 1970-01-01T00:00:01]", MOMENTS, null),
                made(
                        "DatetimeArray",
                        "datetime64[s, Asia/Tokyo]",
                        "[1970-01-01T09:00+09:00, 1970-01-01T09:00:01+09:00]",
                        MOMENTS,
                        zoned),
                made("DatetimeArray", "int64", "[0, 1]", LONGS, zoned),
                made("TimedeltaArray", "int64", "[0, 1]", LONGS, zoned),
                made("PandasArray", "int64", "[0, 1]", LONGS, null),
                made("NumpyExtensionArray", "int64", "[0, 1]", LONGS, null),
                made("PeriodArray", "period[M]", "[1970-01, 1970-02]", LONGS, monthly),
                made("StringArray", "string", "[a, null]", TEXTS, null),
                made("StringArray", "str", "[a, null]", TEXTS, nan),
                made("Categorical", "category", "[x, y]", LONGS, dtype(Map.of("categories", LABELS))),
                made("IntegerArray", "Int64", "[0, null]", LONGS, null, "_mask", MASK),
                made("FloatingArray", "Float64", "[1.5, null]", NdArray.ofDoubles(1.5, 2), null, "_mask", MASK),
                made("BooleanArray", "boolean", "[false, null]", MASK, null, "mask", MASK),
                made(
                        "IntervalArray",
                        "interval[int64, both]",
                        "[[0, 0], [1, 1]]",
                        null,
                        closed,
                        "_left",
                        LONGS,
                        "_right",
                        LONGS),
                made(
                        "IntervalArray",
                        "interval[int64, left]",
                        "[[0, 0), [1, 1)]",
                        null,
                        null,
                        "left",
                        LONGS,
                        "right",
                        LONGS,
                        "closed",
                        "left"),
                made(
                        "SparseArray",
                        "Sparse[int64, 0]",
                        "[0, 5]",
                        null,
                        dtype(Map.of("_fill_value", 0L)),
                        "_sparse_index",
                        sparse,
                        "_sparse_values",
                        NdArray.ofLongs(5)),
                made("ArrowStringArray", "string", "[]", null, null, "_data", chunks),
                made("ArrowStringArrayNumpySemantics", "str", "[]", null, nan, "_pa_array", chunks),
                made("ArrowExtensionArray", "string", "[]", null, null, "_pa_array", chunks));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("arrays")
    void an_array_is_made_of_its_state(String type, String dtype, String shown, Opaque object) throws ContentException {
        assertThat(arrays.names()).contains("pandas." + type);
        Column built = (Column) Objects.requireNonNull(arrays.built(object, meter));
        assertThat(built).hasToString(shown);
        assertThat(built.dtypeName()).isEqualTo(dtype);
        assertThat(PandasArrays.columns(object, meter)).hasToString("[" + shown + "]");
    }

    static Stream<Arguments> others() {
        Index nested = new Index(new Categorical(LONGS, LABELS, false), null);
        NdArray shortMask = NdArray.packed(Dtype.BOOL, List.of(1), false, ByteBuffer.allocate(1));
        NdArray cube = LONGS.reshaped(List.of(1, 1, 2));
        return Stream.of(
                made("DatetimeArray", "no data", "", null, null),
                made("DatetimeArray", "three dimensions", "", cube, null),
                made("PeriodArray", "no frequency", "", LONGS, null),
                made("PeriodArray", "a table without a frequency", "", LONGS.reshaped(List.of(1, 2)), null),
                made("Categorical", "no categories", "", LONGS, null),
                made("Categorical", "categories that are a list", "", LONGS, dtype(Map.of("categories", List.of("x")))),
                made("Categorical", "categories of categories", "", LONGS, dtype(Map.of("categories", nested))),
                made("IntegerArray", "no mask", "", LONGS, null),
                made("IntegerArray", "a mask that is too short", "", LONGS, null, "_mask", shortMask),
                made("IntegerArray", "a mask of numbers", "", LONGS, null, "_mask", LONGS),
                made("IntegerArray", "a mask of moments", "", MOMENTS, null, "_mask", MASK),
                made("IntervalArray", "no bounds", "", null, null),
                made("SparseArray", "no places", "", null, null),
                made("ArrowStringArray", "no texts", "", null, null));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("others")
    void what_does_not_fit_together_stays_as_it_is(String type, String what, String none, Opaque object)
            throws ContentException {
        assertThat(arrays.built(object, meter)).isNull();
        assertThat(PandasArrays.columns(object, meter)).isNull();
    }

    @Test
    void an_array_of_two_dimensions_is_a_part_of_a_table_only() throws ContentException {
        Opaque table = object("DatetimeArray", moments(0, 1, 2, 3).reshaped(List.of(2, 2)), null);
        assertThat(arrays.built(table, meter)).isNull();
        assertThat(PandasArrays.columns(table, meter))
                .hasToString(
                        "[[1970-01-01T00:00, 1970-01-01T00:00:01]," + " [1970-01-01T00:00:02, 1970-01-01T00:00:03]]");
    }

    /** Each is made again by one call of pandas, and the texts of a numpy array stay objects. */
    @Test
    void what_numpy_can_say_itself_is_handed_on_as_an_array_of_pandas() throws ContentException {
        ForeignArray moments = (ForeignArray) built(object("DatetimeArray", MOMENTS, null));
        assertThat(moments.origin().className()).isEqualTo("pandas.array");
        assertThat(((Index) Objects.requireNonNull(moments.origin().arguments().get(0))).labels())
                .isSameAs(MOMENTS);
        ForeignArray longs = (ForeignArray) built(object("PandasArray", LONGS, null));
        assertThat(longs.origin().arguments().get(0)).isSameAs(LONGS);
        Opaque dtype =
                (Opaque) Objects.requireNonNull(longs.origin().arguments().get(1));
        assertThat(dtype.className()).isEqualTo("numpy.dtype");
        assertThat(dtype.arguments()).containsExactly("<i8");
    }

    @Test
    void a_zone_stays_the_object_that_it_was() throws ContentException {
        Opaque zone = new Opaque("pytz._p", List.of("Asia/Tokyo"));
        Opaque dtype = dtype(Map.of("tz", zone));
        List<Column> columns =
                Objects.requireNonNull(PandasArrays.columns(object("DatetimeArray", MOMENTS, dtype), meter));
        assertThat(((ZonedTimes) columns.get(0)).origin()).isSameAs(zone);
    }

    @Test
    void ordered_categories_stay_ordered() throws ContentException {
        for (boolean ordered : new boolean[] {true, false}) {
            Opaque dtype = dtype(Map.of("categories", LABELS, "ordered", ordered));
            Categorical categorical = (Categorical) built(object("Categorical", LONGS, dtype));
            assertThat(categorical.ordered()).isEqualTo(ordered);
            assertThat(categorical.categories()).isSameAs(LABELS);
        }
    }

    static Stream<Arguments> calls() {
        Opaque monthly = new Opaque("pandas.PeriodDtype", List.of("M"));
        return Stream.of(
                call("[1, null]", "array", Arrays.asList(1L, null), "Int64"),
                call("[(0, 0], (1, 1]]", "from_arrays", LONGS, LONGS, "right"),
                call("[1970-01, 1970-02]", "PeriodArray", LONGS, monthly),
                call("[x, null]", "Categorical", Arrays.asList("x", null), LABELS, true),
                call(null, "array"),
                call(null, "from_arrays", LONGS, LONGS),
                call(null, "PeriodArray", LONGS),
                call(null, "PeriodArray", List.of(1L), monthly),
                call(null, "PeriodArray", LONGS, "M"),
                call(null, "PeriodArray", LONGS, new Opaque("pandas.PeriodDtype", List.of())),
                call(null, "Categorical", List.of("x")),
                call(null, "DatetimeArray", MOMENTS));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void a_call_that_says_all_makes_an_array(@Nullable String shown, String name, List<@Nullable Object> arguments)
            throws ContentException {
        assertThat(arrays.names()).contains("pandas." + name);
        Object made = arrays.call("pandas." + name, arguments, meter);
        assertThat(made == null ? null : made.toString()).isEqualTo(shown);
    }

    @Test
    void texts_and_rows_are_paid_for() throws ContentException {
        Meter fewValues = new Meter(new PickleBudget(99, 1, 9, 9, 9, 9));
        assertThatThrownBy(() -> arrays.built(object("StringArray", TEXTS, null), fewValues))
                .hasMessage("more than 1 values");
        Meter fewBytes = new Meter(new PickleBudget(9, 9, 9, 9, 9, 9));
        Opaque table = object("TimedeltaArray", LONGS.reshaped(List.of(2, 1)), null);
        assertThat(arrays.built(table, fewBytes)).isNull();
        assertThatThrownBy(() -> PandasArrays.columns(table, fewBytes)).hasMessage("more than 9 bytes copied");
    }

    private Object built(Opaque object) throws ContentException {
        return Objects.requireNonNull(arrays.built(object, meter));
    }

    private static Arguments call(@Nullable String shown, String name, @Nullable Object... arguments) {
        return Arguments.of(shown, name, Arrays.asList(arguments));
    }

    /** @param attributes names and values */
    private static Arguments made(
            String type,
            String dtype,
            String shown,
            @Nullable NdArray data,
            @Nullable Object dtypeValue,
            Object... attributes) {
        return Arguments.of(type, dtype, shown, object(type, data, dtypeValue, attributes));
    }

    private static Opaque object(String type, @Nullable NdArray data, @Nullable Object dtype, Object... attributes) {
        Map<Object, Object> rest = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            rest.put(attributes[i], attributes[i + 1]);
        }
        Opaque object = new Opaque("pandas.core.arrays." + type, List.of());
        object.setState(Tuple.of(data, dtype, rest));
        return object;
    }

    private static Opaque dtype(Map<?, ?> state) {
        Opaque dtype = new Opaque("pandas.Dtype", List.of());
        dtype.setState(state);
        return dtype;
    }

    private static NdArray moments(long... seconds) {
        ByteBuffer bytes = ByteBuffer.allocate(seconds.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(seconds);
        return NdArray.packed(Dtype.time('M', false, "s", 1), List.of(seconds.length), false, bytes);
    }
}
