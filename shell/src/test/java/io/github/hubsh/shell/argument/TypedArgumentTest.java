package io.github.hubsh.shell.argument;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.word.JsonInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values of numpy and pandas: their types and labels. {@code TypedItemsTest} has their values, as a line has them, and
 * {@link PythonLiteralTest} those of Python's own types.
 */
final class TypedArgumentTest {
    /** Columns: what is typed, and the types of the value, of its index, and its names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            series([1,2])                            | int64    | int64 [0, 1]   | null
            series([1,2], "float32")                 | float32  | int64 [0, 1]   | null
            series([1,2], dtype="Int64")             | Int64    | int64 [0, 1]   | null
            series({"a":1})                          | int64    | object [a]     | null
            series({"a":1}, name="n")                | int64    | object [a]     | n
            series([1], name=37)                     | int64    | int64 [0]      | 37
            series([1,2], index=["a","b"])           | int64    | object [a, b]  | null
            series([1], index=[1.5], name="n")       | int64    | float64 [1.5]  | n
            series(array([1,2],"uint8"))             | uint8    | int64 [0, 1]   | null
            series(series([1,2],"uint8"))            | uint8    | int64 [0, 1]   | null
            frame({"x":[1]}, "float32")              | float32  | int64 [0]      | [x]
            frame({"x":[1],"y":["a"]})               | int64 object | int64 [0]  | [x, y]
            frame({"x":[1]}, index=["a"])            | int64    | object [a]     | [x]
            frame([{"x":1},{"y":2}])                 | float64 float64 | int64 [0, 1] | [x, y]
            frame({37:{"a":1}})                      | int64    | object [a]     | [37]
            frame([])                                | ~~       | int64 []       | []
            """)
    void a_table_has_types_and_labels(String typed, String types, String index, String names)
            throws JsonInput.WrongJson {
        Object table = value(typed);
        if (table instanceof Series series) {
            assertThat(series.dtype()).isEqualTo(types);
            assertThat(series.indexDtype() + " " + series.index()).isEqualTo(index);
            assertThat(String.valueOf(series.name())).isEqualTo(names);
        } else if (table instanceof DataFrame frame) {
            assertThat(String.join(
                            " ",
                            frame.data().stream().map(each -> each.dtypeName()).toList()))
                    .isEqualTo(types);
            assertThat(frame.indexDtype() + " " + frame.index()).isEqualTo(index);
            assertThat(frame.columns()).hasToString(names);
        } else {
            throw new AssertionError(table);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            array([1,2])                | int64   | [2]
            array([1,2.5])              | float64 | [2]
            array([[1,2],[3,4],[5,6]])  | int64   | [3, 2]
            array([[1,2]], "uint8")     | uint8   | [1, 2]
            array([[1,2]], dtype="int8") | int8   | [1, 2]
            array([])                   | object  | [0]
            array([[],[]])              | object  | [2, 0]
            array(["a",true])           | object  | [2]
            array(array([1],"int8"))    | int8    | [1]
            """)
    void an_array_has_a_type_and_a_shape(String typed, String dtype, String shape) throws JsonInput.WrongJson {
        NdArray array = (NdArray) requireNonNull(value(typed));
        assertThat(array.dtypeName()).isEqualTo(dtype);
        assertThat(array.shape()).hasToString(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int8(-128)           | int8    | -128
            uint64(18446744073709551615) | uint64 | 18446744073709551615
            float32(0.5)         | float32 | 0.5
            float64(1)           | float64 | 1.0
            float64(NaN)         | float64 | "NaN"
            bool(True)           | bool    | true
            int16(int8(5))       | int16   | 5
            """)
    void a_number_of_numpy_has_its_type(String typed, String dtype, String json) throws JsonInput.WrongJson {
        NumpyScalar scalar = (NumpyScalar) requireNonNull(value(typed));
        assertThat(scalar.dtype().name()).isEqualTo(dtype);
        assertThat(Json.write(scalar)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            series()                      | expected a JSON value, and after a comma perhaps a type such as "float32"
            series([1],"int8",3)          | expected a JSON value, and after a comma perhaps a type such as "float32"
            series([1],3)                 | expected a JSON value, and after a comma perhaps a type such as "float32"
            series([1],dtype=[3])         | expected a JSON value, and after a comma perhaps a type such as "float32"
            series([1],indx=[1])          | expected index=, dtype=, name= in series(…), found indx=
            frame({},name="n")            | expected index=, dtype= in frame(…), found name=
            array([1],index=[1])          | expected dtype= in array(…), found index=
            set(a=1)                      | expected no names in set(…), found a=
            series(1)                     | expected an object of label: value, or a list, in series(…)
            series([1,300],"int8")        | value 2: 300 is not of type int8
            series([1],index=1)           | expected a list of 1 labels in index=
            series([1],index=[1,2])       | expected a list of 1 labels in index=
            series({"a":1},index=[1])     | expected values without labels beside index=
            frame({"x":{"a":1}},index=[1]) | expected values without labels beside index=
            frame(1)                      | expected an object of column: [values], or a list of objects, in frame(…)
            frame([1])                    | expected an object for each row of frame(…)
            frame({"a":[1],"b":1})        | expected a list of values for each column of frame(…), or an object of label: value for each
            frame({"a":[1],"b":[]})       | expected as many values in each column of frame(…)
            array(1)                      | expected a list in array(…)
            array({})                     | expected a list in array(…)
            array([[1],2])                | expected lists of one length in array(…)
            array([[1],[1,2]])            | expected lists of one length in array(…)
            array([1],"Int64")            | expected a type of numpy in array(…), found Int64
            array([1],"floaty")           | there is no dtype floaty
            int8(null)                    | expected a value in int8(…)
            int8(5,"float32")             | expected one value in int8(…), which is the type itself
            int8(5,dtype="int8")          | expected one value in int8(…), which is the type itself
            int8("x")                     | value 1: x is not of type int8
            int8(128)                     | value 1: 128 is not of type int8
            """)
    void an_error_says_what_was_expected(String typed, String message) {
        assertThatThrownBy(() -> value(typed))
                .isInstanceOf(JsonInput.WrongJson.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void an_array_has_at_most_thirty_dimensions() throws JsonInput.WrongJson {
        NdArray deepest = (NdArray) requireNonNull(value("array(" + "[".repeat(30) + "1" + "]".repeat(30) + ")"));
        assertThat(deepest.shape()).hasSize(30);
        assertThat(deepest.dtypeName()).isEqualTo("int64");
        NdArray deeper = (NdArray) requireNonNull(value("array(" + "[".repeat(31) + "1" + "]".repeat(31) + ")"));
        assertThat(deeper.shape()).hasSize(30);
        assertThat(deeper.dtypeName()).isEqualTo("object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series([1])",
                "frame({})",
                "array([1])",
                "int8(1)",
                "uuid(\"123e4567-e89b-12d3-a456-426614174000\")",
                "[1,[int8(1)]]",
                "{\"a\":[tuple()]}",
            })
    void only_a_pickle_carries_what_json_would_change(String typed) throws JsonInput.WrongJson {
        assertThat(TypedArgument.isIn(value(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "1.5", "1e30", "\"a\"", "true", "[[1],{\"a\":null}]", "{}"})
    void json_carries_the_rest(String typed) throws JsonInput.WrongJson {
        assertThat(TypedArgument.isIn(value(typed))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"series, true", "frame, true", "array, true", "uint64, true", "bool, true", "decimal, true"})
    @CsvSource({"int, false", "float16, false", "Series, false", "ndarray, false", "'', false"})
    void functions_have_names(String name, boolean known) {
        assertThat(TypedArgument.isFunction(name)).isEqualTo(known);
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.parse(typed, TypedFunctions.all(), List.of());
    }
}
