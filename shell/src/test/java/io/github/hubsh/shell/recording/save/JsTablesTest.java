package io.github.hubsh.shell.recording.save;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as calls that make the same ones, or why there is none. */
final class JsTablesTest {
    /** Columns: the table as it is typed at the shell, and the expression in JavaScript. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            series([])                            | series([])
            series([1,2])                         | series([1, 2])
            series([1,2.5])                       | series([1, 2.5])
            series([1.0,2.0])                     | series([1, 2], { dtype: 'float64' })
            series([1,2],"uint8")                 | series([1, 2], { dtype: 'uint8' })
            series(["a",null])                    | series(['a', null])
            series([true,false])                  | series([true, false])
            series([1,NaN])                       | series([1, NaN])
            series([1],name="n")                  | series([1], { name: 'n' })
            series({"a":1,"b c":2})               | series({ a: 1, 'b c': 2 })
            series({"a":1},"int8")                | series({ a: 1 }, { dtype: 'int8' })
            series({37:1,38:2})                   | series(new Map([[37, 1], [38, 2]]))
            series({"37":1})                      | series(new Map([['37', 1]]))
            series({0:5,1:6})                     | series([5, 6])
            series([1,2],index=["a","a"])         | series([1, 2], { index: ['a', 'a'] })
            series([1,2],index=[7,7],name="n")    | series([1, 2], { index: [7, 7], name: 'n' })
            series([1],index=[0.5])               | series(new Map([[0.5, 1]]))
            frame({})                             | frame({})
            frame({"x":[1,2],"y":["a",null]})     | frame({ x: [1, 2], y: ['a', null] })
            frame({"x":[1]},index=["a"])          | frame({ x: [1] }, { index: ['a'] })
            frame({37:[1]})                       | frame(new Map([[37, [1]]]))
            frame({"x":[0.5]},index=[3])          | frame({ x: [0.5] }, { index: [3] })
            """)
    void a_call_makes_the_table(String typed, String expression) throws Exception {
        assertThat(call(value(typed))).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            series([1],name=37)                   | a table whose name is no text has no literal
            series([[1]])                         | a table with other values than numbers and texts has no literal
            series([1],index=[2.0])               | labels of float64 would become others
            frame({"x":[1.0]})                    | a column of float64 would become another one
            frame({"x":[1]},"uint8")              | a column of uint8 would become another one
            frame({"x":[[1]]})                    | a table with other values than numbers and texts has no literal
            """)
    void what_no_call_makes_says_why(String typed, String why) throws Exception {
        assertWhy(value(typed), why);
    }

    @Test
    void names_of_an_index_are_options() throws Exception {
        Index named = new Index(NdArray.ofObjects(List.of("a")), "electrode");
        assertThat(call(Series.of(named, NdArray.ofLongs(1), null)))
                .isEqualTo("series({ a: 1 }, { indexName: 'electrode' })");
        assertThat(call(DataFrame.of(named, List.of(NdArray.ofLongs(1)), labels("x"))))
                .isEqualTo("frame({ x: [1] }, { index: ['a'], indexName: 'electrode' })");
    }

    @Test
    void two_columns_of_one_name_have_no_literal() {
        assertWhy(
                DataFrame.of(
                        new Index(new RangeLabels(0, 1, 1), null),
                        List.of(NdArray.ofLongs(1), NdArray.ofLongs(2)),
                        labels("x", "x")),
                "a table with two columns of one name has no literal");
    }

    private static Index labels(String... names) {
        return new Index(NdArray.ofObjects(List.of((Object[]) names)), null);
    }

    private static String call(Object table) throws UnwritableException {
        return (table instanceof Series series ? JsTables.series(series) : JsTables.frame((DataFrame) table)).flat();
    }

    private static void assertWhy(Object table, String why) {
        assertThatThrownBy(() -> call(table))
                .isInstanceOfSatisfying(
                        UnwritableException.class,
                        wrong -> assertThat(wrong.why()).isEqualTo(why));
    }

    private static Object value(String typed) throws JsonInput.WrongJson {
        return requireNonNull(JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0));
    }
}
