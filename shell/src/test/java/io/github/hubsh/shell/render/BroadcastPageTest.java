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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
