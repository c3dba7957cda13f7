package io.github.hubsh.shell.verb.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as lines; that any arguments come back as they were is in TailPairsTest. */
final class CommandLinesTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void a_request_without_arguments_is_a_line_without_items() throws ContentException {
        assertThat(line("pump", "go", Map.of(), Payload.JSON, false, Map.of())).isEqualTo("execute pump go");
        // Data that says nothing of its encoding is pickled, by the protocol.
        assertThat(line("pump", "go", Payload.NONE, false, Map.of())).isEqualTo("execute pump go --mime pickle");
    }

    @Test
    void names_and_arguments_have_the_quotes_that_they_need() throws ContentException {
        assertThat(line("a pump", "go;", Map.of("Voltage (V)", "1"), Payload.JSON, false, Map.of()))
                .isEqualTo("execute 'a pump' 'go;' 'Voltage (V)'==1");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false, ''",
        "application/json, true, ' --silent'",
        "application/python-pickle, false, ' --mime pickle'",
        "application/python-pickle, true, ' --silent --mime pickle'",
        "application/x-yaml, false, ' --mime yaml'",
    })
    void how_it_was_sent_is_said_by_options(String mime, boolean silent, String options) throws ContentException {
        assertThat(line("pump", "go", Map.of("x", 1L), mime, silent, Map.of()))
                .isEqualTo("execute pump go" + options + " x=1");
    }

    @Test
    void each_key_beside_the_data_has_its_option() throws ContentException {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("step number", 3L);
        more.put("why", null);
        more.put("list", List.of(1L, "b"));

        assertThat(line("pump", "go", Map.of("x", 1L), Payload.JSON, true, more))
                .isEqualTo("execute pump go --silent --content 'step number'=3 --content why=null"
                        + " --content list:='[1,\"b\"]' x=1");
    }

    @ParameterizedTest
    @CsvSource({"application/json, false", "application/python-pickle, true", "application/x-yaml, false"})
    void a_line_sends_the_same_again(String mime, boolean silent) throws ContentException {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("text", "it's \"1\"");
        arguments.put("nothing", null);
        arguments.put("nested", Map.of("k", List.of(1.5, true)));

        bench.run(line("plugin_a", "do_thing", arguments, mime, silent, Map.of("step", "3")));

        Request sent = bench.session.network.sent.get(0);
        assertThat(sent.body()).isEqualTo(arguments);
        assertThat(sent.content()).isEqualTo(Map.of("step", "3"));
        assertThat(sent.mimeType()).isEqualTo(mime);
        assertThat(sent.silent()).isEqualTo(silent);
    }

    @Test
    void what_no_line_can_send_is_a_comment_of_one_line() throws ContentException {
        assertThat(line("pump", "go", List.of(1L), Payload.JSON, false, Map.of()))
                .isEqualTo("# pump go: its arguments are not an object");
        assertThat(line("pu\nmp", "go\r\nrm x", "text", Payload.JSON, false, Map.of()))
                .isEqualTo("# pu mp go  rm x: its arguments are not an object");
        assertThat(line("pump", "go", new Payload("!", Map.of("mime_type", Payload.JSON)), false, Map.of()))
                .isEqualTo("# pump go: data is not BASE64: character 0 is '!'");
    }

    private String line(
            String target,
            String command,
            Object arguments,
            String mime,
            boolean silent,
            Map<String, @Nullable Object> more)
            throws ContentException {
        return line(target, command, ContentData.encode(arguments, mime), silent, more);
    }

    /** Returns what {@code tail} shows, which has the language of the shell. */
    private String line(
            String target, String command, Payload payload, boolean silent, Map<String, @Nullable Object> more) {
        Header header = new Header("1", "s", "2024-01-01", "ui", target, MessageType.EXECUTE_REQUEST, Header.VERSION);
        ExecuteRequest request = new ExecuteRequest(header, command, payload, silent, false).with(more);
        bench.session.network.broadcasts.add(new TimedBroadcast(Instant.EPOCH, request, "{}"));
        int before = bench.screen.data().length();

        assertThat(bench.run("tail --as-commands --count 1"))
                .as(bench.screen.messages())
                .isZero();

        return bench.screen.data().substring(before).stripTrailing();
    }
}
