package io.github.hubsh.shell.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command to execute at a plugin.
 *
 * @param body a {@code Map<String, Object>} of arguments for pickle, JSON and YAML; a String for text, a
 *     {@link io.github.hubsh.core.value.Bytes} for bytes; {@code null} for no data at all
 * @param mimeType how the body is encoded: a constant of {@link io.github.hubsh.core.message.Payload}
 * @param silent whether the hub keeps the request and its reply out of the broadcasts
 */
public record Request(
        String target, String command, @Nullable Object body, String mimeType, boolean silent, Duration timeout) {
    /** Returns the same request to another plugin. */
    public Request to(String other) {
        return other.equals(target) ? this : new Request(other, command, body, mimeType, silent, timeout);
    }

    /** Returns the same request with another timeout. */
    public Request within(Duration other) {
        return new Request(target, command, body, mimeType, silent, other);
    }
}
