package io.github.hubsh.shell.recording.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of Python that are objects here. What they equal is taken from CPython's {@code ==}. */
final class PythonNumberTest {
    /** Columns: the class, what it is made of, and the number that it equals, if one does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            builtins.complex    | [1.5,0]           | 1.5
            __builtin__.complex | [2,0.0]           | 2
            builtins.complex    | [1.5,-0.0]        | 1.5
            builtins.complex    | [1.5,2.0]         |
            builtins.complex    | [1.5,"0"]         |
            builtins.complex    | ["1.5",0]         |
            builtins.complex    | [1.5]             |
            fractions.Fraction  | ["3/4"]           | 0.75
            fractions.Fraction  | ["-3"]            | -3
            fractions.Fraction  | [3,4]             | 0.75
            fractions.Fraction  | ["3/4","a"]       |
            fractions.Fraction  | ["1/3"]           |
            fractions.Fraction  | [1,3]             |
            fractions.Fraction  | ["1/0"]           |
            fractions.Fraction  | ["a"]             |
            fractions.Fraction  | [3]               |
            fractions.Fraction  | []                |
            decimal.Decimal     | ["Infinity"]      | Infinity
            decimal.Decimal     | ["-Infinity"]     | -Infinity
            decimal.Decimal     | ["NaN"]           | NaN
            decimal.Decimal     | ["sNaN"]          |
            decimal.Decimal     | ["1.5"]           |
            decimal.Decimal     | ["1","2"]         |
            lab.Number          | ["3/4"]           |
            """)
    void an_object_is_the_number_that_it_equals(String type, String made, @Nullable String number) throws Exception {
        List<@Nullable Object> parts = new ArrayList<>((List<?>) requireNonNull(value(made)));
        Number found = PythonNumber.of(new Opaque(type, parts));
        assertThat(found == null ? null : found.toString()).isEqualTo(number);
    }

    @Test
    void a_long_fraction_is_not_divided() {
        assertThat(PythonNumber.of(fraction("1".repeat(98) + "/2"))).isNotNull();
        assertThat(PythonNumber.of(fraction("1".repeat(99) + "/2"))).isNull();
    }

    private static Opaque fraction(String text) {
        return new Opaque("fractions.Fraction", List.of(text));
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
