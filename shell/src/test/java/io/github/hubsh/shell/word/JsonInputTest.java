package io.github.hubsh.shell.word;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.argument.TypedFunctions;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as a person types it, and between the parentheses of a function as Python spells it. */
final class JsonInputTest {
    /** Columns: what is typed, the class of the value, and the value as JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            1                       ¦ Long          ¦ 1
            -0                      ¦ Long          ¦ 0
            9223372036854775807     ¦ Long          ¦ 9223372036854775807
            9223372036854775808     ¦ BigInteger    ¦ 9223372036854775808
            1.5                     ¦ Double        ¦ 1.5
            1E3                     ¦ Double        ¦ 1000.0
            true                    ¦ Boolean       ¦ true
            false                   ¦ Boolean       ¦ false
            `  "a b"\t`             ¦ String        ¦ "a b"
            ""                      ¦ String        ¦ ""
            "é€😀"                  ¦ String        ¦ "é€😀"
            "\\"\\\\\\/"            ¦ String        ¦ "\\"\\\\/"
            "\\b\\f\\n\\r\\t"       ¦ String        ¦ "\\b\\f\\n\\r\\t"
            "\\u0041\\u00e4\\ud83d\\ude00" ¦ String ¦ "Aä😀"
            []                      ¦ ArrayList     ¦ []
            [ 1 , [ 2 ] ]           ¦ ArrayList     ¦ [1,[2]]
            {}                      ¦ LinkedHashMap ¦ {}
            { "b" : 1 , "a" : { } } ¦ LinkedHashMap ¦ {"b":1,"a":{}}
            {"a":1,"a":2}           ¦ LinkedHashMap ¦ {"a":2}
            [null]                  ¦ ArrayList     ¦ [null]
            """)
    void json_is_a_value_of_java(String text, String type, String json) throws JsonInput.WrongJson {
        Object value = JsonInput.parse(text);
        assertThat(requireNonNull(value).getClass().getSimpleName()).isEqualTo(type);
        assertThat(Json.write(value)).isEqualTo(json);
    }

    /** Columns: what is typed, the character that the error points at, and what it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ``            ¦ 0 ¦ expected a JSON value, found the end
            `  `          ¦ 2 ¦ expected a JSON value, found the end
            x             ¦ 0 ¦ expected a JSON value, found 'x'
            😀            ¦ 0 ¦ expected a JSON value, found '😀'
            True          ¦ 0 ¦ expected a JSON value, found 'T'
            'a'           ¦ 0 ¦ expected a JSON value, found '''
            truer         ¦ 4 ¦ expected the end of the JSON value, found 'r'
            1 2           ¦ 2 ¦ expected the end of the JSON value, found '2'
            01            ¦ 0 ¦ expected a JSON value, found '0'
            1.            ¦ 0 ¦ expected a JSON value, found '1'
            [1e999]       ¦ 1 ¦ expected a number that fits a double, found '1'
            [1            ¦ 2 ¦ expected ',' or ']', found the end
            [1 2]         ¦ 3 ¦ expected ',' or ']', found '2'
            [1,]          ¦ 3 ¦ expected a JSON value, found ']'
            {             ¦ 1 ¦ expected a key in double quotes, found the end
            {a:1}         ¦ 1 ¦ expected a key in double quotes, found 'a'
            {"a" 1}       ¦ 5 ¦ expected ':' after the key, found '1'
            {"a":1;       ¦ 6 ¦ expected ',' or '}', found ';'
            {"a":1,}      ¦ 7 ¦ expected a key in double quotes, found '}'
            {"a":}        ¦ 5 ¦ expected a JSON value, found '}'
            ["a           ¦ 1 ¦ expected a closing '"' for this string
            `["a\tb"]`    ¦ 3 ¦ expected \\n, \\t or \\u00XX for a control character in a JSON string
            "\\x"         ¦ 2 ¦ expected one of " \\ / b f n r t u after '\\', found 'x'
            "\\'"         ¦ 2 ¦ expected one of " \\ / b f n r t u after '\\', found '''
            "\\           ¦ 2 ¦ expected one of " \\ / b f n r t u after '\\', found the end
            "\\u00g0"     ¦ 5 ¦ expected four hexadecimal digits after \\u, found 'g'
            "\\u00        ¦ 5 ¦ expected four hexadecimal digits after \\u, found the end
            tuple(1)      ¦ 0 ¦ expected a JSON value, found 't'
            """)
    void an_error_points_at_the_character(String text, int offset, String message) {
        assertWrong(() -> JsonInput.parse(text), offset, message);
    }

    /** Columns: what stands between the parentheses, the values without a name, and those with one. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ``                            ¦ []                     ¦ {}
            1, "a"                        ¦ [1,"a"]                ¦ {}
            [1], index = [2], dtype="x"   ¦ [[1]]                  ¦ {"index":[2],"dtype":"x"}
            b_1=1                         ¦ []                     ¦ {"b_1":1}
            True, False, None             ¦ [true,false,null]      ¦ {}
            [NaN, nan, inf, Infinity]     ¦ [["NaN","NaN","Infinity","Infinity"]] ¦ {}
            -inf, -Infinity               ¦ ["-Infinity","-Infinity"] ¦ {}
            'a', 'it\\'s "x"'             ¦ ["a","it's \\"x\\""]   ¦ {}
            [1,2,], {"a":1,}              ¦ [[1,2],{"a":1}]        ¦ {}
            {37: 1, 'b': 2, None: 3}      ¦ [{"37":1,"b":2,"null":3}] ¦ {}
            tuple(1, set(2)), [tuple()]   ¦ [[1,[2]],[[]]]         ¦ {}
            """)
    void operands_are_read_as_python_spells_them(String text, String positional, String named)
            throws JsonInput.WrongJson {
        Operands operands = JsonInput.operands(text, TypedFunctions.all(), List.of());
        assertThat(Json.write(operands.positional())).isEqualTo(positional);
        assertThat(Json.write(operands.named())).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            1,             ¦ 2 ¦ expected a JSON value, found the end
            1 2            ¦ 2 ¦ expected ',' or ')', found '2'
            a=             ¦ 2 ¦ expected a JSON value, found the end
            frob(1)        ¦ 0 ¦ expected a JSON value, found 'f'
            tuple(1, (2))  ¦ 9 ¦ expected a JSON value, found '('
            [tuple(1]      ¦ 8 ¦ expected ',' or ')', found ']'
            tuple(1        ¦ 7 ¦ expected ',' or ')', found the end
            [uuid("42")]   ¦ 1 ¦ expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found "42"
            """)
    void an_error_within_operands_points_at_the_character(String text, int offset, String message) {
        assertWrong(() -> JsonInput.operands(text, TypedFunctions.all(), List.of()), offset, message);
    }

    @Test
    void a_null_character_does_not_end_the_operands() {
        assertWrong(() -> JsonInput.operands("1\0, junk"), 1, "expected ',' or ')', found '\0'");
    }

    @Test
    void a_function_within_json_ends_the_spelling_of_python_where_it_ends() {
        assertWrong(
                () -> JsonInput.parse("[tuple(True), True]", TypedFunctions.all(), List.of()),
                14,
                "expected a JSON value, found 'T'");
    }

    /** Columns: the text, in which each {@code $} stands for a value that was brought, and what is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $                ¦ VALUE
            [$ ,1]           ¦ [VALUE,1]
            {"a":$}          ¦ {"a":VALUE}
            "a $ b"          ¦ "a TEXT b"
            {"$":1}          ¦ {"TEXT":1}
            tuple($)         ¦ [VALUE]
            """)
    void a_brought_value_is_itself_alone_and_its_text_in_quotes(String template, String expected)
            throws JsonInput.WrongJson {
        Object value = brought(template, Map.of("k", 1L), "{\"k\":1}");
        assertThat(Json.write(value))
                .isEqualTo(expected.replace("VALUE", "{\"k\":1}").replace("TEXT", "{\\\"k\\\":1}"));
    }

    @Test
    void a_brought_key_is_one_that_python_can_hash() throws JsonInput.WrongJson {
        assertThat(brought("{$:1}", 37L, "37")).isEqualTo(Map.of(37L, 1L));
        assertThat(brought("{$:1}", Tuple.of(1L), "[1]")).isEqualTo(Map.of(Tuple.of(1L), 1L));
        for (Object unfit : List.of(Map.of(), List.of())) {
            assertWrong(
                    () -> brought("{$:1}", unfit, "[]"),
                    1,
                    "expected a key that Python can hash, such as a text or a number");
        }
    }

    @Test
    void a_brought_value_with_more_beside_it_is_its_text() throws JsonInput.WrongJson {
        assertThat(brought("1$", 2.5, "2.5")).isEqualTo(12.5);
        assertThat(brought("[$$]", 2L, "2")).isEqualTo(List.of(22L));
        assertWrong(() -> brought("$x", 2L, "2"), 1, "expected the end of the JSON value, found 'x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[|]", "{\"a\":|}", "tuple(|)"})
    void brackets_may_be_nested_up_to_a_limit(String bracket) throws JsonInput.WrongJson {
        int middle = bracket.indexOf('|');
        String open = bracket.substring(0, middle);
        String close = bracket.substring(middle + 1);
        assertThat(JsonInput.parse(open.repeat(200) + "1" + close.repeat(200), TypedFunctions.all(), List.of()))
                .isNotNull();
        int last = open.length() * 201 - (open.startsWith("{") ? open.length() : 1);
        assertWrong(
                () -> JsonInput.parse(open.repeat(201) + "1", TypedFunctions.all(), List.of()),
                last,
                "expected at most 200 levels of brackets");
    }

    @Test
    void brackets_beside_each_other_are_not_deep() throws JsonInput.WrongJson {
        assertThat((List<?>) JsonInput.parse("[" + "[{}],".repeat(300) + "1]")).hasSize(301);
    }

    @Test
    void a_number_may_be_long() throws JsonInput.WrongJson {
        assertThat(JsonInput.parse("1" + "0".repeat(400))).isEqualTo(BigInteger.TEN.pow(400));
    }

    private static @Nullable Object brought(String template, Object value, String text) throws JsonInput.WrongJson {
        StringBuilder typed = new StringBuilder();
        Map<Integer, Word.Inserted> inserted = new LinkedHashMap<>();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            int from = typed.length();
            typed.append(c == '$' ? text : String.valueOf(c));
            if (c == '$') {
                inserted.put(from, new Word.Inserted(from, typed.length(), value));
            }
        }
        return JsonInput.parse(typed.toString(), TypedFunctions.all(), List.copyOf(inserted.values()));
    }

    private static void assertWrong(ThrowingCallable read, int offset, String message) {
        assertThatThrownBy(read).isInstanceOfSatisfying(JsonInput.WrongJson.class, wrong -> {
            assertThat(wrong).hasMessage(message);
            assertThat(wrong.offset()).isEqualTo(offset);
        });
    }
}
