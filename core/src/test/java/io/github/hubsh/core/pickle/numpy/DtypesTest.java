package io.github.hubsh.core.pickle.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** numpy's dtypes, made as a pickle makes them: from a code and a state, or from a description. */
final class DtypesTest {
    private static final long TOO_MUCH = 1L + Integer.MAX_VALUE;
    private static final Meter METER = new Meter(PickleBudget.DEFAULT);

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(plain("f8", "<"), "<f8", "float64"),
                Arguments.of(plain("f8", ">"), ">f8", ">f8"),
                Arguments.of(plain("f8", Bytes.of((byte) '>')), ">f8", ">f8"),
                Arguments.of(plain("u1", "|"), "|u1", "uint8"),
                Arguments.of(plain("O", "|"), "|O", "object"),
                Arguments.of(plain("S5", "|"), "|S5", "|S5"),
                Arguments.of(time("M8", "ns", 1L), "<M8[ns]", "datetime64[ns]"),
                Arguments.of(time("m8", "us", 25L), "<m8[25us]", "timedelta64[25us]"),
                Arguments.of(time("M8", Bytes.of((byte) 'D'), 1L), "<M8[D]", "datetime64[D]"),
                Arguments.of(time("f8", "ns", 1L), "<f8", "float64"),
                Arguments.of(
                        structure(12L, "x", f8(), 0L, "y", plain("i4", "<"), 8L),
                        "|V12",
                        "[('x', '<f8'), ('y', '<i4')]"),
                Arguments.of(structure(16L, "x", f8(), 8L), "|V16", "[('x', '<f8')]"),
                Arguments.of(array(f8(), Tuple.of(2L, 3L), 48L), "|V48", "('<f8', (2, 3))"),
                Arguments.of(array(f8(), 2L, 16L), "|V16", "('<f8', (2,))"),
                Arguments.of(structure(16L, "x", array(f8(), 2L, 16L), 0L), "|V16", "[('x', '|V16')]"),
                Arguments.of(described("i2"), "<i2", "int16"),
                Arguments.of(described(">i2"), ">i2", ">i2"),
                Arguments.of(described(Tuple.of("f8", Tuple.of(2L))), "|V16", "('<f8', (2,))"),
                Arguments.of(
                        described(description(List.of("x"), List.of("f8"), List.of(0L), 8L)), "|V8", "[('x', '<f8')]"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void a_dtype_is_read_from_its_parts(Object value, String code, String name) throws ContentException {
        Dtype dtype = Dtypes.of(value, METER);
        assertThat(dtype).isNotNull();
        assertThat(dtype.code()).isEqualTo(code);
        assertThat(dtype.name()).isEqualTo(name);
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of("a unit that numpy does not have", time("M8", "fortnight", 1L)),
                Arguments.of("no unit", time("M8", null, 1L)),
                Arguments.of("no step", time("M8", "s", 0L)),
                Arguments.of("too large a step", time("M8", "s", TOO_MUCH)),
                Arguments.of("a step that is no int", time("M8", "s", "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void a_time_whose_unit_cannot_be_read_has_none(String what, Object value) throws ContentException {
        assertThat(Dtypes.of(value, METER)).isEqualTo(Dtype.time('M', false, Dtype.GENERIC, 1));
    }

    static Stream<Arguments> unreadable() {
        Object objects = plain("O", "|");
        return Stream.of(
                Arguments.of("nothing", null),
                Arguments.of("a text", "f8"),
                Arguments.of("another class", new Opaque("numpy.other", List.of("f8"))),
                Arguments.of("no code", new Opaque("numpy.dtype", List.of())),
                Arguments.of("an unknown code", plain("f3", "<")),
                Arguments.of("a code that is a number", plain(8L, "<")),
                Arguments.of("an array whose size differs", array(f8(), Tuple.of(2L, 3L), 40L)),
                Arguments.of("an array without a size", array(f8(), Tuple.of(2L), null)),
                Arguments.of("an array of no dimensions", array(f8(), Tuple.of(), 8L)),
                Arguments.of("an array of less than nothing", array(f8(), Tuple.of(-1L), -8L)),
                Arguments.of("an array beyond all bounds", array(f8(), Tuple.of(1L << 28, 1L << 28), 8L)),
                Arguments.of("an array of objects", array(objects, 2L, 16L)),
                Arguments.of("an array of nothing known", array("f8", 2L, 16L)),
                Arguments.of("a field beyond the end", structure(8L, "x", f8(), 1L)),
                Arguments.of("a field before the start", structure(8L, "x", f8(), -1L)),
                Arguments.of("a field at no place", structure(8L, "x", f8(), null)),
                Arguments.of("a field of no name", structure(8L, 1L, f8(), 0L)),
                Arguments.of("a field of no type", structure(8L, "x", null, 0L)),
                Arguments.of("a structure without fields", structure(8L)),
                Arguments.of("a structure without a size", structure(null, "x", f8(), 0L)),
                Arguments.of("a structure of less than nothing", structure(-1L, "x", f8(), 0L)),
                Arguments.of("too large a structure", structure(TOO_MUCH, "x", f8(), 0L)),
                Arguments.of("too deep a nesting", nested(20)),
                Arguments.of("too deep a description", described(nestedDescription(20))),
                Arguments.of(
                        "more offsets than names",
                        described(description(List.of("x"), List.of("f8"), List.of(0L, 8L), 8L))),
                Arguments.of(
                        "fewer formats than names", described(description(List.of("x"), List.of(), List.of(0L), 8L))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_is_no_dtype_is_not_read(String what, @Nullable Object value) throws ContentException {
        assertThat(Dtypes.of(value, METER)).isNull();
    }

    @Test
    void fields_that_would_read_as_many_values_are_refused() throws ContentException {
        List<@Nullable Object> parts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            parts.addAll(List.of("field" + i, f8(), 0L));
        }
        assertThat(Dtypes.of(structure(8L, parts.toArray()), METER)).isNull();
        assertThat(Dtypes.of(structure(8L, parts.subList(0, 30).toArray()), METER))
                .isNotNull();
    }

    /** Ten fields that are one type, which has ten fields that are one type, and so on. */
    @Test
    void a_type_costs_what_it_has_wherever_it_stands_again() {
        Object inner = f8();
        Object description = "f8";
        for (int depth = 0; depth < 5; depth++) {
            List<@Nullable Object> parts = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                parts.addAll(List.of("field" + i, inner, 0L));
            }
            inner = structure(8L, parts.toArray());
            List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
            description = description(names, Collections.nCopies(10, description), Collections.nCopies(10, 0L), 8L);
        }
        for (Object type : List.of(inner, described(description))) {
            Meter poor = new Meter(new PickleBudget(16_000, 9, 9, 9, 9, 9));
            assertThatThrownBy(() -> Dtypes.of(type, poor)).hasMessage("more than 16000 bytes copied");
        }
    }

    @Test
    void a_shape_is_one_extent_or_several() {
        assertThat(Dtypes.shape(3L)).containsExactly(3);
        assertThat(Dtypes.shape(Tuple.of())).isEmpty();
        assertThat(Dtypes.shape(List.of(2L, 0L))).containsExactly(2, 0);
        assertThat(Dtypes.shape(Collections.nCopies(64, 1L))).hasSize(64);
    }

    @Test
    void what_is_no_shape_is_not_read() {
        for (Object value :
                List.of("3", 1.5, -1L, TOO_MUCH, List.of("3"), List.of(1L, -1L), Collections.nCopies(65, 1L))) {
            assertThat(Dtypes.shape(value)).as("%s", value).isNull();
        }
        assertThat(Dtypes.shape(null)).isNull();
    }

    @Test
    void a_text_may_be_bytes() {
        assertThat(Dtypes.text("caf\u00e9")).isEqualTo("caf\u00e9");
        assertThat(Dtypes.text(Bytes.of((byte) 'c', (byte) 0xE9))).isEqualTo("c\u00e9");
        assertThat(Dtypes.text(1L)).isNull();
        assertThat(Dtypes.text(null)).isNull();
    }

    private static Object f8() {
        return plain("f8", "<");
    }

    private static Object plain(Object code, Object order) {
        return dtype(code, Tuple.of(3L, order, null, null, null, -1L, -1L, 0L));
    }

    private static Object time(String code, @Nullable Object unit, Object multiple) {
        Tuple metadata = Tuple.of(Map.of(), Tuple.of(unit, multiple, 1L, 1L));
        return dtype(code, Tuple.of(4L, "<", null, null, null, -1L, -1L, 0L, metadata));
    }

    private static Object array(Object element, Object shape, @Nullable Object size) {
        return dtype("V1", Tuple.of(3L, "|", Tuple.of(element, shape), null, null, size, 1L, 0L));
    }

    /** @param parts name, type, offset, and so on */
    private static Object structure(@Nullable Object size, @Nullable Object... parts) {
        List<@Nullable Object> names = new ArrayList<>();
        Map<Object, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 3) {
            names.add(parts[i]);
            fields.put(parts[i], Tuple.of(parts[i + 1], parts[i + 2]));
        }
        return dtype("V1", Tuple.of(3L, "|", null, Tuple.copyOf(names), fields, size, 1L, 16L));
    }

    private static Object dtype(Object code, Tuple state) {
        return new Opaque("numpy.dtype", List.of(code, false, true), state, List.of(), Map.of());
    }

    private static Object described(Object description) {
        return new Opaque("numpy.dtype", List.of(description));
    }

    private static Object description(List<?> names, List<?> formats, List<?> offsets, long size) {
        return Map.of("names", names, "formats", formats, "offsets", offsets, "itemsize", size);
    }

    private static Object nested(int depth) {
        Object inner = f8();
        for (int i = 0; i < depth; i++) {
            inner = structure(8L, "x", inner, 0L);
        }
        return inner;
    }

    private static Object nestedDescription(int depth) {
        Object inner = "f8";
        for (int i = 0; i < depth; i++) {
            inner = description(List.of("x"), List.of(inner), List.of(0L), 8L);
        }
        return inner;
    }
}
