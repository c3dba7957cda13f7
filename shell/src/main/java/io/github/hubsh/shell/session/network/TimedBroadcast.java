package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message that the hub published.
 *
 * @param time when it arrived here
 * @param raw its JSON text as it came
 */
public record TimedBroadcast(Instant time, Message message, String raw) {
    /** The keys of the object that programs get; not every message has the last three. */
    public static final List<String> KEYS = List.of("time", "source", "target", "type", "command", "data", "error");

    /**
     * Returns the object that programs get.
     *
     * @param decoder returns what a payload holds
     */
    public Map<String, @Nullable Object> facts(Function<Payload, @Nullable Object> decoder) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("time", time.toString());
        object.put("source", message.source());
        object.put("target", message.target());
        object.put("type", message.header().type().wireName());
        if (message instanceof ExecuteRequest request) {
            object.put("command", request.command());
            object.put("data", decoder.apply(request.arguments()));
        } else if (message instanceof ExecuteReply reply) {
            object.put("command", reply.command());
            object.put("data", decoder.apply(reply.result()));
            RemoteError error = reply.error();
            if (error != null) {
                object.put("error", error.value());
            }
        }
        return object;
    }
}
