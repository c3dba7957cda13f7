package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Dtype.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One element's bytes to its value. */
final class CellReaderTest {
    @ParameterizedTest
    @CsvSource({
        "b1, 00, false",
        "b1, 02, true",
        "i1, ff, -1",
        "<i2, feff, -2",
        ">i2, fffe, -2",
        "<i4, 00000080, -2147483648",
        ">i4, 80000000, -2147483648",
        "<i8, 0100000000000000, 1",
        ">i8, 0000000000000001, 1",
        "u1, ff, 255",
        "<u2, feff, 65534",
        ">u2, fffe, 65534",
        "<u4, 00000080, 2147483648",
        ">u4, 80000000, 2147483648",
        "<u8, ffffffffffffff7f, 9223372036854775807",
        "<u8, 0000000000000080, 9223372036854775808",
        ">u8, 8000000000000000, 9223372036854775808",
        ">f4, 3fc00000, 1.5",
        "<M8[D], ffffffffffffffff, 1969-12-31",
        ">M8[s], 000000000000003d, 1970-01-01T00:01:01",
        ">m8[s], 000000000000003d, PT1M1S",
        "<U3, 4100000000f6010042000000, A\uD83D\uDE00B",
        "<U2, 4100000000000000, A",
        ">U2, 0000004100000042, AB",
        "<U1, ffffff7f, \uFFFD",
    })
    void a_value_is_read_in_its_types_order(String code, String hex, String value) {
        assertThat(read(code, hex)).hasToString(value);
    }

    @Test
    void zeros_at_the_end_are_no_part_of_a_text_but_those_within_are() {
        assertThat(read("S4", "41004200")).isEqualTo(Bytes.of((byte) 'A', (byte) 0, (byte) 'B'));
        assertThat(read("S2", "0000")).isEqualTo(Bytes.of());
        assertThat(read("U3", "410000000000000042000000")).isEqualTo("A\0B");
    }

    @Test
    void raw_bytes_keep_their_zeros() {
        assertThat(read("V3", "410000")).isEqualTo(Bytes.of((byte) 'A', (byte) 0, (byte) 0));
    }

    @Test
    void a_complex_number_has_its_real_part_first() {
        assertThat(read(">c8", "3f800000c0000000")).isInstanceOfSatisfying(Opaque.class, complex -> {
            assertThat(complex.className()).isEqualTo("builtins.complex");
            assertThat(complex.arguments()).isEqualTo(List.of(1.0, -2.0));
        });
    }

    @Test
    void a_structure_is_a_map_of_its_fields_at_their_places() {
        Dtype dtype = Dtype.structured(
                6,
                List.of(new Field("b", Dtype.plain('u', 1, false), 5), new Field("a", Dtype.plain('i', 2, true), 1)));
        Object value = CellReader.of(dtype).read(bytes("ff" + "00010203" + "04" + "09"), 1);
        assertThat(value).isEqualTo(Map.of("b", 9L, "a", 258L)).hasToString("{b=9, a=258}");
    }

    private static @Nullable Object read(String code, String hex) {
        Dtype dtype = DtypeCodes.parse(code, false);
        assertThat(dtype).isNotNull();
        return CellReader.of(dtype).read(bytes("ee" + hex), 1);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
