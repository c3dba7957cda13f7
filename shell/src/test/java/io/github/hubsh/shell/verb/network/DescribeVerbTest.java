package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.SeenForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each column of {@code describe} says of an argument, and what is said where little is known. */
final class DescribeVerbTest {
    private static final ArgumentSchema ANY = ArgumentSchema.ofTypes(List.of());

    private final ShellBench bench = ShellBench.pipe();

    static Stream<Arguments> limits() {
        return Stream.of(
                arguments(List.of(), null, null, "", null),
                arguments(List.of(), 0L, 1000L, "", "0…1000"),
                arguments(List.of(), 0.5, null, "", "0.5…"),
                arguments(List.of(), null, 9L, "", "…9"),
                arguments(List.of(), null, null, "µL", "µL"),
                arguments(List.of(), 0L, 9L, "µL", "0…9 µL"),
                arguments(List.of("fast", 2L, true), null, null, "", "fast 2 true"),
                arguments(List.of(1L, 2L), 0L, 9L, "s", "1 2 0…9 s"),
                arguments(List.of(1L, 2L, 3L, 4L, 5L), null, null, "", "1 2 3 4 5"),
                arguments(List.of(1L, 2L, 3L, 4L, 5L, 6L), null, null, "", "1 2 3 4 5 …"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void what_is_allowed_is_choices_limits_and_their_unit(
            List<Object> choices,
            @Nullable Number least,
            @Nullable Number most,
            String unit,
            @Nullable String allowed) {
        know(described("rate", true, new ArgumentSchema(List.of(), choices, least, most, false, null, "", unit)));

        assertThat(described().get(0)).containsEntry("allowed", allowed).containsEntry("documentation", null);
    }

    @Test
    void an_argument_has_a_row_with_all_that_is_known() {
        know(new KnownArgument(
                "rate",
                KnowledgeOrigin.DECLARED,
                false,
                new ArgumentSchema(List.of("number", "null"), List.of(), null, null, true, 2.5, "how quick", ""),
                List.of("A1", 12L, List.of(1L, "b"), Map.of("k", 1L))));

        assertThat(described())
                .containsExactly(
                        row("rate", "number|null", false, 2.5, "A1 12 [1,\"b\"] {\"k\":1}", "how quick", "declared"));
    }

    @Test
    void whether_an_argument_is_needed_is_not_known_of_one_that_was_only_seen() {
        know(
                new KnownArgument("a", KnowledgeOrigin.SEEN, true, ANY, List.of()),
                new KnownArgument("b", KnowledgeOrigin.DESCRIBED, true, ANY, List.of()));

        assertThat(described())
                .containsExactly(
                        row("a", "any", null, null, null, null, "seen"),
                        row("b", "any", true, null, null, null, "described"));
    }

    /** Pickle is the one that has to be asked for. */
    @ParameterizedTest
    @CsvSource({"json pickle, json pickle", "pickle, pickle", "json yaml,"})
    void how_it_was_carried_is_shown_where_that_was_pickle(String encodings, @Nullable String shown) {
        SeenForm form = new SeenForm("", List.of(encodings.split(" ")));
        know(new KnownArgument("a", KnowledgeOrigin.SEEN, false, ANY, List.of(), form));

        assertThat(described().get(0).get("carried_by")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"true, it takes no arguments", "false, its arguments are not known"})
    void no_arguments_are_not_the_same_as_none_that_are_known(boolean published, String note) {
        bench.session.known.put(
                "do_thing",
                new KnownCommand("do_thing", KnowledgeOrigin.DESCRIBED, "", published, false, List.of(), List.of()));

        assertThat(described()).isEmpty();
        assertThat(bench.screen.messages()).isEqualTo(note + "\n");
    }

    @Test
    void documentation_and_examples_stand_above_the_table() {
        bench.session.known.put(
                "do_thing",
                new KnownCommand(
                        "do_thing",
                        KnowledgeOrigin.DESCRIBED,
                        "does a thing",
                        true,
                        false,
                        List.of(described("x", true, ANY)),
                        List.of(Map.of("x", 1L), Map.of("x", "1"))));

        assertThat(described()).hasSize(1);
        assertThat(bench.screen.messages()).isEqualTo("""
                do_thing: does a thing
                example: execute plugin_a do_thing x=1
                example: execute plugin_a do_thing x==1
                """);
    }

    @Test
    void a_command_that_never_had_data_says_so() {
        bench.session.known.put(
                "nothing", new KnownCommand("nothing", KnowledgeOrigin.SEEN, "", false, true, List.of(), List.of()));

        assertThat(bench.run("describe plugin_a nothing")).isZero();

        assertThat(bench.screen.messages())
                .isEqualTo("nothing has always replied without data so far\nits arguments are not known\n");
    }

    @Test
    void a_template_of_a_plugin_is_a_line_for_each_command() {
        ShellBench terminal = ShellBench.terminal();

        assertThat(terminal.run("describe plugin_a --template")).isZero();

        assertThat(terminal.screen.data().lines())
                .containsExactly(
                        "execute plugin_a dispense volume_ul=5",
                        "execute plugin_a do_other",
                        "execute plugin_a do_thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe hub", "describe hub --template"})
    void of_a_plugin_without_known_commands_it_says_so(String line) {
        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.messages())
                .isEqualTo("nothing is known of hub yet: broadcasts and requests will show more\n");
        assertThat(bench.session.network.inquired).containsExactly("hub");
    }

    @Test
    void a_plugin_that_has_left_is_remembered() {
        bench.session.network.plugins.remove("plugin_a");

        assertThat(bench.run("describe plugin_a")).isZero();

        assertThat(bench.screen.messages())
                .isEqualTo("warning: plugin_a is not registered now; this is what is remembered of it\n");
        assertThat(bench.screen.data()).contains("dispense");
        assertThat(bench.session.network.inquired).isEmpty();
    }

    @Test
    void the_hub_is_there_though_it_registers_nowhere() {
        bench.session.network.plugins.remove("hub");

        assertThat(bench.run("describe hub")).isZero();

        assertThat(bench.session.network.inquired).containsExactly("hub");
    }

    /** Nothing is suggested that is not near. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            describe plugin_a zzzzzz | 6 | plugin_a zzzzzz: nothing is known of a command 'zzzzzz'
            describe zzzzzz          | 6 | no plugin called 'zzzzzz' is registered
            """)
    void a_name_that_is_like_no_other_has_no_suggestion(String line, int code, String message) {
        assertThat(bench.run(line)).isEqualTo(code);

        assertThat(bench.screen.messages())
                .startsWith("error: " + message + "\n")
                .doesNotContain("did you mean");
    }

    @Test
    void a_recording_lists_its_plugins_where_none_has_a_name_like_that() {
        bench.files.with(
                "rec.jsonl",
                FakeRecording.session().exchange("pump", "go", Map.of(), 1L).text());

        assertThat(bench.run("describe zzzzzz --from rec.jsonl")).isEqualTo(6);

        assertThat(bench.screen.messages()).isEqualTo("""
                error: rec.jsonl shows nothing of a plugin called 'zzzzzz'
                  describe zzzzzz --from rec.jsonl
                           ^
                  it shows heater, pump
                """);
    }

    @Test
    void a_recording_without_replies_says_that_it_shows_none() {
        bench.files.with("rec.jsonl", new FakeRecording().text());

        assertThat(bench.run("describe heater --from rec.jsonl")).isEqualTo(6);

        assertThat(bench.screen.messages()).endsWith("  no plugin has answered in it\n");
    }

    /** Makes these the arguments of {@code plugin_a do_thing}. */
    private void know(KnownArgument... arguments) {
        bench.session.known.put(
                "do_thing",
                new KnownCommand(
                        "do_thing", KnowledgeOrigin.DESCRIBED, "", true, false, List.of(arguments), List.of()));
    }

    private static KnownArgument described(String name, boolean required, ArgumentSchema schema) {
        return new KnownArgument(name, KnowledgeOrigin.DESCRIBED, required, schema, List.of());
    }

    private static Map<String, @Nullable Object> row(
            String argument,
            String type,
            @Nullable Boolean required,
            @Nullable Object otherwise,
            @Nullable String seen,
            @Nullable String documentation,
            String origin) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("argument", argument);
        row.put("type", type);
        row.put("required", required);
        row.put("default", otherwise);
        row.put("allowed", null);
        row.put("seen", seen);
        row.put("documentation", documentation);
        row.put("known_from", origin);
        return row;
    }

    /** Returns the rows that programs get of {@code plugin_a do_thing}. */
    @SuppressWarnings("unchecked")
    private List<Map<String, @Nullable Object>> described() {
        assertThat(bench.run("describe plugin_a do_thing --json")).isZero();
        try {
            return new ArrayList<>((List<Map<String, @Nullable Object>>)
                    Json.parse(bench.screen.data().strip()));
        } catch (ContentException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
