package io.github.hubsh.shell.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments of numpy and pandas, as they are typed. */
final class TypedItemsTest {
    /** Columns: what stands behind {@code x:=}, and its JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            series({"electrode043":1})       | {"index":["electrode043"],"values":[1],"index_dtype":"object","dtype":"int64","type":"Series"}
            series([1, 2.5, null])           | {"index":[0,1,2],"values":[1.0,2.5,"NaN"],"index_dtype":"int64","dtype":"float64","type":"Series"}
            series([true,false])             | {"index":[0,1],"values":[true,false],"index_dtype":"int64","dtype":"bool","type":"Series"}
            series(["a",1])                  | {"index":[0,1],"values":["a",1],"index_dtype":"int64","dtype":"object","type":"Series"}
            series({37:1})                   | {"index":[37],"values":[1],"index_dtype":"int64","dtype":"int64","type":"Series"}
            series({'37': True, 'b': None,}) | {"index":["37","b"],"values":[true,null],"index_dtype":"object","dtype":"object","type":"Series"}
            series([1, NaN], index=[37, 38]) | {"index":[37,38],"values":[1.0,"NaN"],"index_dtype":"int64","dtype":"float64","type":"Series"}
            series([-inf,1],dtype="float32") | {"index":[0,1],"values":["-Infinity",1.0],"index_dtype":"int64","dtype":"float32","type":"Series"}
            series({1.5:1}, name='it\\'s')   | {"index":[1.5],"values":[1],"index_dtype":"float64","dtype":"int64","type":"Series","name":"it's"}
            frame({0:[1]}, index=['a'])      | {"index":["a"],"values":[[1]],"columns":[0],"index_dtype":"object","type":"DataFrame"}
            set('a', 'b)')                   | ["a","b)"]
            series([])                       | {"index":[],"values":[],"index_dtype":"int64","dtype":"object","type":"Series"}
            series([1,null], "Int64")        | {"index":[0,1],"values":[1,null],"index_dtype":"int64","dtype":"Int64","type":"Series"}
            series([1,2], "float32")         | {"index":[0,1],"values":[1.0,2.0],"index_dtype":"int64","dtype":"float32","type":"Series"}
            series(["2016-04-01",null],"datetime64[ns]") | {"index":[0,1],"values":["2016-04-01T00:00:00",null],"index_dtype":"int64","dtype":"datetime64[ns]","type":"Series"}
            series(["a","a"],"category")     | {"index":[0,1],"values":["a","a"],"index_dtype":"int64","dtype":"category","type":"Series"}
            frame({"x":[1,2],"y":["a",null]}) | {"index":[0,1],"values":[[1,"a"],[2,null]],"columns":["x","y"],"index_dtype":"int64","type":"DataFrame"}
            frame([{"x":1},{"x":2,"y":3}])   | {"index":[0,1],"values":[[1,"NaN"],[2,3.0]],"columns":["x","y"],"index_dtype":"int64","type":"DataFrame"}
            frame({"x":{37:1,38:2}})         | {"index":[37,38],"values":[[1],[2]],"columns":["x"],"index_dtype":"int64","type":"DataFrame"}
            frame({'x':{'a':1},'y':{'b':2}}) | {"index":["a","b"],"values":[[1.0,"NaN"],["NaN",2.0]],"columns":["x","y"],"index_dtype":"object","type":"DataFrame"}
            frame({})                        | {"index":[],"values":[],"columns":[],"index_dtype":"int64","type":"DataFrame"}
            array([[1,2],[3,4]])             | [[1,2],[3,4]]
            array([1,2],"uint8")             | [1,2]
            int8(5)                          | 5
            float32(0.5)                     | 0.5
            uuid("123e4567-e89b-12d3-a456-426614174000") | "123e4567-e89b-12d3-a456-426614174000"
            datetime("2026-01-31 15:04")     | "2026-01-31T15:04:00"
            tuple(1, [2], "a b")             | [1,[2],"a b"]
            set()                            | []
            tuple(1, tuple(2), uuid("123e4567-e89b-12d3-a456-426614174000")) | [1,[2],"123e4567-e89b-12d3-a456-426614174000"]
            {"a": [set(1)], "b": frozenset()} | {"a":[[1]],"b":[]}
            [series({37: True}), true]       | [{"index":[37],"values":[true],"index_dtype":"int64","dtype":"bool","type":"Series"},true]
            """)
    void a_typed_argument_is_what_pandas_would_make(String typed, String json) {
        assertThat(Json.write(value(typed))).isEqualTo(json);
    }

    @Test
    void an_array_has_the_type_that_was_asked_for() {
        assertThat(((Column) requireNonNull(value("array([1,2],\"uint8\")"))).dtypeName())
                .isEqualTo("uint8");
    }

    /** Columns: what stands behind {@code x:=}, the character that the error points at, and what it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            series()                | 7  | expected a JSON value
            series({a:1})           | 8  | expected a JSON value, found 'a'
            series({37 1})          | 11 | expected ':' after the key
            series([1],indx=[1])    | 7  | expected index=, dtype=, name= in series(…), found indx=
            series([1],index=[1,2]) | 7  | expected a list of 1 labels in index=
            series({"a":1},index=[1]) | 7 | expected values without labels beside index=
            uuid(version=4)         | 5  | expected no names in uuid(…), found version=
            series(1)               | 7  | expected an object of label: value, or a list
            series({"a":})          | 12 | expected a JSON value
            series([300],"int8")    | 7  | value 1: 300 is not of type int8
            series([1],"floaty")    | 7  | there is no dtype floaty
            series(["x"],"datetime64[ns]") | 7 | value 1: x is not a date or time
            frame({"a":[1],"b":[]}) | 6  | as many values in each column
            frame({"a":{1:1},"b":[1]}) | 6 | expected a list of values for each column
            frame([1])              | 6  | expected an object for each row
            array([[1],[1,2]])      | 6  | expected lists of one length
            int8(1.5)               | 5  | value 1: 1.5 is not of type int8
            uuid("42")              | 5  | expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found "42"
            tuple(1,)               | 8  | expected a JSON value
            set([[1]])              | 4  | expected elements that Python can hash
            [tuple(1]               | 8  | expected ',' or ')', found ']'
            [True]                  | 1  | expected a JSON value, found 'T'
            [tuple(True), True]     | 14 | expected a JSON value, found 'T'
            [uuid("42")]            | 1  | expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found "42"
            [frob(1)]               | 1  | expected a JSON value, found 'f'
            {"a": tuple(1           | 13 | expected ',' or ')', found the end
            """)
    void an_error_points_at_what_is_no_table(String typed, int offset, String message) {
        assertThatThrownBy(() -> value(typed)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.getMessage()).contains(message);
            assertThat(requireNonNull(wrong.place()).offset()).isEqualTo("x:=".length() + offset);
        });
    }

    private static @Nullable Object value(String typed) {
        List<List<Word>> words = Lexer.read("x:=" + typed).statements();
        return ItemParser.parse(words.get(0).get(0)).value();
    }
}
