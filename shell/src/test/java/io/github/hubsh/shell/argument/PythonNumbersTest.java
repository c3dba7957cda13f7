package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complex numbers and fractions, from the texts by which Python shows them. */
final class PythonNumbersTest {
    /** Columns: the operands, and the real and the imaginary part; {@code none} for what is no number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1,2             | [1.0, 2.0]
            1.5,-2          | [1.5, -2.0]
            2               | [2.0, 0.0]
            "2"             | [2.0, 0.0]
            "2."            | [2.0, 0.0]
            ".5e-1"         | [0.05, 0.0]
            "+1"            | [1.0, 0.0]
            "2j"            | [0.0, 2.0]
            "j"             | [0.0, 1.0]
            "-j"            | [0.0, -1.0]
            "1+j"           | [1.0, 1.0]
            "1-2.5e3j"      | [1.0, -2500.0]
            "(1+2j)"        | [1.0, 2.0]
            "-0-0j"         | [-0.0, -0.0]
            "inf-nanj"      | [Infinity, NaN]
            "-inf"          | [-Infinity, 0.0]
            "infj"          | [0.0, Infinity]
            ""              | none
            "()"            | none
            "(1+2j"         | none
            "1+2j)"         | none
            "+"             | none
            "1 + 2j"        | none
            "1+2i"          | none
            "12j3"          | none
            "1j2j"          | none
            "1.5.2j"        | none
            "1,5"           | none
            "1",2           | none
            1,"2"           | none
            1,2,3           | none
            null            | none
            ~~              | none
            """)
    void a_complex_number_has_two_parts(String operands, String parts) throws JsonInput.WrongJson {
        assertThat(parts(PythonNumbers.complex(JsonInput.operands(operands).positional())))
                .isEqualTo(parts);
    }

    /** Columns: the operands, and the fraction in lowest terms; {@code none} for what is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            2,6                            | [1, 3]
            2,-6                           | [-1, 3]
            -2,-6                          | [1, 3]
            0,5                            | [0, 1]
            5                              | [5, 1]
            36893488147419103232           | [36893488147419103232, 1]
            36893488147419103232,4         | [9223372036854775808, 1]
            18446744073709551616,4         | [4611686018427387904, 1]
            "4/6"                          | [2, 3]
            "-4/6"                         | [-2, 3]
            "+4/6"                         | [2, 3]
            "0.25"                         | [1, 4]
            "1e2"                          | [100, 1]
            "1.50"                         | [3, 2]
            "-7"                           | [-7, 1]
            1,0                            | none
            "1/0"                          | none
            1.5                            | none
            1,2.5                          | none
            "1",2                          | none
            1,2,3                          | none
            true                           | none
            ~~                             | none
            "1e1001"                       | none
            "1e-1001"                      | none
            "1e2147483647"                 | none
            "1e-2147483647"                | none
            """)
    void a_fraction_is_in_lowest_terms(String operands, String parts) throws JsonInput.WrongJson {
        assertThat(parts(PythonNumbers.fraction(JsonInput.operands(operands).positional())))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a third\"", "\"\"", "\"1/-3\"", "\"1 / 3\""})
    void what_is_no_number_at_all_is_no_fraction(String operands) throws JsonInput.WrongJson {
        List<@Nullable Object> all = JsonInput.operands(operands).positional();
        assertThatThrownBy(() -> PythonNumbers.fraction(all)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void the_text_of_a_fraction_is_bounded() throws JsonInput.WrongJson {
        assertThat(parts(fraction("1" + "0".repeat(999)))).startsWith("[1000");
        assertThat(parts(fraction("1" + "0".repeat(1000)))).isEqualTo("none");
        assertThat(parts(fraction("1e1000"))).hasSize("[1, 1]".length() + 1000);
    }

    private static @Nullable Object fraction(String text) throws JsonInput.WrongJson {
        return PythonNumbers.fraction(JsonInput.operands('"' + text + '"').positional());
    }

    private static String parts(@Nullable Object number) {
        return number instanceof Opaque opaque ? opaque.arguments().toString() : "none";
    }
}
