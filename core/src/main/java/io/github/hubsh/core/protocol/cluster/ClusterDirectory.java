package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Evict;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Free;
import io.github.hubsh.core.protocol.cluster.ClusterEntry.Kind;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who has which plugin, as all hubs say it.
 *
 * <p>All hubs order the claims to a name in the same way ({@link Claim#ORDER}), so all of them agree on the hub that
 * has it, and the other gives it up by itself.
 */
final class ClusterDirectory {
    /** How many plugins of one other hub are known. */
    private static final int MAX_PLUGINS = 10_000;

    private final Member self;
    private final Predicate<String> accepts;
    private final Claims claims = new Claims();
    private final Interest interest;

    // Mutable state
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> unsettled = new HashSet<>();
    private long refused;

    ClusterDirectory(Member self, Predicate<String> accepts, Interest interest) {
        this.self = self;
        this.accepts = accepts;
        this.interest = interest;
    }

    /** Returns how many names of other hubs were not accepted. */
    long refused() {
        return refused;
    }

    /** Returns the other hub that has this plugin, or {@code null}. */
    @Nullable
    Member home(String plugin) {
        Claim claim = claims.first(plugin);
        return claim == null || claim.member() == self ? null : claim.member();
    }

    /** Returns the other hub at which a plugin of this name is connected, and keeps others from it; or {@code null}. */
    @Nullable
    Member holder(String plugin) {
        Claim claim = claims.first(plugin);
        return claim == null || claim.member() == self || !claim.isLive() ? null : claim.member();
    }

    /** Returns the plugins of other hubs, with the names of those. */
    Map<String, String> remotePlugins() {
        Map<String, String> hubs = new HashMap<>();
        for (Claim claim : claims.all()) {
            if (claim.member() != self) {
                hubs.put(claim.plugin(), claim.member().hub());
            }
        }
        return hubs;
    }

    /** Returns those of them that are not connected to their hubs, by name. */
    List<String> awayPlugins() {
        return claims.all().stream()
                .filter(claim -> claim.member() != self && !claim.isLive())
                .map(Claim::plugin)
                .sorted()
                .toList();
    }

    /** A name was refused here: it is to be reported when it is free. */
    void await(String plugin, boolean wanted) {
        if (wanted) {
            waiting.add(plugin);
            unsettled.add(plugin); // the name may have become free before this
        } else {
            waiting.remove(plugin);
        }
    }

    /** A plugin is in the registry here. */
    ClusterEntry here(String plugin, boolean live, long since) {
        Claim known = claims.of(self, plugin);
        claims.put(self, plugin, live, known == null ? since : known.since());
        await(plugin, false);
        if (home(plugin) != null) {
            unsettled.add(plugin);
        }
        return new ClusterEntry(live ? Kind.LIVE : Kind.AWAY, plugin, known == null ? since : known.since());
    }

    /** A plugin has left the registry here. */
    ClusterEntry left(String plugin) {
        Claim claim = claims.of(self, plugin);
        if (claim != null) {
            claims.remove(claim);
        }
        return new ClusterEntry(Kind.LEFT, plugin, 0);
    }

    /** Another hub has announced what follows; what is known already is left out. */
    List<ClusterAction> apply(Member member, Changes changes) {
        List<ClusterAction> actions = new ArrayList<>();
        int known = (int) Math.min(changes.entries().size(), member.version - changes.base());
        for (ClusterEntry entry :
                changes.entries().subList(known, changes.entries().size())) {
            member.version++;
            member.digest = entry.addTo(member.digest);
            apply(member, entry, actions);
        }
        return actions;
    }

    /** Another hub has said all that holds. */
    List<ClusterAction> replace(Member member, State state, List<ClusterEntry> entries) {
        List<ClusterAction> actions = new ArrayList<>();
        Set<String> plugins = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        entries.forEach(entry -> (entry.isPlugin() ? plugins : prefixes).add(entry.text()));
        for (Claim claim : List.copyOf(member.claims())) {
            if (!plugins.contains(claim.plugin())) {
                apply(member, new ClusterEntry(Kind.LEFT, claim.plugin(), 0), actions);
            }
        }
        for (String prefix : List.copyOf(member.prefixes)) {
            if (!prefixes.contains(prefix)) {
                interest.change(member, prefix, false);
            }
        }
        entries.forEach(entry -> apply(member, entry, actions));
        member.version = state.version();
        member.digest = state.digest();
        return actions;
    }

    /**
     * Other names are accepted than before: those of another hub that are not any longer leave. Its digest is made
     * wrong, so that all that holds comes again, with the names that were refused.
     */
    List<ClusterAction> recheck(Member member) {
        List<ClusterAction> actions = new ArrayList<>();
        for (Claim claim : List.copyOf(member.claims())) {
            if (!accepts.test(claim.plugin())) {
                refused++;
                apply(member, new ClusterEntry(Kind.LEFT, claim.plugin(), 0), actions);
            }
        }
        member.digest = ~member.digest;
        return actions;
    }

    /** Another hub is gone. */
    List<ClusterAction> remove(Member member) {
        return replace(member, new State(0, 0), List.of());
    }

    boolean isAnythingUnsettled() {
        return !unsettled.isEmpty();
    }

    /** Looks at the names of plugins here that another hub has, too. */
    List<ClusterAction> settle() {
        List<ClusterAction> actions = new ArrayList<>();
        unsettled.forEach(plugin -> settle(plugin, actions));
        unsettled.clear();
        return actions;
    }

    private void apply(Member member, ClusterEntry entry, List<ClusterAction> actions) {
        switch (entry.kind()) {
            case LIVE, AWAY -> claim(member, entry, actions);
            case LEFT -> {
                Claim claim = claims.of(member, entry.text());
                if (claim != null) {
                    claims.remove(claim);
                    settle(entry.text(), actions);
                }
            }
            case WANTED -> {
                // No hub announces more, and the broadcasts of one that does are lost only to itself.
                if (member.prefixes.size() < 2 * Interest.MAX_PREFIXES) {
                    interest.change(member, entry.text(), true);
                }
            }
            case UNWANTED -> interest.change(member, entry.text(), false);
        }
    }

    private void claim(Member member, ClusterEntry entry, List<ClusterAction> actions) {
        boolean isFull = member.claims().size() >= MAX_PLUGINS && claims.of(member, entry.text()) == null;
        if (isFull || !accepts.test(entry.text())) {
            refused++;
            return;
        }
        claims.put(member, entry.text(), entry.kind() == Kind.LIVE, entry.since());
        settle(entry.text(), actions);
    }

    /** The claims to a name have changed: a plugin here may have to give it up, or may have it now. */
    private void settle(String plugin, List<ClusterAction> actions) {
        if (waiting.contains(plugin) && holder(plugin) == null) {
            waiting.remove(plugin);
            actions.add(new Free(plugin));
        }
        Claim first = claims.first(plugin);
        if (first != null && first.member() != self && first.isLive() && claims.of(self, plugin) != null) {
            actions.add(new Evict(plugin, first.member().hub()));
        }
    }
}
