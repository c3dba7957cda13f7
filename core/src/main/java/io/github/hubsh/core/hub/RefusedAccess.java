package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.AccessRule;
import java.time.Instant;

/**
 * A peer that was refused, and why.
 *
 * @param last when it was refused last
 * @param who its name, key or address, as far as they are known
 * @param count how often this peer was refused for this reason in succession
 */
public record RefusedAccess(Instant last, AccessRule rule, Who who, String reason, long count) {
    /**
     * The peer that was refused. What is not known is empty.
     *
     * @param name of the plugin
     * @param key in Z85
     */
    public record Who(String name, String key, String address) {}

    /** Whether a new refusal is this one again. */
    boolean isSameAs(AccessRule otherRule, Who other, String otherReason) {
        return rule == otherRule
                && reason.equals(otherReason)
                && who.name().equals(other.name())
                && who.key().equals(other.key());
    }

    RefusedAccess again(Instant now, Who latest) {
        return new RefusedAccess(now, rule, latest, reason, count + 1);
    }
}
