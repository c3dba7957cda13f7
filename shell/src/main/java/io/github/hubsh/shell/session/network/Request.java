package io.github.hubsh.shell.session.network;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command to execute at a plugin.
 *
 * @param body a {@code Map<String, Object>} of arguments for pickle, JSON and YAML; a String for text, a
 *     {@link io.github.hubsh.core.value.Bytes} for bytes; {@code null} for no data at all; a
 *     {@link io.github.hubsh.core.message.Payload} to send it as it stands
 * @param mimeType how the body is encoded: a constant of {@link io.github.hubsh.core.message.Payload}
 * @param content keys of the message's content beside the data, as {@link ContentKeys} allows them
 * @param silent whether the hub keeps the request and its reply out of the broadcasts
 */
public record Request(
        String target,
        String command,
        @Nullable Object body,
        String mimeType,
        Map<String, @Nullable Object> content,
        boolean silent,
        Duration timeout) {
    /** A request as most are: nothing stands beside the data. */
    public Request(
            String target, String command, @Nullable Object body, String mimeType, boolean silent, Duration timeout) {
        this(target, command, body, mimeType, Map.of(), silent, timeout);
    }

    /** Returns the same request to another plugin. */
    public Request to(String other) {
        return other.equals(target) ? this : new Request(other, command, body, mimeType, content, silent, timeout);
    }

    /** Returns the same request with another timeout. */
    public Request within(Duration other) {
        return new Request(target, command, body, mimeType, content, silent, other);
    }

    /** Returns the same request with these keys beside the data. */
    public Request beside(Map<String, @Nullable Object> keys) {
        return new Request(target, command, body, mimeType, keys, silent, timeout);
    }
}
