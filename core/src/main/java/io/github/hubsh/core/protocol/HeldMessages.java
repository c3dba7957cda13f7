package io.github.hubsh.core.protocol;

import io.github.hubsh.core.protocol.HubAction.Forward;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages for plugins that have registered and are just connecting, in their order, to be tried again soon. */
final class HeldMessages {
    private static final int MAX_MESSAGES = 10_000;

    /** Of text; one message is held in any case. */
    private static final long MAX_BYTES = 4L << 20;

    // Mutable state
    private final Map<String, List<Forward>> byTarget = new LinkedHashMap<>();
    private int count;
    private long bytes;
    private long retryAt = Long.MAX_VALUE;

    /** Whether a message for this target waits. */
    boolean hasAny(String target) {
        return byTarget.containsKey(target);
    }

    /** Whether one more has room. */
    boolean hasRoom(Forward forward) {
        return count == 0 || (count < MAX_MESSAGES && bytes + size(forward) <= MAX_BYTES);
    }

    void add(Forward forward, long retry) {
        byTarget.computeIfAbsent(forward.target(), target -> new ArrayList<>()).add(forward);
        count++;
        bytes += size(forward);
        retryAt = Math.min(retryAt, retry);
    }

    /** Returns when they are to be tried again; {@link Long#MAX_VALUE} for never. */
    long retryAt() {
        return retryAt;
    }

    /** Those for this target are to be tried again at once. */
    void hurry(String target, long now) {
        if (hasAny(target)) {
            retryAt = Math.min(retryAt, now);
        }
    }

    /** Returns all, and holds none of them. */
    List<Forward> takeAll() {
        List<Forward> all = new ArrayList<>();
        byTarget.values().forEach(all::addAll);
        byTarget.clear();
        count = 0;
        bytes = 0;
        retryAt = Long.MAX_VALUE;
        return all;
    }

    private static int size(Forward forward) {
        byte[] json = forward.message().json();
        return json == null ? 0 : json.length;
    }
}
