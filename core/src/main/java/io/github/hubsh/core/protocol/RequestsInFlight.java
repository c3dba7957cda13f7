package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.RequestOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests that were passed on and have no reply yet. Each is found in constant time by its session, its requester
 * and its target.
 *
 * <p>The number of requests is limited, for each plugin and in whole. A plugin whose requests are never answered would
 * be refused for ever, so one that is older than {@link #MIN_ABANDONED_NANOS} makes room for a new one.
 */
final class RequestsInFlight {
    /** How old a request is at least that makes room for a new one, in nanoseconds. */
    static final long MIN_ABANDONED_NANOS = TimeUnit.HOURS.toNanos(1);

    private final InFlightLimits limits;

    // Mutable state
    private int count;
    private long bytes;

    RequestsInFlight(InFlightLimits limits) {
        this.limits = limits;
    }

    /** Whether one more request of this plugin has room. */
    boolean hasRoom(RegisteredPlugin requester, int outlineSize) {
        int size = InFlightRequest.size(outlineSize);
        PluginRequests requests = requester.requests();
        return requests.sentCount() < limits.maxRequestsPerPlugin()
                && requests.sentBytes() + size <= limits.maxBytesPerPlugin()
                && count < limits.maxRequests()
                && bytes + size <= limits.maxBytes();
    }

    /** Returns the oldest request of this plugin if it is abandoned. */
    static @Nullable InFlightRequest abandoned(RegisteredPlugin requester, long now) {
        InFlightRequest oldest = requester.requests().oldestSent();
        return oldest == null || now - oldest.since() < MIN_ABANDONED_NANOS ? null : oldest;
    }

    /** Remembers a request. */
    void add(InFlightRequest.Key key, RegisteredPlugin target, RequestOutline outline, long now) {
        InFlightRequest request = target.requests().find(key);
        if (request == null) {
            request = new InFlightRequest(key, target, outline, now);
        } else {
            request.addCopies(1);
        }
        target.requests().addAsked(request);
        key.requester().requests().addSent(request);
        count++;
        bytes += request.size();
    }

    /** Ends one request. */
    void end(InFlightRequest request) {
        end(request, 1);
    }

    /** Ends the requests of this plugin and those of others to it, and returns the latter. */
    List<InFlightRequest> endAll(RegisteredPlugin plugin) {
        plugin.requests().allSent().forEach(request -> end(request, request.copies()));
        List<InFlightRequest> asked = new ArrayList<>();
        for (InFlightRequest request : plugin.requests().allAsked()) {
            asked.addAll(Collections.nCopies(request.copies(), request));
            end(request, request.copies());
        }
        return asked;
    }

    private void end(InFlightRequest request, int copies) {
        request.addCopies(-copies);
        request.target().requests().removeAsked(request, copies);
        request.requester().requests().removeSent(request, copies);
        count -= copies;
        bytes -= (long) copies * request.size();
    }
}
