package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.ItemText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered for an argument; values are JSON, and none is a dash. */
final class LikelyValueTest {
    /** Columns: the argument's name; the values seen; the examples of the command; the default; the likely value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x       | [2, 1] | [{"x": 3}]             | 4 | 2
            x       | [2]    | []                     | - | 2
            x       | []     | [{"x": 3}, {"x": 5}]   | 4 | 3
            x       | []     | [{"y": 3}, {"x": 5}]   | 4 | 5
            x       | []     | [{"x": null}, {"x": 5}] | 4 | 5
            x       | []     | [{"y": 3}]             | 4 | 4
            x       | []     | []                     | 4 | 4
            x       | []     | []                     | - | null
            x       | []     | [{"x": false}]         | 4 | false
            api_key | ["a"]  | [{"api_key": "b"}]     | "c" | null
            """)
    void the_value_seen_last_counts_more_than_an_example_and_that_more_than_the_default(
            String name, String seen, String examples, String otherwise, String likely) throws Exception {
        ArgumentSchema schema = schema("any", List.of(), null, otherwise.equals("-") ? null : json(otherwise));

        assertThat(Json.write(LikelyValue.of(argument(name, seen, schema), command(examples))))
                .isEqualTo(likely);
    }

    /** Columns: type; choices; minimum; the values seen; the item. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number    | [8, 9]  | 1 | [2] | =2
            string    | ["a"]   | - | ["b"] | =b
            number    | [8, 9]  | 1 | []  | =8
            string    | ["fast", "slow"] | - | []  | =fast
            number    | []      | 1 | []  | =1
            number    | []      | 0.5 | [] | =0.5
            integer   | []      | -3 | [] | =-3
            number    | []      | - | []  | =0
            integer   | []      | - | []  | =0
            boolean   | []      | - | []  | =false
            array     | []      | - | []  | :='[]'
            object    | []      | - | []  | :='{}'
            Series    | []      | - | []  | :=series([])
            DataFrame | []      | - | []  | :=frame({})
            ndarray   | []      | - | []  | :=array([],"float64")
            string    | []      | - | []  | =HERE
            null      | []      | - | []  | =HERE
            any       | []      | - | []  | =HERE
            UUID      | []      | - | []  | =HERE
            """)
    void an_argument_of_which_no_value_is_known_gets_one_of_its_type(
            String type, String choices, String minimum, String seen, String item) throws Exception {
        ArgumentSchema schema = schema(type, list(choices), minimum.equals("-") ? null : (Number) json(minimum), null);

        assertThat(ItemText.ofValue(LikelyValue.orEmpty(argument("x", seen, schema), command("[]"), "HERE")))
                .isEqualTo(item);
    }

    /** Columns: choices; the item. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []          | =SECRET
            ["low"]     | =low
            """)
    void a_secret_is_replaced_and_its_values_are_not_offered(String choices, String item) throws Exception {
        ArgumentSchema schema = schema("string", list(choices), null, "hunter2");

        Object offered = LikelyValue.orEmpty(
                argument("password", "[\"hunter2\"]", schema), command("[{\"password\": \"hunter2\"}]"), "SECRET");

        assertThat(ItemText.ofValue(offered)).isEqualTo(item);
    }

    @Test
    void a_value_that_holds_a_password_is_not_offered() throws Exception {
        KnownArgument url = argument("url", "[\"ws://ann:hunter2@host\"]", schema("string", List.of(), null, null));

        assertThat(LikelyValue.of(url, command("[]"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"string, =HERE", "'', =HERE"})
    void an_argument_of_several_types_gets_a_text(String second, String item) throws Exception {
        List<String> types = second.isEmpty() ? List.of() : List.of("number", second);
        KnownArgument argument = argument("x", "[]", ArgumentSchema.ofTypes(types));

        assertThat(ItemText.ofValue(LikelyValue.orEmpty(argument, command("[]"), "HERE")))
                .isEqualTo(item);
    }

    private static KnownArgument argument(String name, String seen, ArgumentSchema schema) throws Exception {
        return new KnownArgument(name, KnowledgeOrigin.SEEN, false, schema, list(seen));
    }

    private static ArgumentSchema schema(
            String type, List<Object> choices, @Nullable Number minimum, @Nullable Object otherwise) {
        return new ArgumentSchema(List.of(type), choices, minimum, null, otherwise != null, otherwise, "how it is", "");
    }

    private static KnownCommand command(String examples) throws Exception {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (Object example : list(examples)) {
            Map<String, @Nullable Object> map = new HashMap<>();
            ((Map<?, ?>) example).forEach((name, value) -> map.put(String.valueOf(name), value));
            maps.add(map);
        }
        return new KnownCommand("do_thing", KnowledgeOrigin.SEEN, "", false, true, List.of(), maps);
    }

    private static @Nullable Object json(String text) throws Exception {
        return Json.parse(text);
    }

    private static List<Object> list(String json) throws Exception {
        return new ArrayList<>((List<?>) json(json));
    }
}
