package io.github.hubsh.shell.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a recording, message by message, of requests that {@code ui} sends. Each message comes 100 ms after the last.
 */
public final class FakeRecording {
    public static final Instant START = Instant.parse("2024-01-01T10:00:00Z");
    public static final RecordingHeader HEADER =
            new RecordingHeader(START, "tcp://127.0.0.1:31000", "hub", Map.of("hubsh", "1.0"), Map.of(), 1);
    public static final Duration STEP = Duration.ofMillis(100);

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final LineWriter writer = new LineWriter(START);
    private Instant now = START;
    private int sessions;

    public FakeRecording() {
        content.writeBytes(LineWriter.line(HEADER));
    }

    /** Returns a session with {@code heater}, as the documentation speaks of it. */
    public static FakeRecording session() {
        return new FakeRecording()
                .exchange("heater", "set_target", Map.of("celsius", 37L), 37.0)
                .exchange("heater", "get_state", Map.of(), Map.of("celsius", 36.5));
    }

    /** Returns a session with the demo's {@code plugin_a}, as the documentation speaks of it. */
    public static FakeRecording smoke() {
        return new FakeRecording()
                .exchange("plugin_a", "do_thing", Map.of("x", 1L), Map.of("done", "thing", "x", 1L))
                .exchange("plugin_a", "echo", Map.of("y", 2L), Map.of("y", 2L));
    }

    /** Adds a request and its reply, both as JSON. */
    public FakeRecording exchange(String target, String command, Object arguments, Object result) {
        return exchange(target, command, arguments, result, Payload.JSON);
    }

    public FakeRecording exchange(String target, String command, Object arguments, Object result, String mime) {
        String session = request(target, command, arguments, mime);
        return reply(session, target, command, result, null, mime);
    }

    /** Adds a request in JSON and its reply as it stands. */
    public FakeRecording encoded(String target, String command, Object arguments, Payload result) {
        String session = request(target, command, arguments, Payload.JSON);
        add(new ExecuteReply(
                replyHeader(session, target), null, command, ExecuteReply.Status.OK, 1, result, null, false));
        return this;
    }

    /** Adds a request and the error that answers it. */
    public FakeRecording failure(String target, String command, Object arguments, String error) {
        String session = request(target, command, arguments, Payload.JSON);
        return reply(session, target, command, null, RemoteError.ofText(error), Payload.JSON);
    }

    /** Adds a request, and returns the session by which it is answered. */
    public String request(String target, String command, Object arguments, String mime) {
        return request("ui", target, command, arguments, mime);
    }

    /** As the other one, from any peer. */
    public String request(String source, String target, String command, Object arguments, String mime) {
        String session = "s" + ++sessions;
        Header header = new Header(
                "m" + session, session, now.toString(), source, target, MessageType.EXECUTE_REQUEST, Header.VERSION);
        add(new ExecuteRequest(header, command, payload(arguments, mime), false, false));
        return session;
    }

    public FakeRecording reply(
            String session, String source, String command, Object result, RemoteError error, String mime) {
        ExecuteReply.Status status = error == null ? ExecuteReply.Status.OK : ExecuteReply.Status.ERROR;
        add(new ExecuteReply(
                replyHeader(session, source), null, command, status, 1, payload(result, mime), error, false));
        return this;
    }

    private Header replyHeader(String session, String source) {
        return new Header(
                "r" + session, session, now.toString(), source, "ui", MessageType.EXECUTE_REPLY, Header.VERSION);
    }

    /** Adds something that has happened. */
    public FakeRecording event(String kind, Map<String, Object> facts) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", kind);
        event.putAll(facts);
        content.writeBytes(writer.line(event, now));
        now = now.plus(STEP);
        return this;
    }

    /** Adds what stands there. */
    public FakeRecording raw(String text) {
        content.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    public byte[] bytes() {
        return content.toByteArray();
    }

    public String text() {
        return content.toString(UTF_8);
    }

    /**
     * Writes {@code rec.jsonl} with so many of the lines behind the header, and {@code rec-2.jsonl} with the others.
     */
    public void intoParts(FakeFiles files, int first) {
        List<String> lines = text().lines().toList();
        files.with("rec.jsonl", String.join("\n", lines.subList(0, first + 1)) + "\n");
        files.with(
                "rec-2.jsonl",
                HEADER.nextPart().line() + "\n" + String.join("\n", lines.subList(first + 1, lines.size())) + "\n");
    }

    public RecordingReader reader() {
        return new RecordingReader("rec.jsonl", new ByteArrayInputStream(bytes()));
    }

    private void add(Message message) {
        content.writeBytes(
                writer.line(new TimedBroadcast(now, message, new String(MessageWriter.write(message), UTF_8))));
        now = now.plus(STEP);
    }

    private static Payload payload(Object value, String mime) {
        try {
            return ContentData.encode(value, mime);
        } catch (ContentException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
