package io.github.hubsh.core.protocol.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other hubs that give signs of life, the one that was silent longest before the others. */
final class Members {
    /** How many hubs a cluster may have. */
    static final int MAX_HUBS = 1000;

    /** How many hubs' numbers are kept, those that are gone included: one may come back from behind a cut. */
    private static final int MAX_SEEN = 2 * MAX_HUBS;

    private final long deadline;

    // Mutable state
    /** In the order in which they were heard: to find one moves it to the end. */
    private final Map<String, Member> byName = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<HubStart, SeenNumbers> seen = new LinkedHashMap<>();

    /** @param deadline how long one may be silent, in nanoseconds */
    Members(long deadline) {
        this.deadline = deadline;
    }

    Collection<Member> all() {
        return byName.values();
    }

    /** A run of a hub has said something: returns the run that is known, which may be another one, or {@code null}. */
    @Nullable
    Member hear(HubStart from, long now) {
        Member member = byName.get(from.hub());
        if (member != null && member.start().equals(from)) {
            member.heardAt = now;
        }
        return member;
    }

    /** Whether one has this name; it counts as heard no more than before. */
    boolean has(String hub) {
        return byName.containsKey(hub);
    }

    boolean isFull() {
        return byName.size() >= MAX_HUBS;
    }

    Member add(HubStart start, long now) {
        Member member = new Member(start, now);
        byName.put(start.hub(), member);
        return member;
    }

    void remove(Member member) {
        byName.remove(member.hub());
    }

    /** Returns the one that is silent for too long, or {@code null}. */
    @Nullable
    Member silent(long now) {
        return nextDeadline() <= now ? byName.values().iterator().next() : null;
    }

    /** Returns when one will have been silent for too long; {@link Long#MAX_VALUE} for never. */
    long nextDeadline() {
        return byName.isEmpty() ? Long.MAX_VALUE : byName.values().iterator().next().heardAt + deadline;
    }

    /**
     * Returns the one whose round trip was measured longest ago, as though it were now; {@code null} if there is none.
     */
    @Nullable
    Member nextToPing(long now) {
        Member next = null;
        for (Member member : byName.values()) {
            next = next == null || member.pingedAt < next.pingedAt ? member : next;
        }
        if (next != null) {
            next.pingedAt = now;
        }
        return next;
    }

    /** Returns the numbers of the requests that this run of a hub has sent here. */
    SeenNumbers seen(HubStart start) {
        SeenNumbers numbers = seen.remove(start);
        if (numbers == null) {
            numbers = new SeenNumbers();
            if (seen.size() >= MAX_SEEN) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
        seen.put(start, numbers);
        return numbers;
    }
}
