package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.word.JsonInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as expressions that make them; {@link JsTablesTest} has those of pandas. */
final class JsValuesTest {
    private final Set<String> imports = new TreeSet<>();

    /**
     * Columns: the value as it is typed at the shell, the expression in JavaScript, and the functions that it needs.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None                     | null                         | []
            true                     | true                         | []
            1                        | 1                            | []
            1.5                      | 1.5                          | []
            2.0                      | 2                            | []
            9007199254740991         | 9007199254740991             | []
            9007199254740992         | 9007199254740992n            | []
            18446744073709551616     | 18446744073709551616n        | []
            NaN                      | NaN                          | []
            -inf                     | -Infinity                    | []
            int8(5)                  | 5                            | []
            "it's"                   | "it's"                       | []
            "a"                      | 'a'                          | []
            []                       | []                           | []
            [1,["a",null]]           | [1, ['a', null]]             | []
            {}                       | {}                           | []
            {"a":1,"b c":{"d":[]}}   | { a: 1, 'b c': { d: [] } }   | []
            {"__proto__":1}          | { ['__proto__']: 1 }         | []
            {37: "a", "b": 1}        | new Map([[37, 'a'], ['b', 1]]) | []
            {None: 1}                | new Map([[null, 1]])         | []
            tuple()                  | tuple()                      | [tuple]
            tuple(1,"a")             | tuple(1, 'a')                | [tuple]
            tuple([1])               | tuple(1)                     | [tuple]
            tuple([[1]])             | tuple([[1]])                 | [tuple]
            set(1,2)                 | set(1, 2)                    | [set]
            frozenset(1)             | frozenset(1)                 | [frozenset]
            [tuple([set(1)])]        | [tuple([set(1)])]            | [set, tuple]
            tuple([tuple(1)])        | tuple([tuple(1)])            | [tuple]
            tuple(tuple(1),2)        | tuple(tuple(1), 2)           | [tuple]
            tuple([array([1])])      | tuple([array([1], 'int64')]) | [array, tuple]
            uuid("123e4567-e89b-12d3-a456-426614174000") | uuid('123e4567-e89b-12d3-a456-426614174000') | [uuid]
            datetime("2026-01-31")   | datetime('2026-01-31T00:00:00') | [datetime]
            timedelta("1h")          | timedelta('PT1H')            | [timedelta]
            decimal("1.50")          | decimal('1.50')              | [decimal]
            fraction("1/3")          | fraction('1/3')              | [fraction]
            bytes("AQL/")            | bytes('AQL/')                | [bytes]
            array([1,2])             | array([1, 2], 'int64')       | [array]
            array([[1],[2]],"uint8") | array([[1], [2]], 'uint8')   | [array]
            array([0.5],"float32")   | array([0.5], 'float32')      | [array]
            series([1])              | series([1])                  | [series]
            frame({"x":[1]})         | frame({ x: [1] })            | [frame]
            """)
    void an_expression_makes_the_value(String typed, String expression, String functions) throws Exception {
        assertThat(new JsValues(Map.of(), imports).of(value(typed)).flat()).isEqualTo(expression);
        assertThat(imports).hasToString(functions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            complex("1+2j")          | a complex of this form has no literal
            array(["a"])             | an array of object has no literal
            """)
    void what_has_no_expression_says_why(String typed, String why) throws Exception {
        Object value = value(typed);
        assertThatThrownBy(() -> new JsValues(Map.of(), imports).of(value))
                .isInstanceOfSatisfying(
                        UnwritableException.class,
                        wrong -> assertThat(wrong.why()).isEqualTo(why));
    }

    @Test
    void a_secret_is_not_written() {
        assertThatThrownBy(() -> new JsValues(Map.of(), imports).of(List.of(new HiddenSecrets.Hidden("api_key"))))
                .isInstanceOfSatisfying(
                        UnwritableException.class,
                        wrong -> assertThat(wrong.why()).isEqualTo("its 'api_key' looks secret"));
    }

    @Test
    void a_part_that_comes_from_elsewhere_is_its_expression() throws Exception {
        ValuePath inner = ValuePath.ROOT.then("a").then(1);
        assertThat(new JsValues(Map.of(inner, "r.id"), imports)
                        .of(value("{\"a\":[1,2],\"b\":3}"))
                        .flat())
                .isEqualTo("{ a: [1, r.id], b: 3 }");
        assertThat(new JsValues(Map.of(ValuePath.ROOT, "r"), imports).of(1L).flat())
                .isEqualTo("r");
    }

    @Test
    void depth_and_size_are_bounded() throws Exception {
        assertThat(new JsValues(Map.of(), imports).of(nested(20)).flat())
                .isEqualTo("[".repeat(20) + "1" + "]".repeat(20));
        assertThat(new JsValues(Map.of(), imports)
                        .of(Collections.nCopies(1_999, 1L))
                        .parts())
                .hasSize(1_999);
        for (Object large : List.of(nested(21), Collections.nCopies(2_000, 1L))) {
            assertThatThrownBy(() -> new JsValues(Map.of(), imports).of(large))
                    .isInstanceOfSatisfying(
                            UnwritableException.class,
                            wrong -> assertThat(wrong.why()).isEqualTo("it is too large"));
        }
    }

    private static Object nested(int depth) {
        Object nested = 1L;
        for (int i = 0; i < depth; i++) {
            nested = new ArrayList<>(List.of(nested));
        }
        return nested;
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
