package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floats of every size, as {@code numpy.array([x], dtype).tobytes().hex()} writes them. */
final class FloatsTest {
    @ParameterizedTest
    @CsvSource({
        "0000, 0.0",
        "8000, -0.0",
        "0001, 5.9604644775390625e-8",
        "83ff, -6.097555160522461e-5",
        "0400, 6.103515625e-5",
        "3c00, 1.0",
        "3555, 0.333251953125",
        "7bff, 65504.0",
        "fbff, -65504.0",
        "7c00, Infinity",
        "fc00, -Infinity",
        "7e00, NaN",
    })
    void half_floats_have_five_bits_of_exponent(String bigEndian, Double value) {
        reads(bigEndian, value);
    }

    @ParameterizedTest
    @CsvSource({
        "3fc00000, 1.5",
        "ff7fffff, -3.4028234663852886e38",
        "7fc00000, NaN",
        "3ff8000000000000, 1.5",
        "ffefffffffffffff, -1.7976931348623157e308",
        "0000000000000001, 4.9e-324",
    })
    void javas_own_floats_are_read_in_both_orders(String bigEndian, Double value) {
        reads(bigEndian, value);
    }

    @ParameterizedTest
    @CsvSource({
        "3fffc000000000000000, 1.5",
        "bfffc000000000000000, -1.5",
        "3ffdaaaaaaaaaaaaaaab, 0.3333333333333333",
        "403effffffffffffffff, 18446744073709551615",
        "00000000000000000000, 0.0",
        "80000000000000000000, -0.0",
        "7fff8000000000000000, Infinity",
        "ffff8000000000000000, -Infinity",
        "7fffc000000000000000, NaN",
        "7ffeffffffffffffffff, Infinity",
        "00018000000000000000, 0.0",
    })
    void a_long_double_has_64_bits_of_fraction_and_is_padded(String bigEndian, Double value) {
        reads(bigEndian, value);
        reads("0000" + bigEndian, 12, value);
        reads("000000000000" + bigEndian, 16, value);
    }

    @Test
    void a_float_is_read_where_it_stands() {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex("ffff3c00")).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(Floats.reader(2, ByteOrder.BIG_ENDIAN).read(bytes, 2)).isEqualTo(1.0);
    }

    private static void reads(String bigEndian, Double value) {
        reads(bigEndian, bigEndian.length() / 2, value);
    }

    /** Reads in both orders: a buffer of a PC is little-endian, and so the big-endian bytes reversed. */
    private static void reads(String hex, int size, Double value) {
        byte[] big = HexFormat.of().parseHex(hex.substring(hex.length() - 2 * size));
        byte[] little = big.clone();
        for (int i = 0; i < size; i++) {
            little[i] = big[size - 1 - i];
        }
        assertThat(read(big, ByteOrder.BIG_ENDIAN)).isEqualTo(value);
        assertThat(read(little, ByteOrder.LITTLE_ENDIAN)).isEqualTo(value);
    }

    private static double read(byte[] bytes, ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return Floats.reader(bytes.length, order).read(buffer, 0);
    }
}
