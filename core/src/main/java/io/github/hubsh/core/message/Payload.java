package io.github.hubsh.core.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a request or a reply as it stands on the wire: still encoded.
 *
 * @param data {@code content.data}: text (BASE64, or as it stands) from every peer seen so far, any JSON value in
 *     principle; {@code null} where there is none
 * @param metadata {@code content.metadata}, empty where there is none
 */
public record Payload(@Nullable Object data, Map<String, @Nullable Object> metadata) {
    /** No data: how {@code None} travels. */
    public static final Payload NONE = new Payload(null, Map.of());

    public static final String PICKLE = "application/python-pickle";
    public static final String JSON = "application/json";
    public static final String YAML = "application/x-yaml";
    public static final String TEXT = "text/plain";
    public static final String BYTES = "application/octet-stream";
    public static final String BASE64 = "BASE64";

    public Payload {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Returns the mime type; a pickle where the sender does not say. */
    public String mimeType() {
        return metadata.get("mime_type") instanceof String mimeType ? mimeType : PICKLE;
    }

    /** Returns the transfer encoding; {@link #BASE64} where the sender does not say. */
    public String transferEncoding() {
        return metadata.get("transfer_encoding") instanceof String encoding ? encoding : BASE64;
    }
}
