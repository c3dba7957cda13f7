package io.github.hubsh.core.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a message as the JSON text that peers read. */
public final class MessageWriter {
    private static final int DEFAULT_SIZE = 1024;
    private static final JsonFactory FACTORY = new JsonFactory();

    private MessageWriter() {}

    /** Returns the message as UTF-8 JSON. */
    public static byte[] write(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(DEFAULT_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeFieldName("header");
            writeHeader(json, message.header());
            writeBody(json, message);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no JSON", e);
        }
        return bytes.toByteArray();
    }

    private static void writeBody(JsonGenerator json, Message message) throws IOException {
        if (message instanceof ExecuteRequest request) {
            json.writeFieldName("content");
            writeContent(json, request);
        } else if (message instanceof ExecuteReply reply) {
            writeParent(json, reply.parent());
            json.writeFieldName("content");
            writeContent(json, reply);
        } else if (message instanceof ConnectReply reply) {
            writeParent(json, reply.parent());
            json.writeFieldName("content");
            writeContent(json, reply);
        }
    }

    private static void writeParent(JsonGenerator json, @Nullable Header parent) throws IOException {
        if (parent != null) {
            json.writeFieldName("parent_header");
            writeHeader(json, parent);
        }
    }

    private static void writeHeader(JsonGenerator json, Header header) throws IOException {
        json.writeStartObject();
        json.writeStringField("msg_id", header.msgId());
        json.writeStringField("session", header.session());
        json.writeStringField("date", header.date());
        json.writeStringField("source", header.source());
        json.writeStringField("target", header.target());
        json.writeStringField("msg_type", header.type().wireName());
        json.writeStringField("version", header.version());
        writeFields(json, header.unknown());
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, Map<String, @Nullable Object> fields) throws IOException {
        for (Map.Entry<String, @Nullable Object> entry : fields.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
    }

    private static void writeContent(JsonGenerator json, ExecuteRequest request) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", request.command());
        json.writeBooleanField("silent", request.silent());
        json.writeBooleanField("stop_on_error", request.stopOnError());
        writePayload(json, request.arguments());
        writeFields(json, request.more());
        json.writeEndObject();
    }

    private static void writeContent(JsonGenerator json, ExecuteReply reply) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", reply.command());
        json.writeStringField("status", reply.status().wireName());
        json.writeNumberField("execution_count", reply.executionCount());
        json.writeBooleanField("silent", reply.silent());
        writePayload(json, reply.result());
        RemoteError error = reply.error();
        if (error != null) {
            json.writeFieldName("error");
            writeError(json, error);
        }
        json.writeEndObject();
    }

    private static void writeContent(JsonGenerator json, ConnectReply reply) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("command");
        json.writeStringField("uri", reply.command().uri());
        json.writeNumberField("port", reply.command().port());
        json.writeStringField("name", reply.command().name());
        json.writeEndObject();
        json.writeObjectFieldStart("publish");
        json.writeStringField("uri", reply.publish().uri());
        json.writeNumberField("port", reply.publish().port());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writePayload(JsonGenerator json, Payload payload) throws IOException {
        if (payload.data() != null) {
            json.writeFieldName("data");
            writeValue(json, payload.data());
        }
        if (!payload.metadata().isEmpty()) {
            json.writeFieldName("metadata");
            writeValue(json, payload.metadata());
        }
    }

    /** Most values are text, which may be large; the content room writes the others as peers do. */
    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
            return;
        }
        try {
            json.writeRawValue(Json.writeForPeers(value));
        } catch (ContentException e) {
            throw new InvalidMessageException(String.valueOf(e.getMessage()));
        }
    }

    /** An error without a name came as a text and is sent as one, as between reference peers. */
    private static void writeError(JsonGenerator json, RemoteError error) throws IOException {
        if (error.name().isEmpty()) {
            json.writeString(error.value());
            return;
        }
        json.writeStartObject();
        json.writeStringField("ename", error.name());
        json.writeStringField("evalue", error.value());
        json.writeArrayFieldStart("traceback");
        for (String line : error.traceback()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
