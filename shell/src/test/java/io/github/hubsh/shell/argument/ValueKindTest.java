package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.line.LineParser;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values are called. */
final class ValueKindTest {
    /** Columns: an item; the kind of its value; whether only a pickle carries it as what it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            v=null                       ¦ null      ¦ false
            v=text                       ¦ string    ¦ false
            v==5                         ¦ string    ¦ false
            v=true                       ¦ boolean   ¦ false
            v=5                          ¦ integer   ¦ false
            v=123456789012345678901      ¦ integer   ¦ false
            v=5.0                        ¦ number    ¦ false
            v:=[1]                       ¦ array     ¦ false
            v:={"a":1}                   ¦ object    ¦ false
            v:=float32(1.5)              ¦ number    ¦ false
            v:=int8(1)                   ¦ integer   ¦ false
            v:=decimal("1.5")            ¦ Decimal   ¦ true
            v:=series([1])               ¦ Series    ¦ true
            v:=frame({"a":[1]})          ¦ DataFrame ¦ true
            v:=array([1])                ¦ ndarray   ¦ true
            v:=tuple(1)                  ¦ tuple     ¦ true
            v:=set(1)                    ¦ set       ¦ true
            v:=date("2026-01-31")        ¦ date      ¦ true
            v:=uuid("123e4567-e89b-12d3-a456-426614174000") ¦ UUID ¦ true
            """)
    void a_value_is_called_as_json_or_python_calls_it(String item, String kind, boolean python) {
        Object value = ItemEvaluation.evaluate(
                        LineParser.parse("x plugin_a do_thing " + item)
                                .get(0)
                                .arguments()
                                .items(),
                        new FakeFiles())
                .get("v");

        assertThat(ValueKind.of(value)).isEqualTo(kind);
        assertThat(ValueKind.isPython(kind)).isEqualTo(python);
    }

    @Test
    void an_unknown_object_is_an_object() {
        assertThat(ValueKind.of(new Opaque("pump.Mode", List.of()))).isEqualTo("object");
        assertThat(ValueKind.of(BigInteger.TEN)).isEqualTo("integer");
    }

    /** Columns: the kinds; whether an item begins with {@code :=}; whether all are Python's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``               | false | true
            array            | true  | false
            object           | true  | false
            array object     | false | false
            Series           | true  | true
            Series DataFrame | true  | true
            Series null      | false | false
            string           | false | false
            any              | false | false
            """)
    void kinds_say_how_an_item_is_written(String kinds, boolean asJson, boolean python) {
        List<String> list = kinds.isEmpty() ? List.of() : List.of(kinds.split(" ", -1));

        assertThat(ValueKind.isWrittenAsJson(list)).isEqualTo(asJson);
        assertThat(ValueKind.areAllPython(list)).isEqualTo(python);
    }

    @ParameterizedTest
    @CsvSource({
        "array, an array",
        "integer, an integer",
        "object, an object",
        "Index, an Index",
        "string, a string",
        "Series, a Series",
        "UUID, a UUID",
        "ndarray, a ndarray"
    })
    void a_kind_has_its_article(String kind, String sentence) {
        assertThat(ValueKind.withArticle(kind)).isEqualTo(sentence);
    }
}
