package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a recording. A message is what {@code tail --jsonl} shows of it, its session, and under
 * {@code raw} its text as it came: unless the rest says the same, which holds for most messages in JSON.
 *
 * @param start of the recording
 */
public record LineWriter(Instant start) {
    static final String RAW = "raw";
    static final String SINCE = "since";
    static final String SESSION = "session";

    /** Of what is longer, or deeper, a writer of JSON may leave out something. */
    private static final int MAX_SURE_LENGTH = 8 << 20;

    private static final int MAX_SURE_DEPTH = 400;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Returns the line of a message, with its end. */
    public byte[] line(TimedBroadcast broadcast) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("time", broadcast.time().toString());
        object.put(SINCE, since(broadcast.time()));
        object.putAll(broadcast.facts(ContentData::decodeOrExplain));
        object.put(SESSION, broadcast.message().session());
        if (!isWhole(broadcast.message(), object.get("data"))) {
            object.put(RAW, broadcast.raw());
        }
        return ended(Json.write(object));
    }

    /** Returns the line of something that has happened, with its end; its facts have the time. */
    public byte[] line(Map<String, @Nullable Object> event, Instant time) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("time", time.toString());
        object.put(SINCE, since(time));
        object.putAll(event);
        return ended(Json.write(object));
    }

    /** Returns the line of a header, with its end. */
    public static byte[] line(RecordingHeader header) {
        return ended(header.line());
    }

    private double since(Instant time) {
        return Duration.between(start, time).toNanos() / NANOS_PER_SECOND;
    }

    private static byte[] ended(String line) {
        return (line + '\n').getBytes(UTF_8);
    }

    /** Whether the line says all that matters of the message without its text. */
    private static boolean isWhole(Message message, @Nullable Object data) {
        if (!message.header().unknown().isEmpty()) {
            return false;
        } else if (message instanceof ExecuteRequest request) {
            return request.more().isEmpty() && !request.stopOnError() && isWhole(request.arguments(), data);
        } else if (message instanceof ExecuteReply reply) {
            RemoteError error = reply.error();
            return (error == null || error.name().isEmpty()) && isWhole(reply.result(), data);
        }
        return false;
    }

    private static boolean isWhole(Payload payload, @Nullable Object data) {
        if (payload.data() == null) {
            return true;
        }
        boolean usual = payload.metadata().size() == 1 && payload.mimeType().equals(Payload.JSON);
        return usual && isShort(payload.data()) && ExactJson.isExact(data) && isReadAgain(data, 0);
    }

    private static boolean isShort(Object encoded) {
        return encoded instanceof String text && text.length() <= MAX_SURE_LENGTH;
    }

    /** A number that JSON lacks, or half a surrogate pair, is not read again, nor is what is too deep to be written. */
    private static boolean isReadAgain(@Nullable Object data, int depth) {
        if (data instanceof Double number) {
            return Double.isFinite(number);
        } else if (data instanceof String text) {
            return isEncodable(text);
        } else if (data instanceof Map<?, ?> map) {
            return depth < MAX_SURE_DEPTH && areReadAgain(map.keySet(), depth) && areReadAgain(map.values(), depth + 1);
        }
        return !(data instanceof List<?> list) || (depth < MAX_SURE_DEPTH && areReadAgain(list, depth + 1));
    }

    private static boolean isEncodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return UTF_8.newEncoder().canEncode(text);
            }
        }
        return true;
    }

    private static boolean areReadAgain(Collection<?> parts, int depth) {
        for (Object part : parts) {
            if (!isReadAgain(part, depth)) {
                return false;
            }
        }
        return true;
    }
}
