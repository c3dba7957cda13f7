package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.UnfitValueException;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.ShellBench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How tables of pandas look at a terminal of 80 columns. */
final class TablePageTest {
    private static final Index TWO = new Index(new RangeLabels(0, 1, 2), null);

    private final ShellBench bench = ShellBench.terminal();

    @Test
    void a_series_has_its_labels_in_front_and_its_types_below_the_names() {
        Index electrodes = new Index(NdArray.ofObjects(List.of("electrode000", "electrode1")), "electrode_id");
        assertThat(shown(Series.of(electrodes, NdArray.ofLongs(0, 10), "state")))
                .isEqualTo("""
                electrode_id  state
                object        int64
                electrode000      0
                electrode1       10
                """);
    }

    @Test
    void every_type_has_its_own_notation_and_its_own_way_to_be_missing() throws Exception {
        DataFrame frame = frame(
                column("float64", 0.5, null),
                column("Int64", 1L, null),
                column("bool", true, false),
                column("datetime64[ns]", "2016-04-01", null),
                column("timedelta64[ns]", "PT26H3M4.5S", "PT-1S"),
                column("category", "on", null));
        assertThat(shown(frame)).isEqualTo("""
                             a      b  c      d               e                       f
                int64  float64  Int64  bool   datetime64[ns]  timedelta64[ns]         category
                    0      0.5      1  True   2016-04-01      1 days 02:03:04.500000  on
                    1      NaN   <NA>  False  NaT             -1 days +23:59:59       NaN
                """);
    }

    @Test
    void numbers_stand_below_each_others_points_and_very_large_ones_have_powers() throws Exception {
        assertThat(shown(frame(column("float64", 1.25, -100.0), column("float64", 1e300, 1.0))))
                .isEqualTo("""
                             a              b
                int64  float64        float64
                    0     1.25  1.000000e+300
                    1  -100.00   1.000000e+00
                """);
    }

    @Test
    void moments_have_a_time_where_one_of_them_has_and_a_zone_where_it_has_one() throws Exception {
        assertThat(shown(frame(
                        column("datetime64[ns]", "2016-04-01T00:00", "2016-04-01T12:00:00.5"),
                        column("datetime64[ns, Europe/Paris]", "2016-01-01T00:00", "2016-07-01T00:00"))))
                .isEqualTo("""
                       a                           b
                int64  datetime64[ns]              datetime64[ns, Europe/Paris]
                    0  2016-04-01 00:00:00         2016-01-01 01:00:00+01:00
                    1  2016-04-01 12:00:00.500000  2016-07-01 02:00:00+02:00
                """);
    }

    @Test
    void levels_have_a_column_each() {
        Levels levels = new Levels(
                List.of(new Index(NdArray.ofObjects(List.of("x", "y")), "k"), new Index(NdArray.ofLongs(7), null)),
                List.of(NdArray.ofLongs(1, 0), NdArray.ofLongs(0, 0)));
        Series series = Series.of(new Index(levels, null), NdArray.ofLongs(3, 4), "v");

        assertThat(shown(series)).isEqualTo("""
                k                  v
                object  int64  int64
                y           7      3
                x           7      4
                """);
        assertThat(shown(series, " | where '.k == \"x\"' | table")).isEqualTo("""
                k  level_1  v
                x        7  4
                """);
    }

    @Test
    void of_no_rows_the_names_of_the_columns_are_shown() {
        DataFrame none = DataFrame.of(
                new Index(new RangeLabels(0, 1, 0), null),
                List.of(NdArray.ofLongs()),
                new Index(NdArray.ofObjects(List.of("state")), null));

        assertThat(shown(none, " | table")).isEqualTo("index  state\n");
    }

    @Test
    void of_many_rows_the_middle_is_left_out_and_counted_and_drawn() {
        double[] wave =
                IntStream.range(0, 1000).mapToDouble(i -> Math.sin(i / 160.0)).toArray();
        String shown = shown(Series.of(new Index(new RangeLabels(0, 1, 1000), null), NdArray.ofDoubles(wave), "wave"));

        assertThat(shown.lines()).hasSize(2 + 10 + 1 + 10 + 2);
        assertThat(shown)
                .contains("… 980 more rows (--all)\n")
                .contains("\n  999")
                .contains("[1,000 rows × 1 column]");
        assertThat(shown.lines().reduce("", (a, b) -> b))
                .startsWith("wave  ")
                .contains("█")
                .endsWith(" 1,000 numbers, -1.0 … 1.0");
        assertThat(shown(Series.of(TWO, NdArray.ofLongs(1, 2), null), " --all")).doesNotContain("…");
    }

    @Test
    void of_many_columns_the_middle_is_left_out_and_counted() {
        List<Column> data = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            data.add(NdArray.ofLongs(i, -i));
            names.add("column" + i);
        }
        String shown = shown(DataFrame.of(TWO, data, new Index(NdArray.ofObjects(names), null)));

        assertThat(shown).startsWith("       column0  column1  column2  column3  …  column");
        assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
        assertThat(shown).contains("column39\n").contains("[2 rows × 40 columns, 33 of them not shown (--all)]");
    }

    @Test
    void one_that_came_as_json_looks_the_same() {
        Map<String, Object> shape = Map.of(
                "type",
                "Series",
                "index",
                List.of("e1"),
                "values",
                List.of(1L),
                "index_dtype",
                "object",
                "dtype",
                "int64");
        assertThat(shown(shape)).isEqualTo("""
                object  int64
                e1          1
                """.indent(0).replaceFirst("", "\n"));
    }

    @Test
    void one_within_a_value_stands_beside_its_key() {
        assertThat(shown(Map.of("states", Series.of(TWO, NdArray.ofLongs(3, 4), "v"))))
                .isEqualTo("""
                states             v
                        int64  int64
                            0      3
                            1      4
                """);
    }

    @Test
    void an_empty_one_says_so_by_its_types() {
        Index none = new Index(new RangeLabels(0, 1, 0), null);
        assertThat(shown(DataFrame.of(none, List.of(), none))).isEqualTo("\nint64\n");
    }

    @Test
    void what_a_stranger_wrote_is_shown_harmlessly() {
        Index labels = new Index(NdArray.ofObjects(List.of("\u001b[31m", "b")), "\u0007");
        assertThat(shown(Series.of(labels, NdArray.ofObjects(Arrays.asList("\n", null)), "\u001b")))
                .isEqualTo("""
                \\u0007      \\u001b
                object      object
                \\u001b[31m  \\n
                b           None
                """);
    }

    private String shown(Object value) {
        return shown(value, "");
    }

    private String shown(Object value, String rest) {
        ShellBench fresh = ShellBench.terminal();
        fresh.session.network.answers("get", value);
        assertThat(fresh.run("x plugin_a get" + rest))
                .as(bench.screen.messages())
                .isZero();
        return fresh.screen.data();
    }

    private static DataFrame frame(Column... columns) {
        List<String> names = List.of("a", "b", "c", "d", "e", "f").subList(0, columns.length);
        return DataFrame.of(TWO, List.of(columns), new Index(NdArray.ofObjects(names), null));
    }

    private static Column column(String dtype, @Nullable Object... values) throws UnfitValueException {
        return ColumnTyping.named(Arrays.asList(values), dtype);
    }
}
