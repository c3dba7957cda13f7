package io.github.hubsh.core.pickle.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

/** The calls by which numpy makes an array again, and which types need them. */
final class NumpyOriginsTest {
    private static final Tuple SHAPE = Tuple.of(2L);
    private static final Bytes DATA = Bytes.of((byte) 1, (byte) 2);

    @Test
    void a_scalar_is_made_of_its_type_and_its_bytes() {
        Opaque scalar = NumpyOrigins.scalar("type", null);
        assertThat(scalar.className()).isEqualTo("numpy.core.multiarray.scalar");
        assertThat(scalar.arguments()).isEqualTo(Tuple.of("type", null));
        assertThat(scalar.state()).isNull();
    }

    /** As numpy 1.24 pickles {@code numpy.matrix([[1, 2]], dtype="i1")}, but for the type and the shape. */
    @Test
    void an_array_is_made_empty_and_gets_its_parts_as_its_state() {
        Opaque array = NumpyOrigins.array("numpy.matrix", SHAPE, "type", true, DATA);
        assertThat(array.className()).isEqualTo("numpy.core.multiarray._reconstruct");
        assertThat(array.arguments())
                .isEqualTo(Tuple.of(new Global("numpy.matrix"), Tuple.of(0L), Bytes.of((byte) 'b')));
        assertThat(array.state()).isEqualTo(Tuple.of(1L, SHAPE, "type", true, DATA));
        Opaque plain = NumpyOrigins.plainArray(SHAPE, "type", false, DATA);
        assertThat(plain.arguments().get(0)).isEqualTo(new Global("numpy.ndarray"));
        assertThat(plain.state()).isEqualTo(Tuple.of(1L, SHAPE, "type", false, DATA));
    }

    @Test
    void a_bytearray_becomes_bytes_and_other_data_stay() {
        List<Object> objects = List.of("a", "b");
        assertThat(data(DATA)).isSameAs(DATA);
        assertThat(data(objects)).isSameAs(objects);
        assertThat(data(null)).isNull();
        Bytes bytes = (Bytes) Objects.requireNonNull(data(DATA.asBytearray()));
        assertThat(bytes).isEqualTo(DATA);
        assertThat(bytes.isBytearray()).isFalse();
    }

    @Test
    void a_masked_array_is_made_of_its_class() {
        Opaque masked = NumpyOrigins.masked("numpy.ma.core.MaskedArray", SHAPE);
        assertThat(masked.className()).isEqualTo("numpy.ma.core._mareconstruct");
        assertThat(masked.arguments())
                .containsExactly(
                        new Global("numpy.ma.core.MaskedArray"), new Global("numpy.ndarray"), Tuple.of(0L), "b");
        assertThat(masked.state()).isSameAs(SHAPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numpy.ndarray                        | true
            pandas.core.indexes.frozen.FrozenNDArray | true
            numpy.matrix                         | false
            numpy.recarray                       | false
            m.ndarray                            | false
            m.FrozenNDArrays                     | false
            """)
    void an_array_of_numpys_own_class_is_plain(String type, boolean plain) {
        assertThat(NumpyOrigins.isPlain(type)).isEqualTo(plain);
    }

    static Stream<Arguments> types() {
        Opaque titled = structure("a", Tuple.of("i1", 0L, "title"), "title", Tuple.of("i1", 0L, "title"));
        Opaque record = dtype(new Global("numpy.record"), null);
        return Stream.of(
                Arguments.of("nothing", null, false),
                Arguments.of("a text", "i1", false),
                Arguments.of("a code", dtype("i1", null), false),
                Arguments.of("no code", new Opaque("numpy.dtype", List.of()), false),
                Arguments.of("a class", record, true),
                Arguments.of(
                        "a class behind the code", new Opaque("numpy.dtype", List.of("i1", new Global("m.A"))), false),
                Arguments.of("a field", structure("a", Tuple.of(dtype("i1", null), 0L)), false),
                Arguments.of("a field with a title", titled, true),
                Arguments.of("a field of a class", structure("a", Tuple.of(record, 0L)), true),
                Arguments.of("a field of such fields", structure("a", Tuple.of(titled, 0L)), true),
                Arguments.of("a field of nothing", structure("a", Tuple.of()), false),
                Arguments.of("a field that is none", structure("a", "i1"), false),
                Arguments.of(
                        "the second of two fields",
                        structure("a", Tuple.of("i1", 0L), "b", Tuple.of(record, 1L)),
                        true),
                Arguments.of("no names", state(null, null, Map.of("a", Tuple.of(record, 0L))), false),
                Arguments.of("no fields", state(null, Tuple.of("a"), null), false),
                Arguments.of("another name", state(null, Tuple.of("b"), Map.of("a", Tuple.of(record, 0L))), false),
                Arguments.of(
                        "an array",
                        state(Tuple.of(record, SHAPE), Tuple.of("a"), Map.of("a", Tuple.of(record, 0L))),
                        false),
                Arguments.of(
                        "a short state",
                        dtype("V1", Tuple.of(3L, "|", null, Tuple.of("a"), Map.of("a", Tuple.of(record, 0L)), 1L, 1L)),
                        false),
                Arguments.of("a state that is a list", dtype("V1", List.of()), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void a_type_with_titles_or_a_class_says_more_than_our_own(String what, @Nullable Object dtype, boolean special) {
        assertThat(NumpyOrigins.isSpecial(dtype)).isEqualTo(special);
    }

    /** Two hundred bytes of a pickle had recursed without end: such a field is never read, so neither is it here. */
    @Test
    void a_field_without_a_name_may_be_the_type_itself() {
        Map<Object, Object> fields = new LinkedHashMap<>(Map.of("a", Tuple.of("i1", 0L)));
        Opaque dtype = state(null, Tuple.of("a"), fields);
        fields.put("b", Tuple.of(dtype, 0L));
        assertThat(NumpyOrigins.isSpecial(dtype)).isFalse();
    }

    private static @Nullable Object data(@Nullable Object data) {
        Object state =
                NumpyOrigins.array("numpy.matrix", SHAPE, "type", false, data).state();
        return ((Tuple) Objects.requireNonNull(state)).get(4);
    }

    /** @param parts name, field, and so on; a title has a field and no name */
    private static Opaque structure(Object... parts) {
        Map<Object, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            fields.put(parts[i], parts[i + 1]);
        }
        return state(
                null,
                Tuple.copyOf(fields.keySet().stream()
                        .filter(name -> !name.equals("title"))
                        .toList()),
                fields);
    }

    private static Opaque state(@Nullable Object part, @Nullable Object names, @Nullable Object fields) {
        return dtype("V1", Tuple.of(3L, "|", part, names, fields, 1L, 1L, 16L));
    }

    private static Opaque dtype(Object code, @Nullable Object state) {
        Opaque dtype = new Opaque("numpy.dtype", Arrays.asList(code, false, true));
        dtype.setState(state);
        return dtype;
    }
}
