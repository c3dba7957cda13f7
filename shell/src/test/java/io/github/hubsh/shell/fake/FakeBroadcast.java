package io.github.hubsh.shell.fake;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Instant;
import java.util.Map;

/** What a hub might have published. */
public final class FakeBroadcast {
    private FakeBroadcast() {}

    /** A request from {@code ui} to {@code pump} at 10 o'clock. */
    public static TimedBroadcast request(String command, Map<String, Object> arguments) {
        Header header = new Header(
                "1", "s", "2024-01-01T10:00:00+00:00", "ui", "pump", MessageType.EXECUTE_REQUEST, Header.VERSION);
        try {
            Payload payload = ContentData.encode(arguments, Payload.JSON);
            return new TimedBroadcast(
                    Instant.parse("2024-01-01T10:00:00Z"),
                    new ExecuteRequest(header, command, payload, false, false),
                    "{}");
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
