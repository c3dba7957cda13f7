package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of plugins, as TypeScript. */
final class TypeDeclarationsTest {
    private static final ArgumentSchema ANY = ArgumentSchema.ofTypes(List.of());

    private final ShellBench bench = ShellBench.terminal();

    /** Columns: the types of an argument, the values there are, as JSON, and its type in TypeScript. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ``          ; []           ; Value
            integer     ; []           ; number | bigint
            number      ; []           ; number | bigint
            string      ; []           ; string
            boolean     ; []           ; boolean
            null        ; []           ; null
            array       ; []           ; Value[]
            object      ; []           ; { [key: string]: Value }
            tuple       ; []           ; Value
            string null ; []           ; string | null
            string      ; ["a","b'c"]  ; "a" | "b'c"
            ``          ; [1,2.5,true] ; 1 | 2.5 | true
            ``          ; [[1],"a"]    ; Value | "a"
            """)
    void a_type_of_json_schema_is_one_of_typescript(String types, String choices, String type) throws ContentException {
        List<String> names = types.isEmpty() ? List.of() : List.of(types.split(" "));
        List<Object> values = List.copyOf((List<?>) Json.parse(choices));

        assertThat(argument(new ArgumentSchema(names, values, null, null, false, null, "", "")))
                .isEqualTo("\"x\"?: " + type + ";");
    }

    /** Columns: documentation, unit, minimum, maximum, default as JSON, and the comment above the argument. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``       | ``  |   |     |       |
            how much | ``  |   |     |       | how much
            how much | µL  |   |     |       | how much (µL)
            ``       | ``  | 1 |     |       | at least 1
            ``       | ``  |   | 2.5 |       | at most 2.5
            how much | µL  | 1 | 2.5 |       | how much (µL) at least 1, at most 2.5
            ``       | ``  |   |     | null  | @default null
            how much | ``  |   |     | "a"   | how much @default "a"
            """)
    void what_is_known_of_an_argument_stands_above_it(
            String documentation, String unit, Long minimum, Double maximum, String json, String comment)
            throws ContentException {
        ArgumentSchema schema = new ArgumentSchema(
                List.of(),
                List.of(),
                minimum,
                maximum,
                json != null,
                json == null ? null : Json.parse(json),
                documentation,
                unit);

        assertThat(argument(schema))
                .isEqualTo((comment == null ? "" : "/** " + comment + " */\n        ") + "\"x\"?: Value;");
    }

    /** Columns: whether there is a schema, whether that is open, whether an argument is known, and what is taken. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | false | false | Record<string, never>
            true  | true  | false | Arguments
            false | false | false | Arguments
            true  | false | true  | { "x": Value; }
            true  | true  | true  | { "x": Value; } & Arguments
            false | false | true  | { "x": Value; } & Arguments
            """)
    void other_arguments_are_taken_unless_the_schema_is_closed(
            boolean published, boolean open, boolean known, String type) {
        List<KnownArgument> arguments = known ? List.of(argument(ANY, true)) : List.of();
        bench.session.known.put("do_thing", command("", published, open, arguments));

        assertThat(declared("plugin_a").replaceAll("\\s+", " ")).contains("\"do_thing\": Command<" + type + ">;");
    }

    @Test
    void names_and_texts_of_the_network_cannot_leave_their_places() {
        String name = "a\": Command<Arguments>; //";
        bench.session.known.put(
                "do_thing",
                new KnownCommand(
                        name, KnowledgeOrigin.SEEN, "ends */ alert()\nhere", true, false, List.of(), List.of()));

        assertThat(declared("plugin_a")).contains("""
                      /** ends * / alert() here */
                      "a\\": Command<Arguments>; //": Command<Record<string, never>>;
                """);
    }

    @Test
    void a_plugin_without_known_commands_takes_any() {
        assertThat(declared("pump", "a\"b")).isEqualTo("""
                // The plugins of a network, written by: hubsh types. It will be overwritten.
                /// <reference path="./hubsh.d.ts" />
                import 'hubsh';

                declare module 'hubsh' {
                  interface Plugins {
                    "pump": {
                      /** It does not describe itself, or did not answer: any command. */
                      [command: string]: Command<Arguments>;
                    };
                    "a\\"b": {
                      /** It does not describe itself, or did not answer: any command. */
                      [command: string]: Command<Arguments>;
                    };
                  }
                }
                """);
    }

    @Test
    void a_command_that_is_forgotten_while_types_are_written_is_left_out() {
        bench.session.known.put("do_thing", null);

        assertThat(declared("plugin_a"))
                .contains("\"dispense\": ", "\"do_other\": ")
                .doesNotContain("do_thing");
    }

    @Test
    void the_api_is_filled_in_and_a_part_that_is_missing_is_a_defect() {
        assertThat(TypeDeclarations.api()).contains("declare module 'hubsh'").doesNotContain("  // options ");

        assertThatThrownBy(() -> TypeDeclarations.resource("nothing.d.ts"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no nothing.d.ts in this program");
    }

    /** Columns: the line, the files that it writes, and the beginning of what it prints. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            types               | hubsh-env.d.ts hubsh.d.ts        |
            types lab/net.d.ts  | lab/net.d.ts lab/hubsh.d.ts      |
            types hubsh.d.ts    | hubsh.d.ts                       |
            types --api         | hubsh.d.ts                       |
            types --api my.d.ts | my.d.ts                          |
            types --print       |                                  | // The plugins of a network
            types --api --print |                                  | //
            """)
    void the_verb_writes_files_or_prints(String line, String files, String begin) {
        assertThat(bench.run(line)).isZero();

        assertThat(bench.screen.messages())
                .isEqualTo(files == null ? "" : "written: " + files.replace(" ", "\nwritten: ") + "\n");
        assertThat(bench.screen.data()).startsWith(begin == null ? "" : begin);
        assertThat(bench.screen.data().isEmpty()).isEqualTo(begin == null);
    }

    @Test
    void the_verb_asks_every_plugin_but_us_and_the_hub_even_where_it_is_not_registered() {
        bench.session.network.plugins.remove("hub");

        bench.run("types");

        assertThat(bench.session.network.inquired).containsExactlyInAnyOrder("hub", "plugin_a", "microdrop.dropbot");
        assertThat(bench.files.text("hubsh-env.d.ts"))
                .contains("    \"hub\": {\n", "    \"plugin_a\": {\n")
                .doesNotContain("hubsh-me");
    }

    private String argument(ArgumentSchema schema) {
        bench.session.known.put("do_thing", command("", true, false, List.of(argument(schema, false))));
        String text = declared("plugin_a");
        String from = "\"do_thing\": Command<{\n";
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf("\n      }>;", begin)).strip();
    }

    private String declared(String... plugins) {
        return new TypeDeclarations(bench.session).of(List.of(plugins));
    }

    private static KnownCommand command(String words, boolean published, boolean open, List<KnownArgument> arguments) {
        return new KnownCommand(
                "do_thing", KnowledgeOrigin.DESCRIBED, words, published, open, arguments, List.of(Map.of()));
    }

    private static KnownArgument argument(ArgumentSchema schema, boolean required) {
        return new KnownArgument("x", KnowledgeOrigin.DESCRIBED, required, schema, List.of());
    }
}
