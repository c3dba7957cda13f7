package io.github.hubsh.core.web;

import io.github.hubsh.core.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Server-sent events as text. JSON has no line breaks, so the data is one line. */
final class EventText {
    static final String CONTENT_TYPE = "text/event-stream; charset=utf-8";

    /** How long a browser waits before it connects again, in milliseconds. */
    private static final int RETRY_MILLIS = 1_000;

    private EventText() {}

    /** What comes first. */
    static String start() {
        return "retry: " + RETRY_MILLIS + "\n\n";
    }

    static String of(String event, Map<String, @Nullable Object> data) {
        return "event: " + event + "\ndata: " + Json.write(data) + "\n\n";
    }
}
