package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.schema.MessageSchema;
import io.github.hubsh.core.testkit.Recording;
import io.github.hubsh.core.testkit.Recording.Event;
import io.github.hubsh.core.testkit.Samples;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every frame of every recording: read or refused, written again, and its data decoded. */
final class GoldenWireTest {
    static final List<Recording> RECORDINGS = Recording.all();

    /** All recorded frames that are no message, and why. */
    private static final List<String> REFUSED = """
            60-query-invalid-json.py2: JSON at line 1, column 2
            62-query-invalid-schema.py2: header: missing, expected an object
            64-query-non-utf8.py2: JSON that is not UTF-8
            66-query-json-list.py2: message: expected an object, found a list
            68-query-no-content.py2: content: missing, expected an object
            72-query-version-number.py2: header.version: expected a string, found 0.5
            76-query-utf16.py2: JSON that is not UTF-8
            82-command-4-frames.py2: JSON at line 1, column 1
            84-command-invalid-json.py2: JSON at line 1, column 2
            90-command-no-silent-to-hub.py2: content.silent: expected true or false, found null
            92-command-no-content-unknown-target.py2: content: missing, expected an object
            93b-command-non-utf8-in-string-stdin-null.py2: JSON that is not UTF-8
            94b-command-non-utf8-in-string-stdin-open.py2: JSON that is not UTF-8
            98-command-bad-then-good-burst.py2: JSON at line 1, column 2
            A0-plugin-no-silent.py2: content.silent: expected true or false, found null
            A1b-plugin-no-content-then-ping.py2: content: missing, expected an object
            """.lines().toList();

    /** Their results are pandas and numpy objects. */
    static final List<String> TABLES = List.of(
            "12-plugin-get_channel_states", "13-plugin-get_table", "15-plugin-get_numpy", "16-plugin-get_df_pickle");

    /** Recordings that say what the client's call gave, as a value that has a counterpart here. */
    static final List<Recording> OBSERVED = RECORDINGS.stream()
            .filter(recording ->
                    recording.observed().has("repr") || recording.observed().has("exception"))
            .filter(recording -> TABLES.stream().noneMatch(recording.name()::startsWith))
            .toList();

