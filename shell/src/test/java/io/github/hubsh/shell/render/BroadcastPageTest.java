package io.github.hubsh.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BroadcastPageTest {
    @Test
    void a_request_shows_its_arguments() throws ContentException {
        Payload arguments = ContentData.encode(Map.of("electrode_id", "e43"), Payload.PICKLE);
        Message request = new ExecuteRequest(header(MessageType.EXECUTE_REQUEST), "set_state", arguments, false, false);

        assertThat(shown(request, true)).isEqualTo("10:00:00 ui   → pump set_state electrode_id=e43");
        assertThat(shown(request, false))
                .isEqualTo(
                        "{\"time\":\"2024-01-01T10:00:00Z\",\"source\":\"ui\",\"target\":\"pump\","
                                + "\"type\":\"execute_request\",\"command\":\"set_state\",\"data\":{\"electrode_id\":\"e43\"}}");
    }

    @Test
    void a_reply_shows_its_result_or_its_error() throws ContentException {
        Message result = reply(ContentData.encode("a\nb", Payload.TEXT), null);
        Message error = reply(Payload.NONE, RemoteError.ofText("Traceback (most recent call last):\n\nValueError: no"));

        assertThat(shown(result, true)).isEqualTo("10:00:00 ui   → pump set_state = a\\nb");
        assertThat(shown(error, true)).isEqualTo("10:00:00 ui   → pump set_state ! ValueError: no");
        assertThat(shown(error, false))
                .endsWith("\"error\":\"Traceback (most recent call last):\\n\\nValueError: no\"}");
    }

    @Test
    void data_that_cannot_be_decoded_is_no_error_of_ours() {
        Payload broken = new Payload("!", Map.of("mime_type", Payload.JSON));

        assertThat(shown(reply(broken, null), true))
                .isEqualTo("10:00:00 ui   → pump set_state = {\"unreadable\":\"data is not BASE64: character 0…");
        assertThat(shown(reply(broken, null), false))
                .endsWith("\"command\":\"set_state\",\"data\":{\"unreadable\":"
                        + "\"data is not BASE64: character 0 is '!'\",\"mime_type\":\"application/json\"}}");
    }

    /** Columns: the format, whether a person looks, and what is shown of a message, recorded or heard. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AUTO  | true  | row  | row
            AUTO  | false | json | facts
            TABLE | true  | row  | row
            TABLE | false | json | facts
            JSON  | true  | json | facts
            JSON  | false | json | facts
            RAW   | true  | raw  | raw
            RAW   | false | raw  | raw
            """)
    void a_format_is_for_people_or_for_programs(OutputFormat format, boolean terminal, String recorded, String heard) {
        View view = new View(format, false, terminal, 80, false, Clock.systemUTC());
        Outcome.Heard message = new Outcome.Heard(
                new TimedBroadcast(Instant.parse("2024-01-01T10:00:00Z"), reply(Payload.NONE, null), "{\"raw\":1}"));

        assertThat(kind(new Outcome.Recorded("{\"json\":1}", () -> message), view))
                .isEqualTo(recorded);
        assertThat(kind(message, view)).isEqualTo(heard);
    }

    @Test
    void a_terminal_does_not_obey_what_was_received() {
        Outcome.Heard message = new Outcome.Heard(
                new TimedBroadcast(Instant.EPOCH, reply(Payload.NONE, null), "{\"raw\":\"\u009b2J\"}"));
        View raw = new View(OutputFormat.RAW, false, true, 80, false, Clock.systemUTC());
        Outcome.Recorded recorded = new Outcome.Recorded("\"\u009b2J\"", () -> message);

        assertThat(text(message, raw)).doesNotContain("\u009b");
        assertThat(text(message, raw.piped())).contains("\u009b");
        assertThat(text(recorded, raw.as(OutputFormat.JSON))).doesNotContain("\u009b");
        assertThat(text(recorded, raw.as(OutputFormat.JSON).piped())).contains("\u009b");
    }

    /** Columns: the format, whether a person looks, and what is shown of a request with its reply. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AUTO  | true  | row
            AUTO  | false | json
            JSON  | true  | json
            JSON  | false | json
            """)
    void a_request_with_its_reply_is_a_row_for_people_only(OutputFormat format, boolean terminal, String shown) {
        ExecuteRequest request =
                new ExecuteRequest(header(MessageType.EXECUTE_REQUEST), "set_state", Payload.NONE, false, false);
        Outcome exchange = new Outcome.Exchange(
                new TimedBroadcast(Instant.EPOCH, request, "{}"), null, List.of(), Map.of("json", 1L));

        assertThat(kind(exchange, new View(format, false, terminal, 80, false, Clock.systemUTC())))
                .isEqualTo(shown);
    }

    @Test
    void all_else_is_shown_as_ever() {
        View view = new View(OutputFormat.AUTO, false, true, 80, false, Clock.systemUTC());

        assertThat(text(Outcome.value(5L), view)).isEqualTo("5");
    }

    private static String kind(Outcome outcome, View view) {
        String text = text(outcome, view);
        return text.contains("→")
                ? "row"
                : text.contains("\"json\"") ? "json" : text.contains("\"raw\"") ? "raw" : "facts";
    }

    private static String text(Outcome outcome, View view) {
        return new BroadcastPage()
                .of(outcome, view).data().stream().map(StyledLine::text).collect(Collectors.joining("\n"));
    }

    private static ExecuteReply reply(Payload result, @Nullable RemoteError error) {
        Header header = header(MessageType.EXECUTE_REPLY);
        Header parent = header(MessageType.EXECUTE_REQUEST);
        return new ExecuteReply(header, parent, "set_state", ExecuteReply.Status.OK, 1, result, error, false);
    }

    private static Header header(MessageType type) {
        return new Header("1", "s", "2024-01-01T10:00:00+00:00", "ui", "pump", type, Header.VERSION);
    }

    private static String shown(Message message, boolean terminal) {
        View view = new View(OutputFormat.AUTO, false, terminal, 80, false, Clock.systemUTC());
        Outcome heard = new Outcome.Heard(new TimedBroadcast(Instant.parse("2024-01-01T10:00:00Z"), message, "{}"));
        List<StyledLine> lines = Renderer.render(heard, view).data();
        assertThat(lines).hasSize(1);
        return lines.get(0).text();
    }
}
