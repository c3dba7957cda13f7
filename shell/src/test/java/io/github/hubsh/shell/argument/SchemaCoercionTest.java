package io.github.hubsh.shell.argument;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values beside the schemas that they are held to. */
final class SchemaCoercionTest {
    /** Columns: the types of a schema, a value as it is typed behind {@code :=}, and what was expected instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~              | 1               |
            ~~              | null            |
            string          | "a"             |
            string          | 1               | a string
            string          | null            | a string
            number          | 1               |
            number          | 1.5             |
            number          | decimal("1.5")  |
            number          | int8(1)         |
            number          | "1"             | a number
            integer         | 1               |
            integer         | 1.0             |
            integer         | 1e30            |
            integer         | 123456789012345678901234567890 |
            integer         | uint8(1)        |
            integer         | decimal("2.00") |
            integer         | 1.5             | an integer
            integer         | float64(1.5)    | an integer
            integer         | float64(NaN)    | an integer
            integer         | float64(inf)    | an integer
            integer         | decimal("1.5")  | an integer
            boolean         | true            |
            boolean         | bool(true)      |
            boolean         | 1               | a boolean
            array           | []              |
            array           | tuple(1)        |
            array           | set(1)          |
            array           | {}              | an array
            object          | {}              |
            object          | []              | an object
            null            | null            |
            null            | 0               | null
            string,null     | null            |
            string,null     | 1               | a string or null
            integer,object  | "x"             | an integer or an object
            Series          | series([1])     |
            Series          | array([1])      | a Series
            DataFrame       | frame({})       |
            DataFrame       | series([1])     | a DataFrame
            ndarray         | array([1])      |
            ndarray         | [1]             | a ndarray
            colour          | 1               |
            string,colour   | 1               |
            """)
    void a_value_has_one_of_the_types(String types, String typed, @Nullable String expected)
            throws JsonInput.WrongJson {
        assertThat(SchemaCoercion.expected(value(typed), schema(types))).isEqualTo(expected);
    }

    /** Columns: the choices, the limits, a value, and what was expected instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ["fast","slow"] |     |     | "slow"          |
            ["fast","slow"] |     |     | "warp"          | one of fast, slow
            ["fast",1]      |     |     | null            | one of fast, 1
            [1,2]           |     |     | 1.0             |
            [1,2]           |     |     | int8(2)         |
            [1,2]           |     |     | 1.5             | one of 1, 2
            [1,2]           |     |     | "1"             | one of 1, 2
            [1,2]           |     |     | float64(NaN)    | one of 1, 2
            [1,[2]]         |     |     | [2]             |
            [5]             | 7   |     | 5               | at least 7
            []              | 0   | 10  | 0               |
            []              | 0   | 10  | 10              |
            []              | 0   | 10  | -0.1            | at least 0
            []              | 0   | 10  | 10.1            | at most 10
            []              | 0   |     | 1e300           |
            []              |     | 10  | -1e300          |
            []              | 0.1 |     | 0.1             |
            []              | 0.1 |     | decimal("0.09999999999999999999999") | at least 0.1
            []              |     | 9223372036854775807 | 9223372036854775808 | at most 9223372036854775807
            []              | 0   | 10  | float64(NaN)    |
            []              | 0   | 10  | "99"            |
            []              | 0   | 10  | true            |
            """)
    void a_value_is_a_choice_within_the_limits(
            String choices, @Nullable String minimum, @Nullable String maximum, String typed, @Nullable String expected)
            throws JsonInput.WrongJson {
        ArgumentSchema schema =
                new ArgumentSchema(List.of(), choices(choices), number(minimum), number(maximum), false, null, "", "");
        assertThat(SchemaCoercion.expected(value(typed), schema)).isEqualTo(expected);
    }

    /** Columns: the types, what stood behind a plain {@code =}, how it was read, and what becomes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            string          | 1     | 1       | "1"
            string          | 1.50  | 1.50    | "1.50"
            string          | null  | null    | "null"
            string          | true  | true    | "true"
            string,number   | 1     | 1       | 1
            number          | 1     | 1       | 1
            number          | much  | "much"  | expected a number
            boolean         | 1     | 1       | true
            boolean         | on    | "on"    | true
            boolean         | yes   | "yes"   | true
            boolean         | 0     | 0       | false
            boolean         | off   | "off"   | false
            boolean         | no    | "no"    | false
            boolean         | 2     | 2       | expected a boolean
            boolean         | Yes   | "Yes"   | expected a boolean
            integer,boolean | 1     | 1       | 1
            array           | e1    | "e1"    | expected an array
            ~~              | 1     | 1       | 1
            """)
    void what_was_typed_plainly_may_be_read_in_another_way(String types, String typed, String read, String expected)
            throws JsonInput.WrongJson {
        assertThat(text(SchemaCoercion.fit(value(read), typed, schema(types)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"string, 1, a string", "boolean, 1, a boolean", "boolean, \"on\", a boolean"})
    void a_type_that_was_said_is_kept(String types, String value, String expected) throws JsonInput.WrongJson {
        SchemaCoercion.Fit fit = SchemaCoercion.fit(value(value), null, schema(types));
        assertThat(fit.expected()).isEqualTo(expected);
        assertThat(fit.value()).isEqualTo(value(value));
    }

    /** Columns: the types, JSON behind {@code :=}, and the class of the value that is sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Series        | [1,2]               | Series
            Series        | {"a":1}             | Series
            DataFrame     | {"x":[1]}           | DataFrame
            DataFrame     | [{"x":1}]           | DataFrame
            ndarray       | [[1],[2]]           | NdArray
            null,Series   | [1]                 | Series
            Series        | 1                   | expected a Series
            Series        | "a"                 | expected a Series
            DataFrame     | [1]                 | expected a DataFrame
            ndarray       | {}                  | expected a ndarray
            ndarray       | [[1],[1,2]]         | expected a ndarray
            Series        | [tuple(1)]          | expected a Series
            Series        | array([1])          | expected a Series
            array         | [1]                 | ArrayList
            """)
    void json_for_a_table_becomes_one(String types, String json, String expected) throws JsonInput.WrongJson {
        SchemaCoercion.Fit fit = SchemaCoercion.fit(value(json), null, schema(types));
        String found = fit.expected() == null
                ? requireNonNull(fit.value()).getClass().getSimpleName()
                : "expected " + fit.expected();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_table_stays_what_it_is() throws JsonInput.WrongJson {
        for (String typed : List.of("series([1])", "frame({})", "array([1])")) {
            Object table = requireNonNull(value(typed));
            String type =
                    table instanceof NdArray ? "ndarray" : table.getClass().getSimpleName();
            assertThat(SchemaCoercion.fit(table, null, schema(type)).value()).isSameAs(table);
        }
    }

    private static ArgumentSchema schema(String types) {
        return ArgumentSchema.ofTypes(types.isEmpty() ? List.of() : List.of(types.split(",", -1)));
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.parse(typed, TypedFunctions.all(), List.of());
    }

    private static List<Object> choices(String json) throws JsonInput.WrongJson {
        List<Object> choices = new ArrayList<>();
        ((List<?>) requireNonNull(value(json))).forEach(choice -> choices.add(requireNonNull(choice)));
        return choices;
    }

    private static @Nullable Number number(@Nullable String text) throws JsonInput.WrongJson {
        return text == null ? null : (Number) value(text);
    }

    private static String text(SchemaCoercion.Fit fit) {
        return fit.expected() == null ? Json.write(fit.value()) : "expected " + fit.expected();
    }
}
