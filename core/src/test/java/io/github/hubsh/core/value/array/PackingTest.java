package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values to bytes, and which values a type refuses. */
final class PackingTest {
    @ParameterizedTest
    @CsvSource({
        "i, 1, -128, 127",
        "i, 2, -32768, 32767",
        "i, 4, -2147483648, 2147483647",
        "i, 8, -9223372036854775808, 9223372036854775807",
        "u, 1, 0, 255",
        "u, 2, 0, 65535",
        "u, 4, 0, 4294967295",
        "u, 8, 0, 18446744073709551615",
    })
    void an_int_holds_its_range_and_nothing_beyond(char kind, int size, BigInteger least, BigInteger most)
            throws Exception {
        for (boolean bigEndian : new boolean[] {false, true}) {
            Dtype dtype = Dtype.plain(kind, size, bigEndian);
            assertThat(Packing.pack(dtype, List.of(least, most)))
                    .extracting(value -> new BigInteger(String.valueOf(value)))
                    .containsExactly(least, most);
            assertUnfit(dtype, least.subtract(BigInteger.ONE));
            assertUnfit(dtype, most.add(BigInteger.ONE));
        }
    }

    @Test
    void the_bytes_are_in_the_types_order() throws Exception {
        assertThat(Packing.pack(Dtype.plain('i', 2, true), List.of(258L)).toBytes())
                .containsExactly(1, 2);
        assertThat(Packing.pack(Dtype.plain('i', 2, false), List.of(258L)).toBytes())
                .containsExactly(2, 1);
    }

    @Test
    void an_int_takes_every_kind_of_whole_number() throws Exception {
        assertThat(Packing.pack(Dtype.INT64, Arrays.asList((byte) 1, (short) 2, 3, 4L, 5.0, -6.0, null)))
                .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, -6L, 0L));
    }

    @Test
    void an_int_takes_no_fraction_and_no_double_that_may_have_lost_digits() {
        assertUnfit(Dtype.INT64, 0.5);
        assertUnfit(Dtype.INT64, 0x1p53);
        assertUnfit(Dtype.INT64, Double.NaN);
        assertUnfit(Dtype.INT64, "1");
        assertUnfit(Dtype.INT64, true);
        assertUnfit(Dtype.INT64, BigDecimal.ONE);
    }

    @Test
    void a_float_takes_every_number_and_nothing_else() throws Exception {
        assertThat(Packing.pack(Dtype.FLOAT64, Arrays.asList(0.1, 2L, new BigDecimal("0.5"), null)))
                .isEqualTo(Arrays.asList(0.1, 2.0, 0.5, Double.NaN));
        assertThat(Packing.pack(Dtype.plain('f', 4, false), List.of(0.1))).isEqualTo(List.of((double) 0.1f));
        assertUnfit(Dtype.FLOAT64, "0.1");
        assertUnfit(Dtype.FLOAT64, true);
        assertUnfit(Dtype.plain('f', 2, false), 1.0);
    }

    @Test
    void a_truth_is_a_boolean_or_missing() throws Exception {
        assertThat(Packing.pack(Dtype.BOOL, Arrays.asList(true, false, null))).isEqualTo(List.of(true, false, false));
        assertUnfit(Dtype.BOOL, 1L);
    }

    @Test
    void a_type_without_numbers_takes_nothing() {
        assertUnfit(Dtype.OBJECT, 1L);
    }

    /** The value stands behind one that fits, so that the index is not zero by chance. */
    private static void assertUnfit(Dtype dtype, Object value) {
        List<Object> values = dtype.isObject() || (dtype.size() == 2 && dtype.kind() == 'f')
                ? List.of(value)
                : Arrays.asList(null, value);
        UnfitValueException unfit = catchThrowableOfType(UnfitValueException.class, () -> Packing.pack(dtype, values));
        assertThat(unfit)
                .as("%s in %s", value, dtype)
                .isNotNull()
                .hasMessage(value + " is not of type " + dtype.name());
        assertThat(unfit.index()).isEqualTo(values.size() - 1);
    }
}
