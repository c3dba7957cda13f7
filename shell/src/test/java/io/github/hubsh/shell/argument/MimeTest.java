package io.github.hubsh.shell.argument;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.SeenForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How arguments are encoded where {@code --mime} does not say it. */
final class MimeTest {
    private final ShellBench bench = ShellBench.pipe();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1 a:=[[{"b":null}]]            ¦ json
            x:=series([1])                   ¦ pickle
            x:=frame({"a":[1]})              ¦ pickle
            x:=array([1])                    ¦ pickle
            x:=int8(1)                       ¦ pickle
            m[deep][]:=series([1])           ¦ pickle
            x:=tuple(1,2)                    ¦ pickle
            m[deep][]:=uuid("123e4567-e89b-12d3-a456-426614174000") ¦ pickle
            x:=series([1]) --mime json       ¦ json
            x:=series([1]) --mime yaml       ¦ yaml
            x=1 --mime pickle                ¦ pickle
            """)
    void what_json_cannot_say_goes_as_a_pickle_unless_an_option_says_otherwise(String items, String mime) {
        bench.run("x plugin_a do_thing " + items);

        assertThat(bench.session.network.sent.get(0).mimeType()).isEqualTo(mimeType(mime));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            a=1 v:=uuid("123e4567-e89b-12d3-a456-426614174000") --mime yaml ¦ v: YAML would change this value ¦ 27
            v:=[tuple(1)] --mime yaml  ¦ v: YAML would change this value ¦ 23
            v:=tuple(1) --mime json    ¦ v: JSON would change this value ¦ 23
            v=$rec                     ¦ v: a container that contains itself ¦ 22
            v:=[$rec]                  ¦ v: a container that contains itself ¦ 23
            """)
    void what_an_encoding_cannot_carry_is_refused_by_name(String items, String message, int offset) {
        List<Object> list = new ArrayList<>();
        list.add(list);
        bench.session.memory().variables().put("rec", list);

        bench.run("x plugin_a do_thing " + items);

        assertThat(bench.screen.messages()).contains("error: " + message, "\n" + " ".repeat(offset + 2) + "^\n");
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void a_command_that_is_described_with_a_type_and_a_mime_gets_both() {
        ArgumentSchema series = ArgumentSchema.ofTypes(List.of("Series"));
        KnownArgument states = new KnownArgument("states", KnowledgeOrigin.DESCRIBED, true, series, List.of());
        bench.session.known.put(
                "set_states",
                new KnownCommand(
                        "set_states",
                        KnowledgeOrigin.DESCRIBED,
                        "",
                        true,
                        false,
                        List.of(states),
                        List.of(),
                        "pickle"));

        bench.run("x plugin_a set_states states:={\"e1\":1}");
        bench.run("x plugin_a set_states states:={\"e1\":1} --mime json");
        int status = bench.run("x plugin_a set_states states=1");

        Request first = bench.session.network.sent.get(0);
        assertThat(first.mimeType()).isEqualTo(Payload.PICKLE);
        assertThat(((Map<?, ?>) requireNonNull(first.body())).get("states")).isInstanceOf(Series.class);
        assertThat(bench.session.network.sent.get(1).mimeType()).isEqualTo(Payload.JSON);
        assertThat(status).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("states: expected a Series, found '1'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            p=1                 ¦ pickle
            p=1 unknown=2       ¦ pickle
            y=1                 ¦ yaml
            j=1                 ¦ json
            unknown=1           ¦ json
            p=1 j=2             ¦ json
            both=1              ¦ json
            p=1 y=1             ¦ json
            j:=series([1])      ¦ pickle
            y:=set(1)           ¦ pickle
            p=1 --mime json     ¦ json
            """)
    void an_encoding_by_which_all_arguments_were_seen_is_used_again(String items, String mime) {
        bench.session.known.put(
                "do_thing",
                new KnownCommand(
                        "do_thing",
                        KnowledgeOrigin.SEEN,
                        "",
                        false,
                        true,
                        List.of(
                                seen("p", "pickle"),
                                seen("y", "yaml"),
                                seen("j", "json"),
                                seen("both", "json", "pickle")),
                        List.of()));

        bench.run("x plugin_a do_thing --no-check " + items);

        assertThat(bench.session.network.sent.get(0).mimeType()).isEqualTo(mimeType(mime));
    }

    private static KnownArgument seen(String name, String... encodings) {
        return new KnownArgument(
                name,
                KnowledgeOrigin.SEEN,
                false,
                ArgumentSchema.ofTypes(List.of("integer")),
                List.of(),
                new SeenForm("", List.of(encodings)));
    }

    private static String mimeType(String name) {
        return switch (name) {
            case "pickle" -> Payload.PICKLE;
            case "yaml" -> Payload.YAML;
            default -> Payload.JSON;
        };
    }
}
