package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.Request;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as a script sends it.
 *
 * @param data decoded; {@code null} for none
 * @param mimeType how it was encoded
 * @param content keys beside the data
 */
public record SentRequest(
        String target,
        String command,
        @Nullable Object data,
        String mimeType,
        Map<String, @Nullable Object> content,
        boolean silent) {
    /**
     * Returns what a message asked for.
     *
     * @throws ContentException if its data cannot be read
     */
    public static SentRequest of(ExecuteRequest request) throws ContentException {
        return new SentRequest(
                request.target(),
                request.command(),
                ContentData.decode(request.arguments()),
                request.arguments().data() == null
                        ? Payload.JSON
                        : request.arguments().mimeType(),
                request.more(),
                request.silent());
    }

    /**
     * Returns what a request of a session asked for.
     *
     * @throws ContentException if its data cannot be read
     */
    public static SentRequest of(Request request) throws ContentException {
        Object body = request.body();
        String mimeType = request.mimeType();
        if (body instanceof Payload payload) {
            body = ContentData.decode(payload);
            mimeType = payload.mimeType();
        }
        return new SentRequest(
                request.target(), request.command(), body, mimeType, request.content(), request.silent());
    }

    /** Returns the same with other data. */
    SentRequest with(@Nullable Object other) {
        return new SentRequest(target, command, other, mimeType, content, silent);
    }

    /** Returns whether both ask the same of the same plugin. */
    boolean isSame(SentRequest other) {
        return target.equals(other.target) && command.equals(other.command) && Objects.equals(data, other.data);
    }

    /** Returns whether there are arguments, or data of another kind. */
    boolean hasData() {
        return data != null && !(data instanceof Map<?, ?> map && map.isEmpty());
    }
}
