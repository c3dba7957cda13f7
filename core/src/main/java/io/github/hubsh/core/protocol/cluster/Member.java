package io.github.hubsh.core.protocol.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hub of the cluster, and how far its announcements are known. */
final class Member {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final HubStart start;

    /** Requests from here that are under way there, the oldest first. */
    final Map<Long, AskedRequest> asked = new LinkedHashMap<>();

    /** Requests from there that are under way here. */
    final Map<Long, ServedRequest> served = new HashMap<>();

    final Set<String> prefixes = new HashSet<>();

    // Mutable state
    private final List<Claim> claims = new ArrayList<>();
    private final SnapshotPages pages = new SnapshotPages();
    long version;
    long digest;
    long heardAt;
    long askedAt = LONG_AGO;
    long answeredAt = LONG_AGO;
    long pingedAt = LONG_AGO;
    long roundTrip = -1;

    Member(HubStart start, long now) {
        this.start = start;
        this.heardAt = now;
    }

    HubStart start() {
        return start;
    }

    String hub() {
        return start.hub();
    }

    SnapshotPages pages() {
        return pages;
    }

    List<Claim> claims() {
        return claims;
    }

    void add(Claim claim) {
        claim.place(claims.size());
        claims.add(claim);
    }

    /** Takes a claim out; the last one takes its place. */
    void remove(Claim claim) {
        Claim last = claims.remove(claims.size() - 1);
        if (last != claim) {
            claims.set(claim.place(), last);
            last.place(claim.place());
        }
    }

    /** Returns what others are to know of it. */
    HubPresence presence() {
        return new HubPresence(hub(), start.epoch(), claims.size(), heardAt, roundTrip, asked.size(), served.size());
    }
}