    /** What the client got, whichever Python it was. */
    private static final Map<String, Object> RESULTS = results();

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void every_frame_is_read_or_refused_as_it_should_be(Recording recording) {
        TreeSet<String> refused = new TreeSet<>();
        for (Event event : recording.events()) {
            String refusal = refusal(event.json());
            if (refusal != null) {
                refused.add(recording + ": " + refusal.replaceFirst("(JSON at line .*, column \\d+).*", "$1"));
            }
            boolean valid = MessageSchema.validate(event.json()).isEmpty();
            boolean stricter = refusal != null && (refusal.startsWith("content: missing") || refusal.contains("UTF-8"));
            assertThat(valid || stricter).isEqualTo(refusal == null || stricter);
        }
        assertThat(refused)
                .containsExactlyElementsOf(REFUSED.stream()
                        .filter(line -> line.startsWith(recording + ":"))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void what_was_read_is_written_with_the_same_meaning(Recording recording) throws Exception {
        for (Event event : recording.events()) {
            if (refusal(event.json()) == null) {
                Message message = MessageReader.read(event.json());
                byte[] written = MessageWriter.write(message);
                assertThat(meaning(written)).isEqualTo(meaning(event.json()));
                assertThat(MessageSchema.validate(written)).isEmpty();
                assertThat(MessageReader.read(written)).isEqualTo(message);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OBSERVED")
    void a_reply_says_what_its_client_observed(Recording recording) throws Exception {
        List<Message> received = new ArrayList<>();
        for (Event event : recording.events()) {
            if (event.isAt("client", "command") && event.incoming()) {
                received.add(MessageReader.read(event.json()));
            }
        }
        if (received.isEmpty()) {
            assertThat(recording.observed().path("message").asText()).startsWith("Timed out");
            return;
        }
        ExecuteReply reply = (ExecuteReply) received.get(received.size() - 1);
        RemoteError error = reply.error();
        String exception = error == null ? "" : error.value();
        assertThat(exception).isEqualTo(recording.observed().path("message").asText());
        String name = recording.name().replaceFirst("^\\d+-", "");
        Object expected = RESULTS.getOrDefault(name, RESULTS.get(name.replaceFirst("\\.\\w+$", "")));
        assertThat(ContentData.decode(reply.result())).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void what_numpy_and_pandas_sent_is_read(String name) throws Exception {
        Recording recording = RECORDINGS.stream()
                .filter(r -> r.name().startsWith(name))
                .findFirst()
                .orElseThrow();
        for (Event event : recording.events()) {
            if (MessageReader.read(event.json()) instanceof ExecuteReply reply) {
                assertThat(ContentData.decode(reply.result()))
                        .isInstanceOfAny(Map.class, Series.class, DataFrame.class);
            }
        }
    }

    @Test
    void what_peers_write_survives_our_writing_where_a_message_can_hold_it() throws Exception {
        String header = "\"version\":\"0.4\",\"odd\":[1180591620717411303424,NaN,-Infinity,{\"k\":null}]";
        String data = "{\"big\":-1180591620717411303424,\"nan\":NaN,\"text\":\"caf\u00e9 \\ud83d\\ude00\"}";
        String sent =
                Samples.EXECUTE_REPLY.replace("\"version\":\"0.4\"", header).replace("\"e30=\"", data);
        Message message = MessageReader.read(sent.getBytes(UTF_8));
        assertThat(meaning(MessageWriter.write(message))).isEqualTo(meaning(sent.getBytes(UTF_8)));
    }

    @Test
    void the_order_of_keys_means_nothing() throws Exception {
        String reversed = """
                {"header":{"version":"0.4","msg_type":"connect_request","target":"electrodes","source":"client",\
                "date":"2026-11-22T18:31:25.027263+00:00","session":"s-1","msg_id":"m-1"}}""";
        assertThat(MessageReader.read(reversed.getBytes(UTF_8)))
                .isEqualTo(MessageReader.read(Samples.CONNECT_REQUEST.getBytes(UTF_8)))
                .isInstanceOf(ConnectRequest.class);
    }

    private static String refusal(byte[] json) {
        try {
            MessageReader.read(json);
            return null;
        } catch (MalformedMessageException e) {
            return e.getMessage();
        }
    }

    private static JsonNode meaning(byte[] json) throws IOException {
        JsonNode message = Recording.JSON.readTree(json);
        if (message.path("content") instanceof ObjectNode content
                && content.has("command")
                && !content.has("publish")) {
            content.put("silent", content.path("silent").asBoolean());
            if (!content.has("status")) {
                content.put("stop_on_error", content.path("stop_on_error").asBoolean());
                content.remove("error"); // one recorded request has one, which is an unknown key to a request
            }
        }
        return message;
    }

    private static Map<String, Object> results() {
        Map<String, Object> micro = Map.of("k", "\u00b5");
        Map<String, Object> echoed = new LinkedHashMap<>();
        echoed.put("a", 1L);
        echoed.put("b", Arrays.asList(1L, 2.5, null));
        echoed.put("c", "\u00b5");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("plugin-echo_json", Map.copyOf(echoed));
        echoed.putAll(Map.of("c", "\u00b5\ud83d\ude00", "d", Map.of("k", List.of(1L, 2L))));
        all.put("plugin-echo", echoed);
        for (String name :
                List.of("hub-ping-command", "plugin-ping", "silent-plugin-ping", "silent-hub-ping", "self-target")) {
            all.put(name, "pong");
        }
        all.put("hub-register-command", Map.of("electrode_controller", "electrode_controller", "client", "client"));
        all.put("plugin-slow", "done");
        all.put("plugin-get_json", Map.of("a", Arrays.asList(1L, 2.5, null), "u", "\u00b5"));
        all.put("plugin-get_ordered.py2", ordered(Map.of("k", "\u00b5", "s", "\u00b5")));
        all.put("plugin-get_ordered.py3p5", ordered(micro));
        all.put("plugin-get_text.py2", "caf\u00e9");
        all.put("plugin-get_text.py3p5", "plain text, caf\u00e9, \u2713, \ud83d\ude00");
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        all.put("plugin-get_bytes", Bytes.of(bytes));
        return all;
    }

    private static Map<String, Object> ordered(Map<String, Object> last) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", 1L);
        ordered.put("a", Arrays.asList(1L, 2.5, null, true));
        ordered.put("m", last);
        return ordered;
    }
}
