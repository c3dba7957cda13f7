package io.github.hubsh.core.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one plugin that are under way, in the order in which they were sent. Each can be taken out at once.
 */
final class RequestChain {
    // Mutable state
    private @Nullable InFlightRequest first;
    private @Nullable InFlightRequest last;

    @Nullable
    InFlightRequest first() {
        return first;
    }

    List<InFlightRequest> all() {
        List<InFlightRequest> all = new ArrayList<>();
        for (InFlightRequest each = first; each != null; each = each.next()) {
            all.add(each);
        }
        return all;
    }

    /** Adds a request that is in no chain. */
    void add(InFlightRequest request) {
        if (last == null) {
            first = request;
        } else {
            last.next(request);
            request.previous(last);
        }
        last = request;
    }

    /** Takes a request of this chain out. */
    void remove(InFlightRequest request) {
        InFlightRequest previous = request.previous();
        InFlightRequest next = request.next();
        if (previous == null) {
            first = next;
        } else {
            previous.next(next);
        }
        if (next == null) {
            last = previous;
        } else {
            next.previous(previous);
        }
        request.previous(null);
        request.next(null);
    }
}
