package io.github.hubsh.shell.script;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.argument.TypedFunctions;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as texts for JavaScript, and back. In the tables {@code §} is the tag. */
final class ScriptTextTest {
    /** Columns: a value as it is typed, and its text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None                  | =null
            true                  | =true
            -1                    | =-1
            1.5                   | =1.5
            2.0                   | =2.0
            9007199254740992      | =9007199254740992
            -9007199254740992     | =-9007199254740992
            9007199254740993      | ~{"§":["n","9007199254740993"]}
            -9223372036854775808  | ~{"§":["n","-9223372036854775808"]}
            18446744073709551616  | ~{"§":["n","18446744073709551616"]}
            NaN                   | ~{"§":["f","NaN"]}
            -inf                  | ~{"§":["f","-Infinity"]}
            "a\\"\\\\\\n\\u0001é" | ="a\\"\\\\\\u000a\\u0001é"
            []                    | =[]
            [1,["a",null]]        | =[1,["a",null]]
            {}                    | ={}
            {"a":{"b":[1]}}       | ={"a":{"b":[1]}}
            [1,NaN]               | ~[1,{"§":["f","NaN"]}]
            bytes("AQL/")         | ~{"§":["b","\\u0001\\u0002ÿ"]}
            {"\\u0001":1}         | ~{"§":["m",[["\\u0001",1]]]}
            int8(5)               | =5
            bool(True)            | =true
            """)
    void what_json_lacks_is_tagged(String typed, String text) throws JsonInput.WrongJson {
        assertThat(ScriptText.write(value(typed))).isEqualTo(text.replace("§", "\\u0001"));
    }

    /** Columns: a value that JavaScript has no notion of, and what a script sees of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            tuple(1,2)            | [1,2]
            set(1,2)              | [1,2]
            decimal("1.50")       | "1.50"
            date("2026-01-31")    | "2026-01-31"
            {37: "a"}             | {"37":"a"}
            [2.0]                 | [2.0]
            [int8(5)]             | [5]
            """)
    void what_javascript_has_no_notion_of_brings_its_origin_along(String typed, String seen)
            throws JsonInput.WrongJson {
        assertThat(ScriptText.write(value(typed)))
                .startsWith("~{\"\\u0001\":[\"o\"," + seen + ",\"")
                .endsWith("\"]}");
        assertThat(ScriptWriter.plain(value(typed))).isEqualTo("=" + seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "None",
                "1",
                "1.5",
                "9007199254740993",
                "-inf",
                "\"a\"",
                "[1,[null]]",
                "{\"a\":{}}",
                "bytes(\"AQL/\")",
                "{\"\\u0001\":[1]}",
                "{\"a\":1,\"\\u0001\":2}",
                "tuple(1,tuple(2))",
                "set(1)",
                "[tuple(1),2.0]",
                "{37:1}",
                "decimal(\"1.50\")",
                "[uint8(3)]",
                "array([[1,2]],\"uint8\")",
                "series([1,2],index=[\"a\",\"b\"])",
                "frame({\"x\":[1]})",
                "timedelta(\"PT1H\")",
            })
    void a_value_comes_back_as_what_it_was(String typed) throws JsonInput.WrongJson {
        Object value = value(typed);
        Object back = ScriptText.read(ScriptText.write(value));
        assertThat(Json.writeTyped(back)).isEqualTo(Json.writeTyped(value));
        if (value != null && !(value instanceof Map)) {
            assertThat(requireNonNull(back).getClass()).isEqualTo(value.getClass());
        }
    }

    /** Columns: what a script has written, the class of the value, and the value as JSON. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =1                                        | Long           | 1
            ={"§":["n","1"]}                          | LinkedHashMap  | {"\\u0001":["n","1"]}
            ~{"§":["n","1"]}                          | Long           | 1
            ~{"§":["n","18446744073709551616"]}       | BigInteger     | 18446744073709551616
            ~{"§":["t","2026-01-31T15:04:05Z"]}       | OffsetDateTime | "2026-01-31T15:04:05+00:00"
            ~{"§":["s",[1,{"§":["n","2"]}]]}          | LinkedHashSet  | [1,2]
            ~{"§":["d",[[1,2],["a",{"§":["n","3"]}]]]} | LinkedHashMap | {"1":2,"a":3}
            ~{"§":["m",[["§",1]]]}                    | LinkedHashMap  | {"\\u0001":1}
            ~{"§":["a","\\u0001\\u0002","uint8"]}     | NdArray        | [1,2]
            ~{"§":["n"]}                              | LinkedHashMap  | {"\\u0001":["n"]}
            ~{"§":1}                                  | LinkedHashMap  | {"\\u0001":1}
            ~{"§":["n","1"],"b":1}                    | LinkedHashMap  | {"\\u0001":["n","1"],"b":1}
            """)
    void what_a_script_has_written_is_read(String text, String type, String json) {
        Object value = requireNonNull(ScriptText.read(text.replace("§", "\\u0001")));
        assertThat(value.getClass().getSimpleName()).isEqualTo(type);
        assertThat(Json.write(value)).isEqualTo(json);
    }

    @Test
    void nothing_is_undefined() {
        assertThat(ScriptText.read("")).isNull();
        assertThat(ScriptText.readObject("=1")).isEmpty();
        assertThat(ScriptText.readObject("={\"a\":null}")).containsOnlyKeys("a");
        assertThat(ScriptText.readTexts("=1")).isEmpty();
        assertThat(ScriptText.readTexts("=[\"a\",1]")).containsExactly("a", "1");
    }

    @Test
    void what_is_no_json_cannot_leave() {
        assertThatThrownBy(() -> ScriptText.read("=[1")).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(Problem.BAD_DATA);
            assertThat(wrong.text()).startsWith("a value cannot leave JavaScript: ");
        });
    }

    @Test
    void a_failure_says_what_failed() {
        ShellException failed = new ShellException(Problem.TIMEOUT, "no reply")
                .during("pump", "go")
                .hint("wait");
        String text = ScriptText.failure(failed);
        assertThat(text)
                .isEqualTo("!{\"kind\":\"" + Problem.TIMEOUT.kind() + "\",\"message\":\"no reply\",\"plugin\":\"pump\","
                        + "\"command\":\"go\",\"hint\":\"wait\",\"remoteTraceback\":null}");
        assertThat(ScriptText.isInterruption(text)).isFalse();
        assertThat(ScriptText.isInterruption(ScriptText.failure(ShellException.interrupted("stopped"))))
                .isTrue();
        assertThat(ScriptText.isInterruption(1L)).isFalse();
    }

    @Test
    void what_contains_itself_ends() {
        List<@Nullable Object> itself = new ArrayList<>(List.of(1L));
        itself.add(itself);
        assertThat(ScriptWriter.plain(itself)).isEqualTo("=[1,\"<cycle>\"]");
        List<Object> twice = List.of(1L);
        assertThat(ScriptWriter.plain(Arrays.asList(twice, twice))).isEqualTo("=[[1],[1]]");
    }

    @Test
    void what_is_too_deep_is_cut() {
        Object deep = 1L;
        for (int i = 0; i < 500; i++) {
            deep = List.of(deep);
        }
        assertThat(ScriptWriter.plain(deep)).isEqualTo("=" + "[".repeat(500) + "1" + "]".repeat(500));
        assertThat(ScriptWriter.plain(List.of(deep)))
                .isEqualTo("=" + "[".repeat(500) + "\"<too deep>\"" + "]".repeat(500));
    }

    @Test
    void keys_that_are_no_texts_are_their_json() {
        Map<@Nullable Object, Object> keys = new LinkedHashMap<>();
        keys.put(null, 1L);
        keys.put(37L, 2L);
        keys.put(true, 3L);
        assertThat(ScriptWriter.plain(keys)).isEqualTo("={\"null\":1,\"37\":2,\"true\":3}");
    }

    private static @Nullable Object value(String typed) throws JsonInput.WrongJson {
        return JsonInput.operands(typed, TypedFunctions.all(), List.of())
                .positional()
                .get(0);
    }
}
