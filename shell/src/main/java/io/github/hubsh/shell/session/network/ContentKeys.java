package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.message.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/** What may stand beside the data in a request's {@code content}: keys of no other meaning, with values of JSON. */
public final class ContentKeys {
    private ContentKeys() {}

    /** Returns what is wrong with such a key and its value, or {@code null} if nothing is. */
    public static @Nullable String flaw(String key, @Nullable Object value) {
        if (ExecuteRequest.CONTENT_KEYS.contains(key)) {
            return "'" + key + "' is a key of every request, and cannot stand beside the data";
        }
        return ExactJson.isExact(value)
                ? null
                : "JSON would change the value of '" + key + "', and what stands beside the data is JSON";
    }
}
