package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Operands;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Python's own types, as they are typed. */
final class PythonLiteralTest {
    /** Columns: the function, its operands as JSON, the class of the value, and its JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            uuid      | "123E4567-e89b-12d3-a456-426614174000" | UUID           | "123e4567-e89b-12d3-a456-426614174000"
            uuid      | "123e4567e89b12d3a456426614174000"     | UUID           | "123e4567-e89b-12d3-a456-426614174000"
            datetime  | "2026-01-31T15:04:05.5"                | LocalDateTime  | "2026-01-31T15:04:05.500000"
            datetime  | "2026-01-31 15:04"                     | LocalDateTime  | "2026-01-31T15:04:00"
            datetime  | "2026-01-31"                           | LocalDateTime  | "2026-01-31T00:00:00"
            datetime  | "2026-01-31T15:04:05+01:00"            | OffsetDateTime | "2026-01-31T15:04:05+01:00"
            datetime  | "2026-01-31 15:04:05Z"                 | OffsetDateTime | "2026-01-31T15:04:05+00:00"
            date      | "2026-01-31"                           | LocalDate      | "2026-01-31"
            time      | "15:04"                                | LocalTime      | "15:04:00"
            time      | "15:04:05.000001-03:30"                | OffsetTime     | "15:04:05.000001-03:30"
            timedelta | "PT1H30M"                              | Duration       | "PT1H30M"
            timedelta | "-PT0.5S"                              | Duration       | "PT-0.5S"
            timedelta | "1h30m"                                | Duration       | "PT1H30M"
            timedelta | "-1d2h3min4.5s6ms7us"                  | Duration       | "PT-26H-3M-4.506007S"
            timedelta | 90                                     | Duration       | "PT1M30S"
            timedelta | -0.0000015                             | Duration       | "PT-0.000002S"
            decimal   | "1.50"                                 | BigDecimal     | "1.50"
            decimal   | "1E+3"                                 | BigDecimal     | "1E+3"
            decimal   | 18446744073709551616                   | BigDecimal     | "18446744073709551616"
            decimal   | "NaN"                                  | Opaque         | "NaN"
            decimal   | "-Infinity"                            | Opaque         | "-Infinity"
            bytes     | "AQL/"                                 | Bytes          | "AQL/"
            bytes     | ""                                     | Bytes          | ""
            tuple     | 1,"a",[2]                              | Tuple          | [1,"a",[2]]
            tuple     | [1,2]                                  | Tuple          | [1,2]
            tuple     | [[1,2]]                                | Tuple          | [[1,2]]
            tuple     | null                                   | Tuple          | [null]
            tuple     | ~~                                     | Tuple          | []
            frozenset | 1,"a",1                                | FrozenSet      | [1,"a"]
            fraction  | "2/6"                                  | Opaque         | "1/3"
            fraction  | "-1/3"                                 | Opaque         | "-1/3"
            fraction  | "0.25"                                 | Opaque         | "1/4"
            fraction  | "1e3"                                  | Opaque         | "1000"
            fraction  | 3                                      | Opaque         | "3"
            fraction  | 2,-4                                   | Opaque         | "-1/2"
            fraction  | "1/18446744073709551616"               | Opaque         | "1/18446744073709551616"
            complex   | "1+2j"                                 | Opaque         | {"__class__":"builtins.complex","args":[1.0,2.0]}
            complex   | "(1.5e3-.5j)"                          | Opaque         | {"__class__":"builtins.complex","args":[1500.0,-0.5]}
            complex   | "-j"                                   | Opaque         | {"__class__":"builtins.complex","args":[0.0,-1.0]}
            complex   | "inf+nanj"                             | Opaque         | {"__class__":"builtins.complex","args":["Infinity","NaN"]}
            complex   | "2"                                    | Opaque         | {"__class__":"builtins.complex","args":[2.0,0.0]}
            complex   | 2                                      | Opaque         | {"__class__":"builtins.complex","args":[2.0,0.0]}
            complex   | 1,-2.5                                 | Opaque         | {"__class__":"builtins.complex","args":[1.0,-2.5]}
            set       | 1,"a",1                                | LinkedHashSet  | [1,"a"]
            set       | [1,2]                                  | LinkedHashSet  | [1,2]
            """)
    void a_text_becomes_the_value_that_python_has(String name, String operands, String type, String json)
            throws JsonInput.WrongJson {
        Object value = TypedArgument.make(name, new Operands(list(operands), Map.of()));

        assertThat(value.getClass().getSimpleName()).isEqualTo(type);
        assertThat(Json.write(value)).isEqualTo(json);
        assertThat(TypedArgument.isFunction(name)).isTrue();
        assertThat(TypedArgument.isIn(List.of(Map.of("deep", value)))).isTrue();
    }

    /** Columns: the function, its operands as JSON, and what the error says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            uuid      | "1-1-1-1-1"                            | expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found "1-1-1-1-1"
            uuid      | "123e4567-e89b-12d3-a456-42661417400g" | expected a UUID such as
            uuid      | 42                                     | found 42
            uuid      | ~~                                     | found nothing
            uuid      | "a","b"                                | found 2 values
            datetime  | "2026-02-30"                           | expected a date and time such as datetime("2026-01-31T15:04:05+01:00"), found "2026-02-30"
            datetime  | "now"                                  | expected a date and time such as
            datetime  | "2026-01-31T15:04:05.123456789"        | expected at most six digits of a second in datetime(…)
            datetime  | "0000-01-31T15:04:05Z"                 | expected a year from 1 to 9999 in datetime(…)
            datetime  | "2026-01-31T15:04:05+01:00[Europe/Paris]" | expected a date and time such as
            date      | "31.1.2026"                            | expected a date such as date("2026-01-31"), found "31.1.2026"
            date      | "+10000-01-01"                         | expected a year from 1 to 9999 in date(…)
            time      | "25:00"                                | expected a time such as time("15:04:05"), found "25:00"
            timedelta | "soon"                                 | expected a duration such as timedelta("1h30m") or timedelta("PT1H30M"), or seconds, found "soon"
            timedelta | "1h and"                               | expected a duration such as
            timedelta | ""                                     | expected a duration such as
            timedelta | "P1Y"                                  | expected a duration such as
            timedelta | "PT0.000000001S"                       | expected a duration such as
            timedelta | "1000000000d"                          | expected a duration such as
            timedelta | true                                   | found true
            decimal   | 1.5                                    | expected a number as a text, such as decimal("1.50"), found 1.5
            decimal   | "1,5"                                  | expected a number as a text
            bytes     | "?"                                    | expected base64 such as bytes("aGVsbG8="), found "?"
            bytes     | [1]                                    | found [1]
            fraction  | "1/0"                                  | expected a fraction such as fraction("1/3"), found "1/0"
            fraction  | "a third"                              | expected a fraction
            fraction  | "1e999999999"                          | expected a fraction
            fraction  | "1e2147483648"                         | expected a fraction
            fraction  | 0.5                                    | found 0.5
            fraction  | 1,0                                    | found 2 values
            complex   | "1+2i"                                 | expected a complex number such as complex("1+2j"), found "1+2i"
            complex   | "1 + 2j"                               | expected a complex number
            complex   | "12j3"                                 | expected a complex number
            complex   | "(1+2j"                                | expected a complex number
            complex   | "1.5.2j"                               | expected a complex number
            complex   | ""                                     | expected a complex number
            complex   | ~~                                     | found nothing
            frozenset | [[1]]                                  | Python can hash, such as texts and numbers, in frozenset(…), found [1]
            set       | {"a":1}                                | expected elements that Python can hash, such as texts and numbers, in set(…), found {"a":1}
            set       | 1,[2]                                  | found [2]
            """)
    void a_wrong_text_says_what_was_expected(String name, String operands, String message) throws JsonInput.WrongJson {
        List<@Nullable Object> all = list(operands);

        assertThatThrownBy(() -> TypedArgument.make(name, new Operands(all, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_long_text_is_cut() {
        assertThatThrownBy(() -> PythonLiteral.make("uuid", List.of("x".repeat(100))))
                .hasMessageEndingWith("found \"" + "x".repeat(39) + "…");
    }

    @Test
    void plain_json_needs_none_of_them() {
        assertThat(TypedArgument.isIn(Map.of("a", List.of(1L, 1.5, "b", true)))).isFalse();
        assertThat(TypedArgument.isFunction("object")).isFalse();
    }

    private static List<@Nullable Object> list(String operands) throws JsonInput.WrongJson {
        return JsonInput.operands(operands).positional();
    }
}
