package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.SeenForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments of a command of which only requests were seen: {@code states} was a Series with integer labels. */
final class SeenKindsTest {
    private static final Series STATES = Series.of(new Index(NdArray.ofLongs(37), null), NdArray.ofLongs(1), null);

    private final ShellBench bench = ShellBench.pipe();

    SeenKindsTest() {
        bench.session.known.put(
                "do_thing",
                new KnownCommand(
                        "do_thing",
                        KnowledgeOrigin.SEEN,
                        "",
                        false,
                        true,
                        List.of(
                                seen("states", "Series", List.of(STATES), "int64"),
                                seen("table", "DataFrame", List.of(), "int64"),
                                seen("id", "UUID", List.of(), ""),
                                seen("name", "string", List.of("a"), ""),
                                seen("none", "null", List.of(), ""),
                                seen("count", "integer", List.of(3L), ""),
                                seen("flag", "boolean", List.of(true), "")),
                        List.of()));
    }

    private static KnownArgument seen(String name, String type, List<Object> values, String labels) {
        return new KnownArgument(
                name,
                KnowledgeOrigin.SEEN,
                false,
                ArgumentSchema.ofTypes(List.of(type)),
                values,
                new SeenForm(labels, List.of("pickle")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            states:='{"37":1}'      ¦ warning: states: seen as a Series, sent as an object; write it as states:=series({37:1})
            states:=frame({"a":[]}) ¦ warning: states: seen as a Series, sent as a DataFrame; write it as states:=series({37:1})
            count=abc               ¦ warning: count: seen as an integer, sent as a string
            flag=maybe              ¦ warning: flag: seen as a boolean, sent as a string
            id=4242                 ¦ warning: id: seen as a UUID, sent as an integer
            name:=uuid("123e4567-e89b-12d3-a456-426614174000") ¦ warning: name: seen as a string, sent as a UUID
            states:=series({"e1":1}) ¦ warning: states: its labels were seen as int64, and are sent as object
            table:=frame({"a":{"e1":1}}) ¦ warning: table: its labels were seen as int64, and are sent as object
            """)
    void another_kind_is_a_warning(String item, String warning) {
        assertThat(bench.run("x plugin_a do_thing " + item)).isZero();
        assertThat(bench.screen.messages()).isEqualTo(warning + "\n");
        assertThat(bench.run("x plugin_a do_thing --no-check " + item)).isZero();
        assertThat(bench.screen.messages()).isEqualTo(warning + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            states={"e1":1}          ¦ states:=series({"e1":1})
            states=series({"e1":1})  ¦ states:=series({"e1":1})
            table={"x":[1]}          ¦ table:=frame({"x":[1]})
            flag={"x":[1]}           ¦ flag:={"x":[1]}
            """)
    void a_text_that_was_meant_as_what_was_seen_says_how_that_is_written(String item, String meant) {
        assertThat(bench.run("x plugin_a do_thing " + item)).isEqualTo(2);
        assertThat(bench.screen.messages()).endsWith("  write " + meant + "; --no-check sends the text\n");
    }

    @Test
    void a_word_for_a_boolean_is_an_error_where_booleans_were_seen() {
        assertThat(bench.run("x plugin_a do_thing flag=yes")).isEqualTo(2);
        assertThat(bench.screen.messages())
                .contains("flag: expected")
                .contains("^")
                .contains("write flag=true; --no-check sends the text");
        assertThat(bench.session.network.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            states:=series({37:1})
            states:=null
            table:=frame({"a":[1]},index=[37])
            table:=frame({"a":{37:1}})
            table:=frame([])
            id:=uuid("123e4567-e89b-12d3-a456-426614174000")
            name=5
            none:=set(1)
            other:=series([1])
            """)
    void the_same_kind_and_what_was_not_seen_are_none(String item) {
        assertThat(bench.run("x plugin_a do_thing " + item)).isZero();
        assertThat(bench.screen.messages()).isEmpty();
    }

    @Test
    void labels_that_are_typed_as_texts_become_integers_where_integers_were_seen() {
        bench.run("x plugin_a do_thing states:=series({\"37\":1,\"38\":2}) | jq .states.index");

        assertThat(bench.screen.data()).isEqualTo("[37,38]\n");
        assertThat(bench.screen.messages()).isEqualTo("note: states: labels are sent as integers, as they were seen\n");
    }

    @Test
    void labels_of_a_table_become_integers_too() {
        bench.run("x plugin_a do_thing table:=frame({\"a\":[1,2]},index=[\"37\",\"38\"]) | jq .table.index");
        bench.run("x plugin_a do_thing table:=frame({\"a\":{\"37\":1}}) --dry-run | jq .arguments.table.index_dtype");

        assertThat(bench.screen.data()).isEqualTo("[37,38]\nint64\n");
        assertThat(bench.screen.messages().lines())
                .containsOnly("note: table: labels are sent as integers, as they were seen");
    }

    @Test
    void what_a_variable_brings_keeps_its_labels() {
        bench.run("v = x plugin_a do_thing --no-check other:=series({\"37\":1})");
        bench.run("x plugin_a do_thing states=$v.other | jq .states.index");

        assertThat(bench.screen.data()).isEqualTo("[\"37\"]\n");
        assertThat(bench.screen.messages()).contains("its labels were seen as int64, and are sent as object");
    }
}
