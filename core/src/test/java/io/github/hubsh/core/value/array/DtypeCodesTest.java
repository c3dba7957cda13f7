package io.github.hubsh.core.value.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that stand for a dtype. */
final class DtypeCodesTest {
    @ParameterizedTest
    @CsvSource({
        "f8, <f8",
        ">f8, >f8",
        "=i4, <i4",
        "|u1, |u1",
        "<u2, <u2",
        "f2, <f2",
        "f12, <f12",
        "f16, <f16",
        "c16, <c16",
        "?, |b1",
        "b1, |b1",
        "bool, |b1",
        "O, |O",
        "O4, |O",
        "|O8, |O",
        "object, |O",
        "int, <i8",
        "int8, |i1",
        "int16, <i2",
        "int32, <i4",
        "int64, <i8",
        "uint8, |u1",
        "uint16, <u2",
        "uint32, <u4",
        "uint64, <u8",
        "float, <f8",
        "double, <f8",
        "float16, <f2",
        "float32, <f4",
        ">float32, >f4",
        "complex64, <c8",
        "complex128, <c16",
        "S5, |S5",
        "S0, |S0",
        "U3, <U3",
        ">U3, >U3",
        "V7, |V7",
        "M8, <M8",
        "M8[ns], <M8[ns]",
        ">m8[25us], >m8[25us]",
        "M8[1D], <M8[D]",
        "datetime64[ms], <M8[ms]",
        "timedelta64[D], <m8[D]",
        "timedelta64, <m8",
    })
    void a_known_code_is_read(String code, String expected) {
        assertThat(DtypeCodes.parse(code, false))
                .isNotNull()
                .extracting(Dtype::code)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"f8, >f8", "<f8, <f8", "=f8, <f8", "|f8, <f8", "int32, >i4", "M8[s], >M8[s]"})
    void what_says_no_order_has_that_of_its_surroundings(String code, String expected) {
        assertThat(DtypeCodes.parse(code, true))
                .isNotNull()
                .extracting(Dtype::code)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "x8",
                "f",
                "f3",
                "f-8",
                "i16",
                "b2",
                "c4",
                "O3",
                "f８",
                "S16777217",
                "S999999999",
                "M8[",
                "M8[]",
                "M8[0s]",
                "M8[s",
                "M8s]",
                "M8[x]",
                "M8[25]",
                "M8[999999999s]",
                "M4[s]",
                "M",
                "datetime64[x]",
                "float64float64float64float64float64float64",
            })
    void an_unknown_code_is_none(String code) {
        assertThat(DtypeCodes.parse(code, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"S16777216, 16777216", "U16777216, 67108864"})
    void a_text_may_have_sixteen_million_characters(String code, int size) {
        assertThat(DtypeCodes.parse(code, false))
                .isNotNull()
                .extracting(Dtype::size)
                .isEqualTo(size);
    }
}
