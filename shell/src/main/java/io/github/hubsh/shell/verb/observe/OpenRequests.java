package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that were heard and wait for their replies, oldest first. Bounded in number and in time. For one thread. */
final class OpenRequests {
    static final int MAX_OPEN_REQUESTS = 10_000;
    private static final Duration REPLY_TIMEOUT = Duration.ofMinutes(1);

    // Mutable state
    private final Map<String, TimedBroadcast> requests = new LinkedHashMap<>();

    void add(ExecuteRequest request, TimedBroadcast broadcast) {
        requests.put(request.header().session(), broadcast);
    }

    /** Returns the request that a reply is for, which no longer waits; or {@code null}. */
    @Nullable
    TimedBroadcast answeredBy(ExecuteReply reply) {
        return requests.remove(reply.header().session());
    }

    /** Gives up on what has waited for too long by then, and on the oldest of too many. */
    List<TimedBroadcast> overdue(Instant now) {
        List<TimedBroadcast> given = new ArrayList<>();
        Iterator<TimedBroadcast> oldest = requests.values().iterator();
        while (oldest.hasNext()) {
            TimedBroadcast request = oldest.next();
            boolean late = Duration.between(request.time(), now).compareTo(REPLY_TIMEOUT) > 0;
            if (!late && requests.size() <= MAX_OPEN_REQUESTS) {
                break;
            }
            given.add(request);
            oldest.remove();
        }
        return given;
    }

    /** Gives up on everything. */
    List<TimedBroadcast> takeAll() {
        List<TimedBroadcast> given = new ArrayList<>(requests.values());
        requests.clear();
        return given;
    }
}
