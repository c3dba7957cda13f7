package io.github.hubsh.core.protocol.cluster;

import java.util.Comparator;

/** A hub says that a plugin of this name is there. */
final class Claim {
    /** The first one has the name: one that is connected, then the one that is registered longest. */
    static final Comparator<Claim> ORDER = Comparator.comparing((Claim claim) -> !claim.live)
            .thenComparingLong(claim -> claim.since)
            .thenComparing(claim -> claim.member.hub());

    private final String plugin;
    private final Member member;

    // Mutable state
    private boolean live;
    private long since;
    private int place;

    Claim(String plugin, Member member, boolean live, long since) {
        this.plugin = plugin;
        this.member = member;
        this.live = live;
        this.since = since;
    }

    String plugin() {
        return plugin;
    }

    Member member() {
        return member;
    }

    boolean isLive() {
        return live;
    }

    long since() {
        return since;
    }

    void update(boolean nowLive, long nowSince) {
        live = nowLive;
        since = nowSince;
    }

    /** Returns where it stands among those of its hub. */
    int place() {
        return place;
    }

    void place(int index) {
        place = index;
    }
}
