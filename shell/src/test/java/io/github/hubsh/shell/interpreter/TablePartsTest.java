package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.word.ItemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a path takes from a table. */
final class TablePartsTest {
    /** Columns: the table as it is typed; a part; its value as it would be typed, or a dash for none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            series({"e1":5,"e2":6})                   | e1      | =5
            series({"e1":5,"e2":6})                   | e3      | -
            series({"e1":5,"e2":6})                   | values  | :=array([5,6],"int64")
            series({"e1":5,"e2":6})                   | index   | :='["e1","e2"]'
            series({"e1":5,"e2":6})                   | type    | =Series
            series({"e1":5,"values":6})               | values  | =6
            series({"type":7})                        | type    | =7
            series([5,6],index=["a","a"])             | a       | =5
            series([5,6],index=["a","a"])             | values  | :=array([5,6],"int64")
            series([],index=[])                       | values  | :='[]'
            frame({"x":[1,2],"y":["a","b"]})          | x       | :=series([1,2],name="x")
            frame({"x":[1,2],"y":["a","b"]})          | y       | :=series(["a","b"],name="y")
            frame({"x":[1,2]})                        | z       | -
            frame({"x":[1,2]})                        | columns | :='["x"]'
            frame({"x":[1,2]})                        | values  | :='[[1],[2]]'
            frame({"values":[1,2]})                   | values  | :=series([1,2],name="values")
            frame({"x":[1,2]},index=["a","b"])        | x       | :=series({"a":1,"b":2},name="x")
            frame({"x":[1.5,2.5]},dtype="float32")    | x       | :=series([1.5,2.5],"float32",name="x")
            frame([])                                 | columns | :='[]'
            """)
    void a_label_or_a_column_comes_before_a_part_of_the_same_name(String table, String part, String value) {
        Map<?, ?> parts = (Map<?, ?>) parts(table);

        assertThat(parts.containsKey(part) ? ItemText.ofValue(parts.get(part)) : "-")
                .isEqualTo(value);
    }

    @Test
    void labels_keep_their_type() {
        Map<?, ?> parts = (Map<?, ?>) parts("series({37:5})");

        assertThat(parts.get(37L)).isEqualTo(5L);
        assertThat(parts.containsKey("37")).isFalse();
    }

    /** Columns: the class; its arguments; the parts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pump.Mode            | ["auto"]  | {"__class__":"pump.Mode","args":["auto"]}
            pump.Mode            | []        | {"__class__":"pump.Mode"}
            fractions.Fraction   | [1,2]     | -
            decimal.Decimal      | ["NaN"]   | -
            fractions.Fraction   | [1,2,3]   | {"__class__":"fractions.Fraction","args":[1,2,3]}
            builtins.ValueError  | []        | {"__class__":"builtins.ValueError","args":[]}
            """)
    void an_object_has_the_parts_that_are_shown(String className, String arguments, String expected) throws Exception {
        Opaque object = new Opaque(className, new ArrayList<>((List<?>) Json.parse(arguments)));

        Object parts = TableParts.of(object);

        assertThat(parts == object ? "-" : Json.write(parts)).isEqualTo(expected);
    }

    @Test
    void any_other_value_is_what_it_is() {
        for (Object value : new Object[] {
            "text",
            5L,
            true,
            List.of(1L),
            Map.of("a", 1L),
            NdArray.ofLongs(1, 2),
            Opaque.subclassOf("plain", "vals.Name"),
            Opaque.subclassOf(Map.of("a", 1L), "vals.Bag")
        }) {
            assertThat(TableParts.of(value)).isSameAs(value);
        }
        assertThat(TableParts.of(null)).isNull();
    }

    private static @Nullable Object parts(String typed) {
        ShellBench bench = ShellBench.pipe();
        bench.run("let t:=" + typed);
        assertThat(bench.screen.messages()).isEmpty();
        return TableParts.of(bench.session.memory().variables().get("t"));
    }
}
