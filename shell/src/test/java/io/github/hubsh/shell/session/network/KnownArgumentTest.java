package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of an argument, in words and as values to offer. */
final class KnownArgumentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number      | ``  | ``       | false | number
            number,null | ``  | ``       | false | `number|null`
            ``          | ``  | ``       | false | any
            number      | µL  | ``       | false | number in µL
            number      | ``  | ``       | true  | number, required
            number      | ``  | how much | false | number: how much
            number      | µL  | how much | true  | number in µL, required: how much
            """)
    void it_is_described_in_one_line(
            String types, String unit, String documentation, boolean required, String description) {
        ArgumentSchema schema =
                new ArgumentSchema(types(types), List.of(), null, null, false, null, documentation, unit);

        assertThat(new KnownArgument("a", KnowledgeOrigin.SEEN, required, schema, List.of()).description())
                .isEqualTo(description);
    }

    /** Columns: the types, the choices, the default and the values that were seen, as JSON; and what is offered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            any     | []        |      | []           | {}
            any     | []        | 5    | []           | {5=default}
            any     | []        |      | [7,6]        | {7=seen, 6=seen}
            any     | []        | 5    | [7,5]        | {5=default, 7=seen}
            any     | [1,2,3]   |      | []           | {1=, 2=, 3=}
            any     | [1,2,3]   | 2    | [3,4]        | {1=, 2=default, 3=seen, 4=seen}
            boolean | []        |      | []           | {true=, false=}
            boolean | []        | true | [false]      | {true=default, false=seen}
            boolean | [true]    |      | []           | {true=}
            """)
    void choices_are_offered_before_the_default_and_what_was_seen(
            String types, String choices, @Nullable String otherwise, String values, String offered) throws Exception {
        ArgumentSchema schema = new ArgumentSchema(
                types(types.replace("any", "")),
                list(choices),
                null,
                null,
                otherwise != null,
                otherwise == null ? null : Json.parse(otherwise),
                "",
                "");

        assertThat(new KnownArgument("a", KnowledgeOrigin.SEEN, false, schema, list(values)).offered())
                .hasToString(offered);
    }

    private static List<String> types(String types) {
        return types.isEmpty() ? List.of() : List.of(types.split(","));
    }

    private static List<Object> list(String json) throws Exception {
        return List.copyOf((List<?>) Json.parse(json));
    }
}
