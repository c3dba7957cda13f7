package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cells of one column: values as they are typed, and what is shown. */
final class TableCellsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1, -2                          | [1, -2]
            1.0, 2.0                       | [1.0, 2.0]
            1.25, -100.0                   | [1.25, -100.00]
            0.0000100, 1.5                 | [0.00001, 1.50000]
            0.00000001, 1.5                | [1.000000e-08, 1.500000e+00]
            0.0, 1.5                       | [0.0, 1.5]
            999999999999.5, 1.0            | [999999999999.5, 1.0]
            1000000000000.0, 1.0           | [1.000000e+12, 1.000000e+00]
            0.1234567, 1.0                 | [0.123457, 1.000000]
            NaN, inf, -inf, 2.5            | [NaN, inf, -inf, 2.5]
            NaN, 1e300                     | [NaN, 1.000000e+300]
            float32(0.5), 0.25             | [0.50, 0.25]
            1.5, 2                         | [1.5, 2]
            true, false                    | [True, False]
            "a b", "c"                     | [a b, c]
            [1, "a"], {"k": null}          | [[1,"a"], {"k":null}]
            datetime("2026-01-31"), datetime("2026-02-01") | [2026-01-31, 2026-02-01]
            datetime("2026-01-31"), null   | [2026-01-31, None]
            datetime("2026-01-31"), datetime("2026-01-31T15:04:05") | [2026-01-31 00:00:00, 2026-01-31 15:04:05]
            datetime("2026-01-31T00:00:00.5") | [2026-01-31 00:00:00.500000]
            datetime("2026-01-31T15:04:05Z") | [2026-01-31 15:04:05+00:00]
            datetime("2026-01-31T15:04:05-03:30") | [2026-01-31 15:04:05-03:30]
            timedelta("1h30m")             | [0 days 01:30:00]
            timedelta("PT26H3M4.5S")       | [1 days 02:03:04.500000]
            timedelta("-PT1S")             | [-1 days +23:59:59]
            timedelta("-PT24H")            | [-1 days +00:00:00]
            """)
    void all_cells_have_the_notation_of_the_column(String typed, String cells) throws JsonInput.WrongJson {
        assertThat(TableCells.of(values(typed), "object")).hasToString(cells);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            object             | None
            int64              | None
            ~~                 | None
            Int64              | <NA>
            Float32            | <NA>
            string             | <NA>
            boolean            | <NA>
            bool               | None
            category           | NaN
            datetime64[ns]     | NaT
            datetime64[ns, UTC] | NaT
            timedelta64[ns]    | NaT
            period[D]          | NaT
            """)
    void a_missing_value_is_shown_as_the_type_has_it(String type, String cell) throws JsonInput.WrongJson {
        assertThat(TableCells.of(values("null"), type)).containsExactly(cell);
    }

    @ParameterizedTest
    @CsvSource({"int64, true", "UInt8, true", "uint8, true", "Float64, true", "float16, true"})
    @CsvSource({"object, false", "bool, false", "complex128, false", "string, false", "'', false"})
    void numbers_stand_to_the_right(String type, boolean numeric) {
        assertThat(TableCells.isNumeric(type)).isEqualTo(numeric);
    }

    @Test
    void digits_are_the_same_in_every_language() throws JsonInput.WrongJson {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        try {
            assertThat(TableCells.of(values("datetime(\"2026-01-31T15:04:05.5\")"), "object"))
                    .containsExactly("2026-01-31 15:04:05.500000");
            assertThat(TableCells.of(values("1.5, 1e300"), "object")).containsExactly("1.500000e+00", "1.000000e+300");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<@Nullable Object> values(String typed) throws JsonInput.WrongJson {
        return new ArrayList<>(
                JsonInput.operands(typed, TypedFunctions.all(), List.of()).positional());
    }
}
