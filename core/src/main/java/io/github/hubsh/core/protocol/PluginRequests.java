package io.github.hubsh.core.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests under way from one plugin, and those to it. */
final class PluginRequests {
    // Mutable state
    private final Map<InFlightRequest.Key, InFlightRequest> asked = new LinkedHashMap<>();
    private final RequestChain sent = new RequestChain();
    private int askedCount;
    private int sentCount;
    private long sentBytes;

    /** Returns how many requests to this plugin are under way. */
    int askedCount() {
        return askedCount;
    }

    /** Returns how many requests of this plugin are under way. */
    int sentCount() {
        return sentCount;
    }

    /** Returns how many bytes the requests of this plugin count. */
    long sentBytes() {
        return sentBytes;
    }

    /** Whether no request from it or to it is under way. */
    boolean isIdle() {
        return askedCount == 0 && sentCount == 0;
    }

    /** Returns the request to this plugin with this key. */
    @Nullable
    InFlightRequest find(InFlightRequest.Key key) {
        return asked.get(key);
    }

    /** Returns the first request of this plugin that is under way. */
    @Nullable
    InFlightRequest oldestSent() {
        return sent.first();
    }

    List<InFlightRequest> allAsked() {
        return List.copyOf(asked.values());
    }

    List<InFlightRequest> allSent() {
        return sent.all();
    }

    /** Adds a request to this plugin that is new or has one more copy. */
    void addAsked(InFlightRequest request) {
        asked.put(request.key(), request);
        askedCount++;
    }

    /** Takes copies of a request to this plugin away; the request itself with the last. */
    void removeAsked(InFlightRequest request, int copies) {
        askedCount -= copies;
        if (request.copies() == 0) {
            asked.remove(request.key());
        }
    }

    /** Adds a request of this plugin that is new or has one more copy. */
    void addSent(InFlightRequest request) {
        if (request.copies() == 1) {
            sent.add(request);
        }
        sentCount++;
        sentBytes += request.size();
    }

    /** Takes copies of a request of this plugin away; the request itself with the last. */
    void removeSent(InFlightRequest request, int copies) {
        sentCount -= copies;
        sentBytes -= (long) copies * request.size();
        if (request.copies() == 0) {
            sent.remove(request);
        }
    }
}
