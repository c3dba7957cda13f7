package io.github.hubsh.shell.script;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as scripts see it: what matters at hand, and under {@code header} and {@code content} the message itself.
 */
final class ScriptBroadcast {
    private ScriptBroadcast() {}

    /**
     * Returns the object.
     *
     * @param roundTripMillis of a reply whose request was heard too, else {@code null}
     */
    static Map<String, @Nullable Object> object(TimedBroadcast broadcast, @Nullable Double roundTripMillis) {
        Message message = broadcast.message();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("time", broadcast.time().toString());
        object.put("type", message.header().type().wireName());
        object.put("source", message.source());
        object.put("target", message.target());
        Payload payload = Payload.NONE;
        if (message instanceof ExecuteRequest request) {
            object.put("command", request.command());
            payload = request.arguments();
        } else if (message instanceof ExecuteReply reply) {
            object.put("command", reply.command());
            object.put("status", reply.status().name().toLowerCase(Locale.ROOT));
            RemoteError error = reply.error();
            object.put("error", error == null ? null : error.summary());
            object.put("rtt", roundTripMillis);
            payload = reply.result();
        }
        Object data = ContentData.decodeOrExplain(payload);
        object.put("data", data);
        object.put("session", message.session());
        addMessage(object, broadcast.raw(), data);
        return object;
    }

    private static void addMessage(Map<String, @Nullable Object> object, String raw, @Nullable Object data) {
        try {
            if (!(Json.parse(raw) instanceof Map<?, ?> message)) {
                return;
            }
            object.put("header", message.get("header"));
            Map<Object, @Nullable Object> content = new LinkedHashMap<>();
            if (message.get("content") instanceof Map<?, ?> encoded) {
                encoded.forEach((key, value) -> content.put(key, key.equals("data") ? data : value));
            }
            object.put("content", content);
        } catch (ContentException odd) {
            // Then there is only what was understood.
        }
    }
}
