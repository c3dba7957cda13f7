package io.github.hubsh.shell.command;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.content.ContentException;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that wait for their replies, oldest first. Bounded in number and in time. */
final class Pairs {
    static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Filter filter;
    private final Map<String, Broadcast> waiting = new LinkedHashMap<>();

    /**
     * Starts without any.
     *
     * @param filter which requests are of interest
     */
    Pairs(Filter filter) {
        this.filter = filter;
    }

    /** Takes a broadcast; returns the pair that it completes, or {@code null}. */
    @Nullable
    Map<String, @Nullable Object> take(Broadcast broadcast) {
        if (broadcast.message() instanceof ExecuteRequest request) {
            if (filter.accepts(request)) {
                waiting.put(request.header().session(), broadcast);
            }
            return null;
        }
        if (!(broadcast.message() instanceof ExecuteReply reply)) {
            return null;
        }
        Broadcast request = waiting.remove(reply.header().session());
        if (request == null) {
            return null;
        }
        Map<String, @Nullable Object> row = row(request);
        RemoteError error = reply.error();
        row.put("result", error == null ? decoded(reply.result()) : null);
        row.put("error", error == null ? null : error.summary());
        row.put("round_trip_ms", Ping.millis(Duration.between(request.time(), broadcast.time())));
        return row;
    }

    /** Gives up on what has waited for too long by then, and on the oldest of too many. */
    List<Map<String, @Nullable Object>> overdue(Instant now) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Iterator<Broadcast> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Broadcast request = oldest.next();
            boolean late = Duration.between(request.time(), now).compareTo(PATIENCE) > 0;
            if (!late && waiting.size() <= MOST) {
                break;
            }
            rows.add(unanswered(request));
            oldest.remove();
        }
        return rows;
    }

    /** Gives up on everything. */
    List<Map<String, @Nullable Object>> rest() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        waiting.values().forEach(request -> rows.add(unanswered(request)));
        waiting.clear();
        return rows;
    }

    private static Map<String, @Nullable Object> unanswered(Broadcast request) {
        Map<String, @Nullable Object> row = row(request);
        row.put("result", null);
        row.put("error", "(unanswered)");
        row.put("round_trip_ms", null);
        return row;
    }

    private static Map<String, @Nullable Object> row(Broadcast broadcast) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("time", broadcast.time().toString());
        row.put("source", broadcast.message().source());
        row.put("target", broadcast.message().target());
        if (broadcast.message() instanceof ExecuteRequest request) {
            row.put("command", request.command());
            row.put("arguments", decoded(request.arguments()));
        }
        return row;
    }

    private static @Nullable Object decoded(Payload payload) {
        try {
            return ContentData.decode(payload);
        } catch (ContentException undecodable) {
            return "(" + undecodable.getMessage() + ")";
        }
    }
}
