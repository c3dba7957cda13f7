package io.github.hubsh.shell.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of any values; {@link NamesAtWidthsTest} and {@link DisplayLimitsTest} have those that are cut to a width. */
final class TableTest {
    /** Columns: a value as it is typed, and its table with {@code /} between the lines. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"a":1,"b":"x"},{"a":10,"b":"y"}]  | ` a  b/ 1  x/10  y`
            [{"a":1},{"b":"x"}]                 | `a  b/1/   x`
            [{"a":None},{"a":2}]                | `a//2`
            [{37:1},{37:2}]                     | `37/ 1/ 2`
            [{"a":"x"},{"a":[1,{"b":2}]}]       | `a/x/[1,{"b":2}]`
            {"a":1,"b":[2]}                     | `key  value/a    1/b    [2]`
            {}                                  | `key  value`
            [1,"a"]                             | `value/1/a`
            [{"a":1},2]                         | `value/{"a":1}/2`
            []                                  | `value`
            set(1)                              | `value/    1`
            "x"                                 | `value/x`
            """)
    void any_value_is_a_table(String typed, String expected) throws Exception {
        assertThat(String.join("/", texts(Table.of(requireNonNull(value(typed)), new DisplayLimits(80, false)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                          | false
            [{}]                        | false
            [{"a":1}]                   | true
            [{"a":1},{"b":1}]           | true
            [{"a":1},{}]                | false
            [{"a":1},2]                 | false
            [{tuple(1,"a"):1}]          | true
            [{tuple(1,tuple(2)):1}]     | false
            [1]                         | false
            """)
    void objects_with_keys_are_rows(String typed, boolean fits) throws Exception {
        assertThat(Table.fits((List<?>) requireNonNull(value(typed)))).isEqualTo(fits);
    }

    @Test
    void objects_whose_table_has_too_many_cells_are_none() {
        // 1,500 objects of one key each, all different: 2,250,000 cells.
        List<Map<?, ?>> rows = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            rows.add(Map.of("k" + i, 1L));
        }
        assertThat(Table.fits(rows)).isFalse();
        assertThat(Table.fits(rows.subList(0, 1_400))).isTrue();
        Map<Object, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            wide.put(i, 1L);
        }
        assertThat(Table.fits(Collections.nCopies(2_000, wide))).isTrue();
        assertThat(Table.fits(Collections.nCopies(2_001, wide))).isFalse();
    }

    @Test
    void rows_and_columns_beyond_the_limits_are_counted() throws Exception {
        List<Map<?, ?>> rows = new ArrayList<>(Collections.nCopies(101, Map.of("a", "x y")));
        rows.set(0, Map.of("a", "z"));
        assertThat(texts(Table.of(rows, new DisplayLimits(80, false))))
                .hasSize(102)
                .endsWith("… 1 more row (--all)");
        assertThat(texts(Table.of(rows, new DisplayLimits(80, true))))
                .hasSize(102)
                .endsWith("x y");

        Map<String, Long> wide = new LinkedHashMap<>();
        for (int i = 0; i < 1_001; i++) {
            wide.put("k" + i, (long) i);
        }
        List<String> lines = texts(Table.of(List.of(wide), new DisplayLimits(80, false)));
        assertThat(lines.get(lines.size() - 1)).matches("… 9\\d\\d more columns \\(--all\\)");
        assertThat(texts(Table.of(List.of(wide), new DisplayLimits(80, true))).get(0))
                .endsWith("k1000");
    }

    @Test
    void a_single_object_is_too_wide_where_a_cell_is_cut() throws Exception {
        List<?> row = List.of(Map.of("key", "a long text with many words in it"));
        assertThat(Table.isTooWide(row, new DisplayLimits(20, false))).isTrue();
        assertThat(Table.isTooWide(row, new DisplayLimits(80, false))).isFalse();
    }

    @Test
    void columns_of_many_different_numbers_are_drawn_below() {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(Map.of("n", (long) i));
        }
        assertThat(texts(Table.of(rows, new DisplayLimits(80, false)))).hasSize(52);
        assertThat(texts(Table.of(rows, new DisplayLimits(80, true)))).hasSize(51);
        rows.replaceAll(row -> Map.of("n", 5L));
        assertThat(texts(Table.of(rows, new DisplayLimits(80, false)))).noneMatch(line -> line.startsWith("n  "));
    }

    private static List<String> texts(List<StyledLine> lines) {
        return lines.stream().map(StyledLine::text).toList();
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
