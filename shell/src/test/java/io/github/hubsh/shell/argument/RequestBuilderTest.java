package io.github.hubsh.shell.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request that typed arguments describe; {@link MimeTest} has the encodings in full. */
final class RequestBuilderTest {
    private final ShellBench bench = ShellBench.pipe();

    /** Columns: what is typed; the data; its MIME type; what stands beside it; silent; the timeout. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ¦ {}                  ¦ json   ¦ {}               ¦ false ¦ PT5S
            x=1 y=two            ¦ {"x":1,"y":"two"}   ¦ json   ¦ {}               ¦ false ¦ PT5S
            --timeout 250ms      ¦ {}                  ¦ json   ¦ {}               ¦ false ¦ PT0.25S
            --silent             ¦ {}                  ¦ json   ¦ {}               ¦ true  ¦ PT5S
            @req.json y=3        ¦ {"x":1,"y":3}       ¦ json   ¦ {}               ¦ false ¦ PT5S
            x=1 --mime yaml      ¦ {"x":1}             ¦ yaml   ¦ {}               ¦ false ¦ PT5S
            x:=tuple(1)          ¦ {"x":[1]}           ¦ pickle ¦ {}               ¦ false ¦ PT5S
            --mime text          ¦ null                ¦ text   ¦ {}               ¦ false ¦ PT5S
            --mime bytes         ¦ null                ¦ bytes  ¦ {}               ¦ false ¦ PT5S
            @note --mime text    ¦ "hello"             ¦ text   ¦ {}               ¦ false ¦ PT5S
            - --mime text        ¦ "typed"             ¦ text   ¦ {}               ¦ false ¦ PT5S
            x=1 --content a=2 --content b=c ¦ {"x":1}  ¦ json   ¦ {"a":2,"b":"c"}  ¦ false ¦ PT5S
            --content m[a]=1     ¦ {}                  ¦ json   ¦ {"m":{"a":1}}    ¦ false ¦ PT5S
            """)
    void options_and_items_become_a_request(
            @Nullable String items, String body, String mime, String beside, boolean silent, String timeout) {
        Request request = build(items == null ? "" : items);

        assertThat(request.target()).isEqualTo("plugin_a");
        assertThat(request.command()).isEqualTo("do_thing");
        assertThat(Json.write(request.body())).isEqualTo(body);
        assertThat(request.mimeType()).isEqualTo(RequestBuilder.mimeType(mime));
        assertThat(Json.write(request.content())).isEqualTo(beside);
        assertThat(request.silent()).isEqualTo(silent);
        assertThat(request.timeout()).hasToString(timeout);
    }

    @Test
    void bytes_are_those_of_the_file() {
        assertThat(build("@note --mime bytes").body()).isEqualTo(Bytes.of("hello".getBytes(StandardCharsets.UTF_8)));
    }

    /** Columns: what is typed, the character that the error points at or -1, and how it begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1 --mime text          ¦ 20 ¦ expected only @FILE or - with --mime text or bytes
            @note x=1 --mime text    ¦ 20 ¦ expected only @FILE or - with --mime text or bytes
            x=@note --mime bytes     ¦ 20 ¦ expected only @FILE or - with --mime text or bytes
            --content data=1         ¦ 30 ¦ 'data' is a key of every request
            --content a:=tuple(1)    ¦ 30 ¦ JSON would change the value of 'a'
            x:=tuple(1) --mime json  ¦ 23 ¦ x: JSON would change this value
            @missing --mime text     ¦ -1 ¦ there is no file missing
            @missing --mime bytes    ¦ -1 ¦ there is no file missing
            """)
    void what_cannot_be_sent_is_an_error_at_its_item(String items, int offset, String message) {
        assertThatThrownBy(() -> build(items)).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.text()).startsWith(message);
            assertThat(wrong.place() == null ? -1 : wrong.place().offset()).isEqualTo(offset);
        });
    }

    @Test
    void a_table_in_json_gets_a_note() {
        Request request = build("x:=series([1]) --mime json");

        assertThat(request.mimeType()).isEqualTo(Payload.JSON);
        assertThat(bench.screen.messages()).contains("note: x: JSON carries a table as a dict", "--mime pickle");
    }

    @ParameterizedTest
    @CsvSource({"yaml, yaml", "pickle, pickle", "text, text", "bytes, bytes", "json, json", "'', json", "xml, json"})
    void the_encoding_that_a_command_declares_is_taken(String declared, String mime) {
        KnownCommand command =
                new KnownCommand("do_thing", KnowledgeOrigin.DECLARED, "", false, true, List.of(), List.of(), declared);

        assertThat(RequestBuilder.likelyMimeType(Map.of("x", 1L), command)).isEqualTo(RequestBuilder.mimeType(mime));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1                 ¦ true
            x=a y:=true z:=null ¦ true
            x=1.5               ¦ true
            x:=[1]              ¦ false
            x:={"a":1}          ¦ false
            x:=tuple(1)         ¦ false
            """)
    void arguments_without_parts_are_plainly_json(String items, boolean plain) {
        assertThat(RequestBuilder.isJson(build(items).body())).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', nullValues = "-", textBlock = """
            NO_SUCH_PLUGIN  ¦ plugin_b do_thing ¦ did you mean 'plugin_a'?
            NO_SUCH_PLUGIN  ¦ plugin_a do_thing ¦ -
            NO_SUCH_PLUGIN  ¦ zzzzzzzzzz do_thing ¦ -
            NO_SUCH_COMMAND ¦ plugin_a do_thin  ¦ did you mean 'do_thing'?
            NO_SUCH_COMMAND ¦ plugin_a zzzzzzzz ¦ -
            TIMEOUT         ¦ plugin_b do_thing ¦ -
            """)
    void an_error_suggests_the_name_that_was_meant(Problem problem, String operands, @Nullable String hint) {
        ShellException failed = new ShellException(problem, "failed");

        ShellException shown = RequestBuilder.suggesting(
                failed, arguments("x " + operands), bench.session.memory().catalog());

        assertThat(shown.hint()).isEqualTo(hint);
        assertThat(shown.problem()).isEqualTo(problem);
    }

    private Request build(String items) {
        bench.files.with("req.json", "{\"x\":1,\"y\":2}").with("note", "hello").with("-", "typed");
        return RequestBuilder.build(arguments("x plugin_a do_thing " + items), bench.session);
    }

    private static Arguments arguments(String line) {
        return LineParser.parse(line).get(0).arguments();
    }
}
