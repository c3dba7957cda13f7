package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a recording. Of a message only the texts are read that say what it is; its data is passed over
 * until someone asks for it, so that a large recording is looked through at the speed of its bytes.
 */
final class LineReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double NANOS_PER_SECOND = 1e9;

    // Mutable state: what was found in the line
    private final Map<String, String> texts = new LinkedHashMap<>();
    private double since;
    private boolean failed;

    private LineReader() {}

    /**
     * Reads a line.
     *
     * @throws ContentException if it is no line of a recording
     */
    static RecordedLine read(byte[] line) throws ContentException {
        LineReader reader = new LineReader();
        try (JsonParser parser = FACTORY.createParser(line)) {
            reader.scan(parser);
            Instant time = Instant.parse(reader.text("time"));
            Duration since = Duration.ofNanos((long) (reader.since * NANOS_PER_SECOND));
            if (reader.texts.containsKey("event")) {
                return new RecordedEvent(time, since, facts(line), line);
            } else if (reader.text("type").isEmpty()) {
                throw new ContentException("it has neither type nor event");
            }
            return reader.message(time, since, line);
        } catch (IOException | DateTimeException e) {
            throw new ContentException(e instanceof DateTimeException ? "its time cannot be read" : "it is no JSON", e);
        }
    }

    private void scan(JsonParser parser) throws IOException, ContentException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new ContentException("it is no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "time", "source", "target", "type", "command", "event", LineWriter.SESSION -> {
                    if (value == JsonToken.VALUE_STRING) {
                        texts.put(name, parser.getText());
                    }
                }
                case LineWriter.SINCE -> since = value.isNumeric() ? parser.getDoubleValue() : 0;
                case "error" -> failed = value != JsonToken.VALUE_NULL;
                default -> {
                    // passed over below
                }
            }
            parser.skipChildren();
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new ContentException("it is not one object");
        }
    }

    private RecordedMessage message(Instant time, Duration since, byte[] line) {
        return new RecordedMessage(
                time,
                since,
                text("source"),
                text("target"),
                text("type"),
                text("command"),
                text(LineWriter.SESSION),
                failed,
                line);
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Returns the object that a line is. */
    static Map<String, @Nullable Object> facts(byte[] line) throws ContentException {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        if (Json.parse(line) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> facts.put(String.valueOf(key), value));
        }
        return facts;
    }

    /** Returns the message with all that was received of it, or with what else the line says. */
    static TimedBroadcast broadcast(RecordedMessage recorded) {
        try {
            Map<String, @Nullable Object> facts = facts(recorded.line());
            if (facts.get(LineWriter.RAW) instanceof String raw) {
                return new TimedBroadcast(recorded.time(), MessageReader.read(raw.getBytes(UTF_8)), raw);
            }
            return rebuilt(recorded, facts);
        } catch (ContentException | MalformedMessageException | InvalidMessageException e) {
            String what = recorded.type() + " of " + recorded.source() + " at " + recorded.time();
            throw new ShellException(Problem.BAD_FILE, "cannot read the " + what + ": " + e.getMessage(), e);
        }
    }

    private static TimedBroadcast rebuilt(RecordedMessage recorded, Map<String, @Nullable Object> facts)
            throws ContentException {
        Header header = new Header(
                recorded.session(),
                recorded.session(),
                recorded.time().toString(),
                recorded.source(),
                recorded.target(),
                recorded.isRequest() ? MessageType.EXECUTE_REQUEST : MessageType.EXECUTE_REPLY,
                Header.VERSION);
        Payload data = ContentData.encode(facts.get("data"), Payload.JSON);
        Message message = recorded.isRequest()
                ? new ExecuteRequest(header, recorded.command(), data, false, false)
                : reply(header, recorded.command(), data, facts.get("error"));
        return new TimedBroadcast(recorded.time(), message, new String(MessageWriter.write(message), UTF_8));
    }

    private static ExecuteReply reply(Header header, String command, Payload data, @Nullable Object error) {
        return new ExecuteReply(
                header,
                null,
                command,
                ExecuteReply.Status.OK,
                0,
                data,
                error == null ? null : RemoteError.ofText(String.valueOf(error)),
                false);
    }
}
