package io.github.hubsh.core.server;

import io.github.hubsh.core.zmtp.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The prefixes that one peer has subscribed to. Each is counted, because a peer may subscribe to one twice. */
final class SubscribedPrefixes {
    /** What the objects of a prefix take. */
    private static final int OVERHEAD_BYTES = 256;

    private final int maxCount;
    private final int maxBytes;
    private final Map<Octets, Integer> counts = new HashMap<>();

    /** How many prefixes there are of each length: what to look up of a topic. */
    private final TreeMap<Integer, Integer> lengths = new TreeMap<>();

    // Mutable state, the loop's
    private int bytes;

    SubscribedPrefixes(ServerLimits limits) {
        this.maxCount = limits.maxSubscriptions();
        this.maxBytes = limits.maxSubscriptionBytes();
    }

    /** Returns how much memory they take. */
    long heldBytes() {
        return bytes + (long) counts.size() * OVERHEAD_BYTES;
    }

    boolean has(Octets prefix) {
        return counts.containsKey(prefix);
    }

    /** Returns all, each once. */
    Set<Octets> all() {
        return Set.copyOf(counts.keySet());
    }

    /** Adds one, or returns {@code false} for one too many. */
    boolean add(Octets prefix) {
        Integer count = counts.get(prefix);
        if (count == null) {
            if (counts.size() >= maxCount || bytes + prefix.size() > maxBytes) {
                return false;
            }
            bytes += prefix.size();
            lengths.merge(prefix.size(), 1, Integer::sum);
        }
        counts.merge(prefix, 1, Integer::sum);
        return true;
    }

    /** Takes one back. One that was never added changes nothing. */
    void remove(Octets prefix) {
        Integer count = counts.get(prefix);
        if (count == null) {
            return;
        }
        if (count > 1) {
            counts.put(prefix, count - 1);
            return;
        }
        counts.remove(prefix);
        bytes -= prefix.size();
        lengths.computeIfPresent(prefix.size(), (length, others) -> others == 1 ? null : others - 1);
    }

    /** Whether a message whose first frame is this one is wanted. */
    boolean match(Octets topic) {
        for (int length : lengths.keySet()) {
            if (length > topic.size()) {
                return false;
            }
            if (length == 0 || counts.containsKey(topic.prefix(length))) {
                return true;
            }
        }
        return false;
    }
}
