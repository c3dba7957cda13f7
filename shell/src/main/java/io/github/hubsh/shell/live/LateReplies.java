package io.github.hubsh.shell.live;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests that were given up, after a timeout or a Ctrl-C: the work goes on over there, and what comes of it is still
 * worth a line. Thread-safe.
 */
final class LateReplies {
    private static final int MAX_COUNT = 1_000;
    private static final int MAX_VALUE_LENGTH = 500;

    private final Consumer<String> told;

    // Mutable state, guarded by this
    private final Map<String, Long> sent = new LinkedHashMap<>(); // by session, oldest first

    /**
     * @param told of every late reply, as a line
     */
    LateReplies(Consumer<String> told) {
        this.told = told;
    }

    /** Nobody waits for this request any more, which was sent at that time of {@link System#nanoTime()}. */
    synchronized void gaveUp(ExecuteRequest request, long sentAt) {
        if (sent.size() >= MAX_COUNT) {
            sent.remove(sent.keySet().iterator().next());
        }
        sent.put(request.session(), sentAt);
    }

    /** A reply has come that nobody waits for. */
    void heard(ExecuteReply reply) {
        Long sentAt;
        synchronized (this) {
            sentAt = sent.remove(reply.session());
        }
        if (sentAt != null) {
            told.accept("late reply of " + reply.source() + " " + reply.command() + ", after "
                    + Durations.format(Duration.ofNanos(System.nanoTime() - sentAt)) + ": " + what(reply));
        }
    }

    private static String what(ExecuteReply reply) {
        RemoteError error = reply.error();
        String text = error == null ? Json.write(value(reply)) : "error: " + error.summary();
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "…";
    }

    private static @Nullable Object value(ExecuteReply reply) {
        try {
            return ContentData.decode(reply.result());
        } catch (ContentException unreadable) {
            return "(" + unreadable.getMessage() + ")";
        }
    }
}
