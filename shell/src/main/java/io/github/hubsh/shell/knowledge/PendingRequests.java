package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that were heard and wait for their reply, the oldest forgotten first. Guarded by its {@link Knowledge}. */
final class PendingRequests {
    private static final int MAX_PENDING_REQUESTS = 512;
    private static final int MAX_REQUEST_LENGTH = 16 << 10;

    /**
     * A request without its reply.
     *
     * @param own whether it was sent from here
     */
    record Pending(ExecuteRequest request, boolean own) {}

    private final Map<String, Pending> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > MAX_PENDING_REQUESTS;
        }
    };

    /** Returns whether the payload is short enough to be worth decoding. */
    static boolean isShort(Payload payload) {
        return !(payload.data() instanceof String text) || text.length() <= MAX_REQUEST_LENGTH;
    }

    void add(ExecuteRequest request, boolean own) {
        if (isShort(request.arguments()) && request.session().length() <= Limits.MAX_NAME_LENGTH) {
            waiting.put(request.session(), new Pending(request, own));
        }
    }

    /** Returns the request that the reply answers, if it was heard. */
    @Nullable
    Pending answeredBy(ExecuteReply reply) {
        Pending pending = waiting.remove(reply.session());
        return pending != null
                        && pending.request.command().equals(reply.command())
                        && pending.request.target().equals(reply.source())
                ? pending
                : null;
    }
}
