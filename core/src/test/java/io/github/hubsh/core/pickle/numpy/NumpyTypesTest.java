package io.github.hubsh.core.pickle.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.ForeignArray;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays and scalars of numpy, as calls and states. */
final class NumpyTypesTest {
    private static final String RECONSTRUCT = "numpy.core.multiarray._reconstruct";
    private static final String MASKED = "numpy.ma.core._mareconstruct";
    private static final Bytes THREE = bytes("010203");

    private final NumpyTypes types = new NumpyTypes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            i1     | ff               | NumpyScalar  | -1
            ?      | 01               | NumpyScalar  | true
            f8     | 000000000000f83f | NumpyScalar  | 1.5
            u8     | ffffffffffffffff | NumpyScalar  | 18446744073709551615
            M8[s]  | 0100000000000000 | NumpyScalar  | 1970-01-01T00:00:01
            m8[us] | 0100000000000000 | NumpyScalar  | PT0.000001S
            M8[s]  | 0000000000000080 | PythonScalar | null
            M8[D]  | 0100000000000000 | PythonScalar | 1970-01-02
            M8[ps] | 0100000000000000 | PythonScalar | 1970-01-01T00:00
            M8[2s] | 0100000000000000 | PythonScalar | 1970-01-01T00:00:02
            S2     | 6100             | PythonScalar | -
            """)
    void a_scalar_is_typed_where_every_numpy_makes_it_by_its_name(
            String dtype, String hex, String type, @Nullable String shown) throws ContentException {
        for (String core : List.of("numpy.core.", "numpy._core.")) {
            Object scalar = call(core + "multiarray.scalar", dtype(dtype), bytes(hex));
            assertThat(scalar).isNotNull();
            assertThat(scalar.getClass().getSimpleName()).isEqualTo(type);
            if (shown != null) {
                assertThat(scalar).hasToString(shown);
            }
        }
    }

    @Test
    void a_scalar_of_objects_is_its_object() throws ContentException {
        String name = "numpy.core.multiarray.scalar";
        assertThat(call(name, dtype("O"), List.of("text"))).isEqualTo("text");
        assertThat(call(name, dtype("O"), Collections.singletonList(null))).isSameAs(Family.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numpy.bool_   | bool
            numpy.int8    | int8
            numpy.uint64  | uint64
            numpy.float64 | float64
            """)
    void a_public_name_makes_a_scalar_of_a_plain_value(String name, String dtype) throws ContentException {
        NumpyScalar scalar = (NumpyScalar) call(name, 1L);
        assertThat(scalar.dtype().name()).isEqualTo(dtype);
        assertThat(scalar.value()).isEqualTo(1L);
        assertThat(call(name, "1")).isNull();
        assertThat(call(name)).isNull();
        assertThat(call(name, 1L, 2L)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            datetime64  | 2026-11-22T18:31 | m         | datetime64[m]
            datetime64  | 2026-11-22       | D         | -
            datetime64  | today            | s         | -
            datetime64  | 5                | s         | -
            datetime64  | 2026-11-22T18:31 | fortnight | -
            timedelta64 | 5                | s         | timedelta64[s]
            timedelta64 | 5                | ns        | timedelta64[ns]
            timedelta64 | 5                | Y         | -
            timedelta64 | 5                | fortnight | -
            timedelta64 | 2026-11-22T18:31 | s         | -
            timedelta64 | -9223372036854775808 | s     | -
            """)
    void a_time_is_made_of_a_text_or_a_count(String name, String first, String unit, @Nullable String dtype)
            throws ContentException {
        Object argument = first.matches("-?[0-9]+") ? Long.valueOf(first) : first;
        Object time = call("numpy." + name, argument, unit);
        assertThat(time instanceof NumpyScalar scalar ? scalar.dtype().name() : null)
                .isEqualTo(dtype);
        assertThat(time == null).isEqualTo(dtype == null);
        assertThat(call("numpy." + name, argument)).isNull();
        assertThat(call("numpy." + name, argument, 1L)).isNull();
    }

    @Test
    void an_array_is_made_of_a_buffer() throws ContentException {
        String name = "numpy._core.numeric._frombuffer";
        Bytes six = bytes("010203040506");
        assertThat(call(name, six, dtype("i1"), Tuple.of(2L, 3L), "C")).hasToString("[[1, 2, 3], [4, 5, 6]]");
        assertThat(call(name, six, dtype("i1"), Tuple.of(2L, 3L), "F")).hasToString("[[1, 3, 5], [2, 4, 6]]");
        PythonScalar single = (PythonScalar) call(name, bytes("07"), dtype("i1"), Tuple.of(), "C");
        assertThat(single.value()).isEqualTo(7L);
        assertThat(call(name, six, dtype("i1"), Tuple.of(7L), "C")).isNull();
        assertThat(call(name, six, dtype("i1"), Tuple.of(6L))).isNull();
        assertThat(call(name, six, "i1", Tuple.of(6L), "C")).isNull();
    }

    @Test
    void an_array_is_made_of_its_state() throws ContentException {
        Object array = built(RECONSTRUCT, "numpy.ndarray", Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE));
        assertThat(array).isInstanceOf(NdArray.class).hasToString("[1, 2, 3]");
        Object old = built(RECONSTRUCT, "numpy.ndarray", Tuple.of(Tuple.of(3L), dtype("i1"), false, THREE));
        assertThat(old).isInstanceOf(NdArray.class).hasToString("[1, 2, 3]");
        Object columns = built(
                RECONSTRUCT, "numpy.ndarray", Tuple.of(1L, Tuple.of(2L, 2L), dtype("i1"), true, bytes("01020304")));
        assertThat(columns).hasToString("[[1, 3], [2, 4]]");
        Object frozen = built(
                RECONSTRUCT,
                "pandas.core.indexes.frozen.FrozenNDArray",
                Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE));
        assertThat(frozen).isInstanceOf(NdArray.class);
        Object single = built(RECONSTRUCT, "numpy.ndarray", Tuple.of(1L, Tuple.of(), dtype("i1"), false, bytes("07")));
        assertThat(((PythonScalar) single).value()).isEqualTo(7L);
    }

    @Test
    void an_array_of_a_class_of_numpy_keeps_it() throws ContentException {
        Object matrix = built(RECONSTRUCT, "numpy.matrix", Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE));
        assertThat(matrix).isInstanceOf(ForeignArray.class).hasToString("[1, 2, 3]");
        Opaque origin = ((ForeignArray) matrix).origin();
        assertThat(origin.arguments().get(0)).isEqualTo(new Global("numpy.matrix"));
    }

    @Test
    void a_masked_array_shows_nothing_where_its_mask_is_set() throws ContentException {
        Object masked = built(
                MASKED,
                "numpy.ma.MaskedArray",
                Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE, bytes("000100"), 9L));
        assertThat(masked).isInstanceOf(ForeignArray.class).hasToString("[1, null, 3]");
        assertThat(((ForeignArray) masked).origin().className()).isEqualTo(MASKED);
        Object single = built(
                MASKED,
                "numpy.ma.MaskedArray",
                Tuple.of(1L, Tuple.of(), dtype("i1"), false, bytes("07"), bytes("01"), 9L));
        assertThat(((PythonScalar) single).value()).isNull();
        assertThat(built(MASKED, "numpy.ma.MaskedArray", Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE)))
                .isNull();
        assertThat(built(
                        MASKED,
                        "numpy.ma.MaskedArray",
                        Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE, bytes("00"), 9L)))
                .isNull();
    }

    static Stream<Arguments> unbuilt() {
        Tuple whole = Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE);
        return Stream.of(
                Arguments.of("of another library", "astropy.Quantity", whole),
                Arguments.of("of no state", "numpy.ndarray", null),
                Arguments.of("of a dict", "numpy.ndarray", Map.of("a", 1L)),
                Arguments.of("of a short state", "numpy.ndarray", Tuple.of(Tuple.of(3L), dtype("i1"), false)),
                Arguments.of(
                        "of too few bytes", "numpy.ndarray", Tuple.of(1L, Tuple.of(4L), dtype("i1"), false, THREE)),
                Arguments.of("of no shape", "numpy.ndarray", Tuple.of(1L, "3", dtype("i1"), false, THREE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unbuilt")
    void what_is_no_array_stays_as_it_is(String what, String type, @Nullable Object state) throws ContentException {
        assertThat(built(RECONSTRUCT, type, state)).isNull();
    }

    @Test
    void an_array_of_no_class_stays_as_it_is() throws ContentException {
        Tuple whole = Tuple.of(1L, Tuple.of(3L), dtype("i1"), false, THREE);
        for (List<Object> arguments : List.of(List.<Object>of(), List.<Object>of("numpy.ndarray"))) {
            Opaque object = new Opaque(RECONSTRUCT, arguments);
            object.setState(whole);
            assertThat(types.built(object, meter())).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RECONSTRUCT, "numpy._core.multiarray._reconstruct", MASKED})
    void an_array_is_created_empty(String name) throws ContentException {
        assertThat(call(name, new Global("numpy.ndarray"), Tuple.of(0L), "b")).isNull();
    }

    @Test
    void a_scalar_of_odd_parts_is_not_read() throws ContentException {
        String name = "numpy.core.multiarray.scalar";
        assertThat(call(name, dtype("i1"))).isNull();
        assertThat(call(name, dtype("i1"), bytes("0102"))).isNull();
        assertThat(call(name, "i1", bytes("01"))).isNull();
    }

    private @Nullable Object call(String name, @Nullable Object... arguments) throws ContentException {
        assertThat(types.names()).contains(name);
        return types.call(name, Arrays.asList(arguments), meter());
    }

    private @Nullable Object built(String function, String type, @Nullable Object state) throws ContentException {
        Opaque object = new Opaque(function, List.of(new Global(type), Tuple.of(0L), "b"));
        object.setState(state);
        return types.built(object, meter());
    }

    private static Meter meter() {
        return new Meter(PickleBudget.DEFAULT);
    }

    private static Opaque dtype(String code) {
        return new Opaque("numpy.dtype", List.of(code));
    }

    private static Bytes bytes(String hex) {
        return Bytes.wrapping(HexFormat.of().parseHex(hex));
    }
}
