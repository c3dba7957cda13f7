package io.github.hubsh.shell.session.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of tables whose labels and columns share names: no value is lost. */
final class TableRowsTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            index | x,y         | index,x,y
            index | a,a,a       | index,a,a.1,a.2
            a     | a           | a.1,a
            index | a,a,a.1     | index,a,a.2,a.1
            index | index,index | index.2,index,index.1
            a.1   | a,a         | a.1,a,a.2
            """)
    void each_column_has_a_name_of_its_own(String label, String columns, String expected) {
        assertThat(ColumnNames.distinct(List.of(label), List.of(columns.split(","))))
                .containsExactly(expected.split(","));
    }

    @Test
    void columns_of_equal_names_and_of_equal_texts_stay_apart() {
        assertThat(rows(frame(null, "a", "a"))).isEqualTo("[{\"index\":0,\"a\":1,\"a.1\":2}]");
        assertThat(rows(frame(null, 0L, "0"))).isEqualTo("[{\"index\":0,\"0\":1,\"0.1\":2}]");
        assertThat(rows(frame("a", "a", "b"))).isEqualTo("[{\"a.1\":0,\"a\":1,\"b\":2}]");
        assertThat(rows(frame(null, null, "null"))).isEqualTo("[{\"index\":0,\"null\":1,\"null.1\":2}]");
    }

    @Test
    void a_series_that_is_called_like_its_index_keeps_its_labels() {
        Series series = Series.of(new Index(NdArray.ofObjects(List.of("e1")), "state"), NdArray.ofLongs(1), "state");

        assertThat(rows(series)).isEqualTo("[{\"state.1\":\"e1\",\"state\":1}]");
    }

    @Test
    void rows_know_their_columns_where_there_is_none() {
        DataFrame empty = DataFrame.of(
                new Index(new RangeLabels(0, 1, 0), null),
                List.<Column>of(NdArray.ofLongs()),
                new Index(NdArray.ofObjects(List.of("x")), null));
        List<@Nullable Object> rows = rowsOf(empty);

        assertThat(rows).isEmpty();
        assertThat(Rows.columnNames(rows)).containsExactly("index", "x");
        assertThat(Rows.columnNames(Rows.chosen(rows, new int[0]))).containsExactly("index", "x");
        assertThat(Rows.columnNames(Rows.narrowed(rows, List.of("x"), List.of())))
                .containsExactly("x");
    }

    @Test
    void filtered_rows_of_a_table_are_handed_on_as_a_table() {
        List<@Nullable Object> rows = rowsOf(frame(null, "x", 0L));
        Object first = Rows.handedOn(Rows.narrowed(Rows.chosen(rows, new int[] {0}), List.of("0"), List.of()));

        assertThat(first).isInstanceOfSatisfying(DataFrame.class, table -> {
            assertThat(table.columns()).containsExactly(0L);
            assertThat(table.data().get(0).dtypeName()).isEqualTo("int64");
            assertThat(table.index()).containsExactly(0L);
        });
        assertThat(Rows.handedOn(Rows.narrowed(rows, List.of("index"), List.of())))
                .isInstanceOf(List.class);
        assertThat(Rows.handedOn("x")).isEqualTo("x");
    }

    @Test
    void the_columns_of_objects_are_the_keys_of_all() {
        assertThat(Rows.columnNames(List.of(Map.of("a", 1L), Map.of("b", 2L)))).containsExactly("a", "b");
        assertThat(Rows.columnNames(List.of(1L, "x"))).isEmpty();
    }

    @Test
    void the_tables_of_an_object_are_found() {
        DataFrame table = frame(null, "x", "y");

        assertThat(Rows.tables(Map.of("states", table, "count", 3L))).containsExactly("states");
        assertThat(Rows.tables(table)).isEmpty();
        assertThat(Rows.tables(List.of(table))).isEmpty();
        assertThat(Rows.tables(Map.of("list", List.of(1L), "array", NdArray.ofLongs(1))))
                .isEmpty();
    }

    private static DataFrame frame(@Nullable Object indexName, @Nullable Object... columns) {
        List<@Nullable Object> names = new ArrayList<>(Arrays.asList(columns));
        return DataFrame.of(
                new Index(new RangeLabels(0, 1, 1), indexName),
                List.<Column>of(NdArray.ofLongs(1), NdArray.ofLongs(2)),
                new Index(NdArray.ofObjects(names), null));
    }

    private static String rows(Object table) {
        return Json.write(rowsOf(table));
    }

    private static List<@Nullable Object> rowsOf(Object table) {
        List<@Nullable Object> rows = Rows.of(table);
        return rows == null ? List.of("no rows") : rows;
    }

    /** Columns: a value as JSON, whether a quick look finds a table possible, and its rows, if it is one. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            {"index":["a"],"values":[1],"type":"Series"}                        ¦ true  ¦ [{"index":"a","value":1}]
            {"index":["a"],"values":[1],"type":"Series","name":"n","index_name":"i"} ¦ true ¦ [{"i":"a","n":1}]
            {"index":["a"],"values":[1,2],"type":"Series"}                      ¦ true  ¦
            {"index":["a"],"values":[[1,2]],"columns":["x","y"],"type":"DataFrame"} ¦ true ¦ [{"index":"a","x":1,"y":2}]
            {"index":["a"],"values":[[1]],"columns":["x"],"type":"Other"}       ¦ true  ¦
            {"index":"a","values":[1],"type":"Series"}                          ¦ false ¦
            {"index":["a"],"values":[1]}                                        ¦ false ¦
            {"a":1}                                                             ¦ false ¦
            [1]                                                                 ¦ false ¦
            "text"                                                              ¦ false ¦
            null                                                                ¦ false ¦
            5                                                                   ¦ true  ¦
            """)
    void an_object_in_the_shape_of_a_table_is_one(String json, boolean possible, @Nullable String rows)
            throws Exception {
        Object value = Json.parse(json);
        List<@Nullable Object> found = TableRows.of(value);

        assertThat(TableRows.isPossible(value)).isEqualTo(possible);
        assertThat(found == null ? null : Json.write(found)).isEqualTo(rows);
    }

    @Test
    void each_level_of_the_labels_is_a_column() {
        Index labels = new Index(
                new Levels(
                        List.of(
                                new Index(NdArray.ofObjects(List.of("a", "b")), "plugin"),
                                new Index(NdArray.ofLongs(7, 8), null)),
                        List.of(NdArray.ofLongs(0, 1), NdArray.ofLongs(1, 0))),
                null);

        assertThat(rows(Series.of(labels, NdArray.ofLongs(1, 2), null)))
                .isEqualTo("[{\"plugin\":\"a\",\"level_1\":8,\"value\":1},"
                        + "{\"plugin\":\"b\",\"level_1\":7,\"value\":2}]");
    }

    @Test
    void a_column_with_two_levels_has_both_in_its_name() {
        assertThat(rows(frame(null, List.of("a", 1L), "b"))).isEqualTo("[{\"index\":0,\"a.1\":1,\"b\":2}]");
        assertThat(TableRows.of(frame(null, "a", "b"))).isInstanceOfSatisfying(TableRows.class, rows -> {
            assertThat(rows.moments()).isEmpty();
            assertThat(rows.table()).isInstanceOf(DataFrame.class);
        });
    }
}
