package io.github.hubsh.shell.session.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What programs get of a message. */
final class TimedBroadcastTest {
    private static final Payload DATA = new Payload("some", Map.of());

    @Test
    void a_request_is_its_command_and_arguments() {
        assertThat(facts(new ExecuteRequest(header(MessageType.EXECUTE_REQUEST), "fill", DATA, false, false)))
                .isEqualTo("{time=2024-01-01T10:00:00Z, source=ui, target=pump, type=execute_request,"
                        + " command=fill, data=decoded some}");
    }

    @Test
    void a_reply_is_its_result_and_its_error_if_there_is_one() {
        assertThat(facts(reply(null)))
                .isEqualTo("{time=2024-01-01T10:00:00Z, source=ui, target=pump, type=execute_reply,"
                        + " command=fill, data=decoded some}");
        assertThat(facts(reply(RemoteError.ofText("no water")))).endsWith(", data=decoded some, error=no water}");
    }

    private static Message reply(@Nullable RemoteError error) {
        Header header = header(MessageType.EXECUTE_REPLY);
        return new ExecuteReply(header, null, "fill", ExecuteReply.Status.OK, 1, DATA, error, false);
    }

    private static Header header(MessageType type) {
        return new Header("m", "s", "2023-12-31T10:00:00Z", "ui", "pump", type, Header.VERSION);
    }

    private static String facts(Message message) {
        return new TimedBroadcast(Instant.parse("2024-01-01T10:00:00Z"), message, "{}")
                .facts(payload -> "decoded " + payload.data())
                .toString();
    }
}
