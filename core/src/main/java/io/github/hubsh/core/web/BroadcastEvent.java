package io.github.hubsh.core.web;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.ReceivedMessage;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broadcast, as the page shows it: who says what to whom, and the beginning of the value. Pure. */
final class BroadcastEvent {
    /** How much of a text is shown, in characters. */
    static final int MAX_TEXT = 200;

    private BroadcastEvent() {}

    static String render(SeenBroadcast seen) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("time", seen.time().truncatedTo(ChronoUnit.MILLIS).toString());
        row.put("bytes", (long) seen.textBytes());
        try {
            BroadcastFrames frames = BroadcastFrames.read(seen.frames());
            row.put("source", start(frames.source()));
            row.put("target", start(frames.target()));
            row.put("type", start(frames.type()));
            if (frames.json().length > 0) {
                describe(ReceivedMessage.read(frames.json()).message(), row);
            }
        } catch (MalformedMessageException e) {
            row.put("malformed", start(String.valueOf(e.getMessage())));
        }
        return EventText.of("broadcast", row);
    }

    private static void describe(Message message, Map<String, @Nullable Object> row) {
        if (message instanceof ExecuteRequest request) {
            row.put("command", start(request.command()));
            value(request.arguments(), row);
        } else if (message instanceof ExecuteReply reply) {
            row.put("command", start(reply.command()));
            RemoteError error = reply.error();
            if (error != null) {
                row.put("error", start(error.summary()));
            } else {
                value(reply.result(), row);
            }
        }
    }

    private static void value(Payload payload, Map<String, @Nullable Object> row) {
        if (payload.data() != null) {
            row.put("value", start(Json.display(ContentData.decodeOrExplain(payload))));
        }
    }

    private static String start(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }
}
