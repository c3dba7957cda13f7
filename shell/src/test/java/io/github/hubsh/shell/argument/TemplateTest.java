package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines and usages of commands; an argument is written as its name and type, an asterisk where it is required. */
final class TemplateTest {
    /** Columns: what is known: a schema, or what was seen; the arguments; the line behind {@code execute plugin_a}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schema | volume_ul:number* wait:boolean mode:string | do_thing volume_ul=0
            schema | wait:boolean                               | do_thing
            schema | text:string* items:array*                  | do_thing text=TEXT items:='[]'
            schema |                                            | do_thing
            seen   | volume_ul:number* wait:boolean             | do_thing volume_ul=0 wait=false
            seen   | text:string                                | do_thing text=TEXT
            seen   |                                            | do_thing
            seen   | -x:number                                  | do_thing '-x'=0
            seen   | api_key:string                             | do_thing api_key=TEXT
            """)
    void a_line_has_what_the_command_needs(String known, @Nullable String arguments, String line) {
        String template = Template.of("plugin_a", command("do_thing", known.equals("schema"), false, arguments));

        assertThat(template).isEqualTo("execute plugin_a " + line);
        assertParses(template, "plugin_a", "do_thing");
    }

    /** Columns: plugin; command; arguments as JSON; the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plugin_a | do_thing | {}               | execute plugin_a do_thing
            plugin_a | do_thing | {"x":1,"y":null} | execute plugin_a do_thing x=1 y=null
            my pump  | to well  | {"a b":"c d"}    | execute 'my pump' 'to well' 'a b'='c d'
            a'b      | do$thing | {"x":"@f"}       | execute "a'b" 'do$thing' x=='@f'
            """)
    void names_and_values_are_quoted_where_a_line_needs_it(String plugin, String name, String arguments, String line)
            throws Exception {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) Json.parse(arguments)).forEach((key, value) -> values.put(String.valueOf(key), value));

        String written = Template.line(plugin, command(name, false, false, null), values);

        assertThat(written).isEqualTo(line);
        assertParses(written, plugin, name);
    }

    /** Columns: whether it takes further arguments; the arguments; the usage. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            closed | volume_ul:number* wait:boolean | volume_ul [wait]
            open   | volume_ul:number* wait:boolean | volume_ul [wait] …
            closed | wait:boolean volume_ul:number* | [wait] volume_ul
            open   |                                | …
            closed |                                | ``
            """)
    void usage_is_short(String ends, @Nullable String arguments, String usage) {
        assertThat(Template.usage(command("do_thing", true, ends.equals("open"), arguments)))
                .isEqualTo(usage);
    }

    private static void assertParses(String line, String plugin, String command) {
        Statement statement = LineParser.parse(line).get(0);
        assertThat(statement.arguments().operand(0)).isEqualTo(plugin);
        assertThat(statement.arguments().operand(1)).isEqualTo(command);
    }

    private static KnownCommand command(String name, boolean published, boolean open, @Nullable String arguments) {
        List<KnownArgument> known = new ArrayList<>();
        for (String argument : arguments == null ? new String[0] : arguments.split(" ", -1)) {
            boolean required = argument.endsWith("*");
            String[] parts = argument.replace("*", "").split(":", -1);
            ArgumentSchema schema = ArgumentSchema.ofTypes(List.of(parts[1]));
            known.add(new KnownArgument(parts[0], KnowledgeOrigin.DESCRIBED, required, schema, List.of()));
        }
        return new KnownCommand(name, KnowledgeOrigin.DESCRIBED, "", published, open, known, List.of());
    }
}
