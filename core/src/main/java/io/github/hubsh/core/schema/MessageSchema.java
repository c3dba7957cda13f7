package io.github.hubsh.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.InvalidMessageException;
import io.github.hubsh.core.message.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The schema of all messages, and what it says about one. Any thread may call. */
public final class MessageSchema {
    /** Where the schema stands, beside this class. */
    static final String RESOURCE = "message-schema.json";

    private MessageSchema() {}

    /** Returns the whole schema, as JSON text: draft 4, with a definition for each message type. */
    public static String schema() {
        try (InputStream resource = Objects.requireNonNull(MessageSchema.class.getResourceAsStream(RESOURCE))) {
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the schema of one message type, as JSON text that stands on its own. */
    public static String schema(MessageType type) {
        return schema(type.wireName());
    }

    /**
     * Returns the schema of one definition, as JSON text that stands on its own.
     *
     * @param definition a message type as the wire has it, or {@code header}, {@code message}, {@code metadata},
     *     {@code error}
     * @throws IllegalArgumentException if there is no such definition
     */
    public static String schema(String definition) {
        return SchemaValidator.shared().text(definition);
    }

    /**
     * Judges a message by the schema of its type.
     *
     * @return everything that is wrong with it; empty for a valid message
     */
    public static List<Violation> validate(String json) {
        return SchemaValidator.shared().validate(json);
    }

    /** As {@link #validate(String)}, for UTF-8. */
    public static List<Violation> validate(byte[] json) {
        return validate(new String(json, UTF_8));
    }

    /**
     * Refuses a message that is not valid.
     *
     * @throws InvalidMessageException with all that is wrong with it
     */
    public static void requireValid(String json) {
        List<Violation> violations = validate(json);
        if (!violations.isEmpty()) {
            throw new InvalidMessageException(String.join(
                    "; ", violations.stream().map(Violation::toString).toList()));
        }
    }
}
