package io.github.hubsh.core.content;

import io.github.hubsh.core.message.Payload;
import org.jspecify.annotations.Nullable;

/** Values to and from the {@code data} and {@code metadata} of a message's content. */
public final class ContentData {
    private ContentData() {}

    /** Encodes a value as BASE64 of {@code mimeType}; {@code null} is {@link Payload#NONE}. */
    public static Payload encode(@Nullable Object value, String mimeType) throws ContentException {
        return encode(value, mimeType, Payload.BASE64);
    }

    public static Payload encode(@Nullable Object value, String mimeType, String transferEncoding)
            throws ContentException {
        if (value == null) {
            return Payload.NONE;
        }
        throw new ContentException("not written yet: " + mimeType + transferEncoding + value);
    }

    public static @Nullable Object decode(Payload payload) throws ContentException {
        if (payload.data() == null) {
            return null;
        }
        throw new ContentException("not written yet: " + payload);
    }
}
