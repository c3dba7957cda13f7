package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.Dtype.Field;
import io.github.hubsh.core.value.array.Dtype.InvalidDtypeException;
import io.github.hubsh.core.value.array.Dtype.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of types, and the types that are refused. */
final class DtypeTest {
    private static final Dtype BYTE = Dtype.plain('u', 1, false);

    @ParameterizedTest
    @CsvSource({
        "b, 1, false, bool,       |b1",
        "i, 4, false, int32,      <i4",
        "i, 4, true,  >i4,        >i4",
        "i, 1, true,  int8,       |i1",
        "u, 8, false, uint64,     <u8",
        "f, 2, false, float16,    <f2",
        "c, 16, false, complex128, <c16",
        "O, 8, false, object,     |O",
        "S, 5, false, |S5,        |S5",
        "U, 12, false, <U3,       <U3",
        "U, 12, true, >U3,        >U3",
        "V, 7, false, |V7,        |V7",
    })
    void a_type_has_pythons_name_and_numpys_code(char kind, int size, boolean bigEndian, String name, String code) {
        Dtype dtype = Dtype.plain(kind, size, bigEndian);
        assertThat(dtype.name()).isEqualTo(name);
        assertThat(dtype.code()).isEqualTo(code);
    }

    @Test
    void a_time_has_its_unit_in_its_name() {
        assertThat(Dtype.time('M', false, "ns", 1).name()).isEqualTo("datetime64[ns]");
        assertThat(Dtype.time('m', false, "us", 25).name()).isEqualTo("timedelta64[25us]");
        assertThat(Dtype.time('M', false, Dtype.GENERIC, 1).name()).isEqualTo("datetime64");
        assertThat(Dtype.time('M', true, "D", 1).name()).isEqualTo(">M8[D]");
    }

    @Test
    void a_structure_lists_its_fields() {
        Dtype structure = Dtype.structured(9, List.of(new Field("x", Dtype.FLOAT64, 0), new Field("n", BYTE, 8)));
        assertThat(structure.name()).isEqualTo("[('x', '<f8'), ('n', '|u1')]");
        assertThat(Dtype.subarray(6, new Part(BYTE, List.of(2, 3))).name()).isEqualTo("('|u1', (2, 3))");
    }

    @Test
    void objects_are_found_at_any_depth() {
        Dtype inner = Dtype.structured(8, List.of(new Field("o", Dtype.OBJECT, 0)));
        assertThat(Dtype.OBJECT.holdsObjects()).isTrue();
        assertThat(inner.holdsObjects()).isTrue();
        assertThat(inner.isObject()).isFalse();
        assertThat(Dtype.subarray(16, new Part(inner, List.of(2))).holdsObjects())
                .isTrue();
        assertThat(Dtype.subarray(2, new Part(BYTE, List.of(2))).holdsObjects()).isFalse();
    }

    @Test
    void a_field_beyond_its_structure_is_refused() throws InvalidDtypeException {
        Dtype fitting = Dtype.structured(9, List.of(new Field("x", Dtype.FLOAT64, 1)));
        assertThat(fitting.checked()).isSameAs(fitting);
        assertRefused(
                Dtype.structured(8, List.of(new Field("x", Dtype.FLOAT64, 1))),
                "a dtype's field at 1 of 8 bytes, beyond 8");
        assertRefused(
                Dtype.structured(8, List.of(new Field("x", BYTE, -1))), "a dtype's field at -1 of 1 bytes, beyond 8");
        assertRefused(Dtype.subarray(5, new Part(BYTE, List.of(2, 3))), "a dtype's field at 0 of 6 bytes, beyond 5");
        assertThatThrownBy(Dtype.subarray(8, new Part(Dtype.INT64, List.of(-1)))::checked)
                .isInstanceOf(InvalidDtypeException.class);
    }

    @Test
    void fields_that_overlap_without_end_are_refused() throws InvalidDtypeException {
        List<Field> fields = new ArrayList<>(Collections.nCopies(65, new Field("x", BYTE, 0)));
        Dtype.structured(1, fields).checked();
        fields.add(new Field("x", BYTE, 0));
        assertRefused(Dtype.structured(1, fields), "a dtype of 1 bytes with more fields than that");
        Dtype nothing = Dtype.plain('V', 0, false);
        assertRefused(
                Dtype.subarray(0, new Part(nothing, List.of(1000))), "a dtype of 0 bytes with more fields than that");
    }

    @Test
    void nesting_ends_at_sixteen() throws InvalidDtypeException {
        Dtype nested = BYTE;
        for (int i = 0; i < 16; i++) {
            nested = Dtype.structured(1, List.of(new Field("x", nested, 0)));
        }
        nested.checked();
        assertRefused(Dtype.structured(1, List.of(new Field("x", nested, 0))), "a dtype more than 16 deep");
    }

    private static void assertRefused(Dtype dtype, String message) {
        assertThatThrownBy(dtype::checked)
                .isInstanceOf(InvalidDtypeException.class)
                .hasMessage(message);
    }
}
