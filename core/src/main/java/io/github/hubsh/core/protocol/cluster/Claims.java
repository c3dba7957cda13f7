package io.github.hubsh.core.protocol.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which hub has which plugin. Nearly every name has one claim; those of more are in a table of their own, so that the
 * cost of a change does not depend on how many plugins there are.
 */
final class Claims {
    // Mutable state
    private final Map<String, Claim> first = new HashMap<>();
    private final Map<String, List<Claim>> others = new HashMap<>();

    /** Returns the claim that has the name. */
    @Nullable
    Claim first(String plugin) {
        return first.get(plugin);
    }

    /** Returns the claims that have their names. */
    Collection<Claim> all() {
        return first.values();
    }

    /** Returns what this hub claims. */
    @Nullable
    Claim of(Member member, String plugin) {
        Claim claim = first.get(plugin);
        if (claim == null || claim.member() == member) {
            return claim;
        }
        return others(plugin).stream()
                .filter(each -> each.member() == member)
                .findFirst()
                .orElse(null);
    }

    /** Returns the first claim of another hub than this. */
    @Nullable
    Claim firstBeside(Member member, String plugin) {
        Claim claim = first.get(plugin);
        if (claim == null || claim.member() != member) {
            return claim;
        }
        return others(plugin).stream().min(Claim.ORDER).orElse(null);
    }

    /** A hub claims a name, or says more of its claim. */
    void put(Member member, String plugin, boolean live, long since) {
        Claim claim = of(member, plugin);
        if (claim != null) {
            claim.update(live, since);
        } else {
            claim = new Claim(plugin, member, live, since);
            member.add(claim);
            if (first.putIfAbsent(plugin, claim) == null) {
                return;
            }
            others.computeIfAbsent(plugin, name -> new ArrayList<>(2)).add(claim);
        }
        rank(plugin);
    }

    /** A hub takes its claim back. */
    void remove(Claim claim) {
        claim.member().remove(claim);
        List<Claim> rest = others(claim.plugin());
        if (first.get(claim.plugin()) != claim) {
            drop(rest, claim);
        } else if (rest.isEmpty()) {
            first.remove(claim.plugin());
        } else {
            Claim next = rest.stream().min(Claim.ORDER).orElseThrow();
            first.put(claim.plugin(), next);
            drop(rest, next);
        }
    }

    private void drop(List<Claim> rest, Claim claim) {
        rest.remove(claim);
        if (rest.isEmpty()) {
            others.remove(claim.plugin());
        }
    }

    private void rank(String plugin) {
        List<Claim> rest = others.get(plugin);
        Claim held = first.get(plugin);
        if (rest == null || held == null) {
            return;
        }
        Claim best = rest.stream().min(Claim.ORDER).orElseThrow();
        if (Claim.ORDER.compare(best, held) < 0) {
            rest.remove(best);
            rest.add(held);
            first.put(plugin, best);
        }
    }

    private List<Claim> others(String plugin) {
        return others.isEmpty() ? List.of() : others.getOrDefault(plugin, List.of());
    }
}
