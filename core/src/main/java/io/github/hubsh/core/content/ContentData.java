package io.github.hubsh.core.content;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.pickle.PickleReader;
import io.github.hubsh.core.pickle.PickleWriter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to and from the {@code data} and {@code metadata} of a message's content. */
public final class ContentData {
    private static final List<String> KNOWN =
            List.of(Payload.PICKLE, Payload.JSON, Payload.YAML, Payload.TEXT, Payload.BYTES);

    private ContentData() {}

    /** Encodes a value as BASE64 of {@code mimeType}; {@code null} is {@link Payload#NONE}. */
    public static Payload encode(@Nullable Object value, String mimeType) throws ContentException {
        return encode(value, mimeType, Payload.BASE64);
    }

    /**
     * Encodes a value.
     *
     * @param mimeType one of the five that {@link Payload} names
     * @param transferEncoding {@link Payload#BASE64}; anything else leaves the text as it stands (bytes as the
     *     characters of the same number), and is said in the metadata
     * @return data that is text, and its metadata; {@link Payload#NONE} for {@code null}
     * @throws ContentException where the mime type is not known, or cannot hold the value
     */
    public static Payload encode(@Nullable Object value, String mimeType, String transferEncoding)
            throws ContentException {
        if (value == null) {
            return Payload.NONE;
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("mime_type", mimeType);
        boolean base64 = transferEncoding.equals(Payload.BASE64);
        if (!base64) {
            metadata.put("transfer_encoding", transferEncoding);
        }
        Object encoded = encoded(value, mimeType);
        return new Payload(base64 ? Transfer.base64(encoded) : Transfer.text(encoded), metadata);
    }

    /**
     * Decodes what a peer sent.
     *
     * @return a value of the types that this package lists; {@code null} where there is no data
     * @throws ContentException where the mime type is not known, or the data is not what it says
     */
    public static @Nullable Object decode(Payload payload) throws ContentException {
        Object data = payload.data();
        if (data == null) {
            return null;
        }
        String mimeType = payload.mimeType();
        requireKnown(mimeType);
        if (payload.transferEncoding().equals(Payload.BASE64)) {
            return ofBytes(Transfer.ofBase64(data), mimeType);
        } else if (data instanceof String text) {
            return ofText(text, mimeType);
        } else if (mimeType.equals(Payload.JSON)) {
            return data;
        }
        throw new ContentException(mimeType + " must be text, not a JSON value");
    }

    /**
     * Decodes what a peer sent, for display only: of what cannot be decoded they get an object with the key
     * {@code unreadable}, which says why, and the mime type.
     */
    public static @Nullable Object decodeOrExplain(Payload payload) {
        try {
            return decode(payload);
        } catch (ContentException e) {
            Map<String, @Nullable Object> explained = new LinkedHashMap<>();
            explained.put("unreadable", e.getMessage());
            explained.put("mime_type", payload.mimeType());
            return explained;
        }
    }

    /** Returns a String or a byte array. */
    private static Object encoded(Object value, String mimeType) throws ContentException {
        return switch (mimeType) {
            case Payload.PICKLE -> PickleWriter.write(value);
            case Payload.JSON -> Json.writeForPeers(value);
            case Payload.YAML -> YamlWriter.write(value);
            case Payload.TEXT, Payload.BYTES -> plain(value, mimeType);
            default -> throw unknown(mimeType);
        };
    }

    private static Object plain(Object value, String mimeType) throws ContentException {
        if (value instanceof CharSequence text) {
            return text.toString();
        } else if (value instanceof Bytes bytes) {
            return bytes.toArray();
        } else if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new ContentException(mimeType + " takes text or bytes, not another value");
    }

    private static @Nullable Object ofBytes(byte[] bytes, String mimeType) throws ContentException {
        return switch (mimeType) {
            case Payload.PICKLE -> PickleReader.read(bytes);
            case Payload.JSON -> Json.parse(bytes);
            case Payload.YAML -> YamlReader.read(bytes);
            case Payload.TEXT -> Transfer.textOrBytes(bytes);
            default -> Bytes.of(bytes);
        };
    }

    private static @Nullable Object ofText(String text, String mimeType) throws ContentException {
        return switch (mimeType) {
            case Payload.PICKLE -> PickleReader.read(Transfer.bytes(text));
            case Payload.JSON -> Json.parse(text);
            case Payload.YAML -> YamlReader.read(text.getBytes(StandardCharsets.UTF_8));
            case Payload.TEXT -> text;
            default -> Bytes.of(Transfer.bytes(text));
        };
    }

    private static void requireKnown(String mimeType) throws ContentException {
        if (!KNOWN.contains(mimeType)) {
            throw unknown(mimeType);
        }
    }

    private static ContentException unknown(String mimeType) {
        return new ContentException("unknown mime type " + mimeType + "; known are " + String.join(", ", KNOWN));
    }
}
