package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A state as each pandas writes it: a dict of attributes, or a tuple whose order has changed. */
final class ArrayPartsTest {
    private static final NdArray DATA = NdArray.ofLongs(1, 2);
    private static final Opaque DTYPE = new Opaque("pandas.SomeDtype", List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            pandas.core.arrays.datetimes.DatetimeArray          | -                               | DatetimeArray
            DatetimeArray                                       | -                               | DatetimeArray
            pandas._libs.arrays.__pyx_unpickle_NDArrayBacked    | pandas.core.arrays.PeriodArray  | PeriodArray
            pandas._libs.interval.__pyx_unpickle_IntervalMixin  | -                               | __pyx_unpickle_IntervalMixin
            pandas.core.arrays.PeriodArray                      | pandas.core.arrays.StringArray  | PeriodArray
            """)
    void the_type_is_the_last_name_of_what_is_made(String name, @Nullable String argument, String type) {
        List<@Nullable Object> arguments = argument == null ? List.of() : List.of(new Global(argument), 0L);
        assertThat(ArrayParts.of(new Opaque(name, arguments)).type()).isEqualTo(type);
    }

    @Test
    void a_class_that_is_made_by_a_text_keeps_the_name_of_the_call() {
        Opaque object = new Opaque("pandas.__pyx_unpickle_NDArrayBacked", List.of("pandas.PeriodArray"));
        assertThat(ArrayParts.of(object).type()).isEqualTo("__pyx_unpickle_NDArrayBacked");
    }

    static Stream<Arguments> states() {
        Map<String, Object> rest = Map.of("_freq", "D");
        return Stream.of(
                Arguments.of("data, dtype, rest", Tuple.of(DATA, DTYPE, rest)),
                Arguments.of("dtype, data, rest", Tuple.of(DTYPE, DATA, rest)),
                Arguments.of("with nothing between", Tuple.of(DTYPE, null, rest, DATA)),
                Arguments.of("of 1.2", Map.of("_ndarray", DATA, "_dtype", DTYPE, "_freq", "D")),
                Arguments.of("of 1.1", Map.of("_data", DATA, "_dtype", DTYPE, "_freq", "D")),
                Arguments.of("of codes", Map.of("_codes", DATA, "dtype", DTYPE, "_freq", "D", "_data", "other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void a_state_has_data_a_dtype_and_attributes(String what, Object state) {
        Opaque third = new Opaque("pandas.A", Arrays.asList(null, 0L, state));
        for (Opaque object : List.of(object(state), third)) {
            ArrayParts parts = ArrayParts.of(object);
            assertThat(parts.data()).isSameAs(DATA);
            assertThat(parts.dtype()).isSameAs(DTYPE);
            assertThat(parts.get("_no", "_freq")).isEqualTo("D");
            assertThat(parts.get("_no")).isNull();
        }
    }

    static Stream<Arguments> nothings() {
        return Stream.of(
                Arguments.of("no state", new Opaque("pandas.A", List.of())),
                Arguments.of("two arguments", new Opaque("pandas.A", List.of(0L, Map.of("_data", DATA)))),
                Arguments.of("a text", object("text")),
                Arguments.of("a list", object(List.of(DATA))),
                Arguments.of("an empty tuple", object(Tuple.of())),
                Arguments.of("data that is none", object(Map.of("_data", List.of(1L)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nothings")
    void what_is_no_state_has_no_parts(String what, Opaque object) {
        ArrayParts parts = ArrayParts.of(object);
        assertThat(parts.data()).isNull();
        assertThat(parts.dtype()).isNull();
        assertThat(parts.isTable()).isFalse();
        assertThat(parts.frequency()).isNull();
        assertThat(parts.timeZone()).isNull();
        assertThat(parts.categories()).isNull();
        assertThat(parts.closed()).isNull();
        assertThat(parts.ordered()).isFalse();
        assertThat(parts.dtypeName("string")).isEqualTo("string");
    }

    @Test
    void a_state_counts_before_the_third_argument() {
        Opaque object = new Opaque("pandas.A", Arrays.asList(null, 0L, Map.of("_data", DATA)));
        object.setState(Map.of("_data", NdArray.ofLongs(3)));
        assertThat(ArrayParts.of(object).data()).isEqualTo(List.of(3L));
    }

    @Test
    void data_of_two_dimensions_are_a_table() {
        assertThat(ArrayParts.of(object(Tuple.of(DATA))).isTable()).isFalse();
        assertThat(ArrayParts.of(object(Tuple.of(DATA.reshaped(List.of(1, 2))))).isTable())
                .isTrue();
    }

    static Stream<Arguments> properties() {
        Opaque zoned = new Opaque("pandas.DatetimeTZDtype", List.of("ns", "UTC"));
        Opaque none = dtype(Map.of());
        return Stream.of(
                property("a zone", ArrayParts::timeZone, dtype(Map.of("tz", "UTC")), Map.of(), "UTC"),
                property("a zone of old", ArrayParts::timeZone, dtype(Map.of("_tz", "UTC")), Map.of(), "UTC"),
                property("a zone of a call", ArrayParts::timeZone, zoned, Map.of(), "UTC"),
                property(
                        "no zone",
                        ArrayParts::timeZone,
                        new Opaque("pandas.DatetimeTZDtype", List.of("ns")),
                        Map.of(),
                        null),
                property(
                        "no type with a zone",
                        ArrayParts::timeZone,
                        new Opaque("pandas.Dtype", List.of("ns", "UTC")),
                        Map.of(),
                        null),
                property("a type that is a text", ArrayParts::timeZone, "datetime64", Map.of("tz", "UTC"), null),
                property("categories", ArrayParts::categories, dtype(Map.of("categories", "x")), Map.of(), "x"),
                property("its own", ArrayParts::categories, dtype(Map.of("_categories", "x")), Map.of(), "x"),
                property("categories of the array", ArrayParts::categories, none, Map.of("_categories", "y"), "y"),
                property(
                        "both",
                        ArrayParts::categories,
                        dtype(Map.of("categories", "x")),
                        Map.of("categories", "y"),
                        "x"),
                property("ordered", ArrayParts::ordered, dtype(Map.of("_ordered", true)), Map.of(), true),
                property("not ordered", ArrayParts::ordered, dtype(Map.of("ordered", false)), Map.of(), false),
                property("the type has the say", ArrayParts::ordered, none, Map.of("_ordered", true), false),
                property("no type has one", ArrayParts::ordered, null, Map.of("_ordered", true), true),
                property("no type says no", ArrayParts::ordered, null, Map.of("ordered", false), false),
                property("a letter", ArrayParts::frequency, new Opaque("m.D", List.of("D")), Map.of(), "D"),
                property("a letter of the state", ArrayParts::frequency, dtype(Map.of("freq", "D")), Map.of(), "D"),
                property("no letter", ArrayParts::frequency, "period[D]", Map.of("freq", "D"), null),
                property("a side", ArrayParts::closed, dtype(Map.of("closed", "left")), Map.of(), "left"),
                property(
                        "its own side",
                        ArrayParts::closed,
                        dtype(Map.of("closed", "left")),
                        Map.of("_closed", "x"),
                        "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("properties")
    void a_property_stands_in_the_dtype_or_beside_it(
            String what, Function<ArrayParts, @Nullable Object> property, ArrayParts parts, @Nullable Object value) {
        assertThat(property.apply(parts)).isEqualTo(value);
    }

    @Test
    void texts_whose_missing_ones_are_nan_are_str() {
        Opaque argument = new Opaque("pandas.StringDtype", List.of("pyarrow", Double.NaN));
        Opaque state = dtype(Map.of("_na_value", Double.NaN));
        Opaque one = new Opaque("pandas.StringDtype", List.of("pyarrow", 1.0));
        Opaque text = new Opaque("pandas.StringDtype", List.of("pyarrow", "NaN"));
        assertThat(name(argument)).isEqualTo("str");
        assertThat(name(state)).isEqualTo("str");
        assertThat(name(one)).isEqualTo("string");
        assertThat(name(text)).isEqualTo("string");
        assertThat(name("string")).isEqualTo("string");
    }

    private static String name(Object dtype) {
        return new ArrayParts("StringArray", null, dtype, Map.of()).dtypeName("string");
    }

    private static Arguments property(
            String what,
            Function<ArrayParts, @Nullable Object> property,
            @Nullable Object dtype,
            Map<?, ?> attributes,
            @Nullable Object value) {
        return Arguments.of(what, property, new ArrayParts("A", null, dtype, attributes), value);
    }

    private static Opaque dtype(Map<?, ?> state) {
        Opaque dtype = new Opaque("pandas.Dtype", List.of());
        dtype.setState(state);
        return dtype;
    }

    private static Opaque object(Object state) {
        Opaque object = new Opaque("pandas.A", List.of());
        object.setState(state);
        return object;
    }
}
