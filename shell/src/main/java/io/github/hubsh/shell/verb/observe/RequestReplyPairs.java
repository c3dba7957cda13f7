package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.recording.TailFilter;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that wait for their replies, oldest first. Bounded in number and in time. */
final class RequestReplyPairs {
    static final int MAX_PAIRS = OpenRequests.MAX_OPEN_REQUESTS;

    private final TailFilter filter;
    private final List<String> names;
    private final OpenRequests waiting = new OpenRequests();

    /**
     * Starts without any.
     *
     * @param filter which requests are of interest
     * @param names of the plugins that are known
     */
    RequestReplyPairs(TailFilter filter, List<String> names) {
        this.filter = filter;
        this.names = names;
    }

    /** Takes a broadcast; returns the pair that it completes, or {@code null}. */
    Outcome.@Nullable Exchange take(TimedBroadcast broadcast) {
        if (broadcast.message() instanceof ExecuteRequest request) {
            if (filter.accepts(request)) {
                waiting.add(request, broadcast);
            }
            return null;
        }
        if (!(broadcast.message() instanceof ExecuteReply reply)) {
            return null;
        }
        TimedBroadcast request = waiting.answeredBy(reply);
        if (request == null) {
            return null;
        }
        Map<String, @Nullable Object> row = row(request);
        RemoteError error = reply.error();
        row.put("result", error == null ? ContentData.decodeOrExplain(reply.result()) : null);
        row.put("error", error == null ? null : error.summary());
        row.put("round_trip_ms", Durations.inMillis(Duration.between(request.time(), broadcast.time())));
        return new Outcome.Exchange(request, broadcast, names, row);
    }

    /** Gives up on what has waited for too long by then, and on the oldest of too many. */
    List<Outcome.Exchange> overdue(Instant now) {
        return unanswered(waiting.overdue(now));
    }

    /** Gives up on everything. */
    List<Outcome.Exchange> rest() {
        return unanswered(waiting.takeAll());
    }

    private List<Outcome.Exchange> unanswered(List<TimedBroadcast> requests) {
        List<Outcome.Exchange> rows = new ArrayList<>(requests.size());
        requests.forEach(request -> rows.add(unanswered(request)));
        return rows;
    }

    private Outcome.Exchange unanswered(TimedBroadcast request) {
        Map<String, @Nullable Object> row = row(request);
        row.put("result", null);
        row.put("error", "(unanswered)");
        row.put("round_trip_ms", null);
        return new Outcome.Exchange(request, null, names, row);
    }

    private static Map<String, @Nullable Object> row(TimedBroadcast broadcast) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("time", broadcast.time().toString());
        row.put("source", broadcast.message().source());
        row.put("target", broadcast.message().target());
        if (broadcast.message() instanceof ExecuteRequest request) {
            row.put("command", request.command());
            row.put("arguments", ContentData.decodeOrExplain(request.arguments()));
        }
        return row;
    }
}
