package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items as the arguments that they make. */
final class ItemEvaluationTest {
    private static final String LINE = "x plugin_a do_thing ";

    private final FakeFiles files = new FakeFiles()
            .with("all.json", "{\"x\":1,\"y\":{\"z\":2}}")
            .with("list.json", "[1,2]")
            .with("wrong.json", "{\"x\":1,\n \"y\":}")
            .with("note", "hello\n")
            .with("-", "[1");

    /** Columns: the items; the arguments. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1                      ¦ {"x":1}
            x=1 x=2                  ¦ {"x":2}
            x=1 y=2 x=3              ¦ {"x":3,"y":2}
            a[b]=1 a[c][d]=2         ¦ {"a":{"b":1,"c":{"d":2}}}
            a[b]=1 a=2               ¦ {"a":2}
            a[]=1 a[]=2              ¦ {"a":[1,2]}
            a[][b]=1 a[][b]=2        ¦ {"a":[{"b":1},{"b":2}]}
            a:=[1] a[]=2             ¦ {"a":[1,2]}
            a:={"b":1} a[c]=2        ¦ {"a":{"b":1,"c":2}}
            a=null a[b]=1            ¦ {"a":{"b":1}}
            a=null a[]=1             ¦ {"a":[1]}
            @all.json                ¦ {"x":1,"y":{"z":2}}
            @all.json x=5            ¦ {"x":5,"y":{"z":2}}
            x=5 @all.json            ¦ {"x":1,"y":{"z":2}}
            @all.json y[w]=3         ¦ {"x":1,"y":{"z":2,"w":3}}
            v=@note                  ¦ {"v":"hello\\n"}
            v:=@list.json            ¦ {"v":[1,2]}
            v:=@list.json v[]=3      ¦ {"v":[1,2,3]}
            """)
    void later_items_change_what_earlier_ones_made(String items, String arguments) {
        assertThat(Json.write(evaluate(items))).isEqualTo(arguments);
    }

    @Test
    void no_items_are_no_arguments() {
        assertThat(evaluate("")).isEmpty();
    }

    @Test
    void items_may_be_evaluated_again() {
        List<Item> items = items("a:=[1] a[]=2 b:={\"c\":1} b[d]=2");

        assertThat(ItemEvaluation.evaluate(items, files)).isEqualTo(ItemEvaluation.evaluate(items, files));
    }

    /** Columns: the items; the index of the one that is wrong; the problem; the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a=1 a[]=2        ¦ 4  ¦ USAGE    ¦ expected a list to append to, but an earlier item is not a list
            a[b]=1 a[]=2     ¦ 7  ¦ USAGE    ¦ expected a list to append to, but an earlier item is not a list
            a=1 a[b]=2       ¦ 4  ¦ USAGE    ¦ expected an object to nest in, but an earlier item is not an object
            a[]=1 a[b]=2     ¦ 6  ¦ USAGE    ¦ expected an object to nest in, but an earlier item is not an object
            x=1 @list.json   ¦ 4  ¦ BAD_FILE ¦ expected a JSON object of arguments in list.json
            x=1 @missing     ¦ 4  ¦ BAD_FILE ¦ there is no file missing
            v=@missing       ¦ 0  ¦ BAD_FILE ¦ there is no file missing
            v:=@missing      ¦ 0  ¦ BAD_FILE ¦ there is no file missing
            @wrong.json      ¦ 0  ¦ BAD_FILE ¦ wrong.json:2:6:
            x=1 v:=@note     ¦ 4  ¦ BAD_FILE ¦ note:1:1:
            v:=@-            ¦ 0  ¦ BAD_FILE ¦ stdin:1:3:
            """)
    void what_does_not_fit_is_an_error_at_its_item(String items, int index, Problem problem, String message) {
        assertThatThrownBy(() -> evaluate(items)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(problem);
            assertThat(wrong.text()).startsWith(message);
            assertThat(wrong.place()).isNotNull();
            assertThat(wrong.place().offset()).isEqualTo(LINE.length() + index);
        });
    }

    private Map<String, @Nullable Object> evaluate(String items) {
        return ItemEvaluation.evaluate(items(items), files);
    }

    private static List<Item> items(String items) {
        return LineParser.parse(LINE + items).get(0).arguments().items();
    }
}
