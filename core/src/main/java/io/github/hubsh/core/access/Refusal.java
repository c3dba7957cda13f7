package io.github.hubsh.core.access;

/**
 * Why a peer may not do something.
 *
 * @param reason a sentence without its end, for the peer that is refused: it names the rule
 */
public record Refusal(AccessRule rule, String reason) {
    /** Of a key that the hub does not know. */
    public static final Refusal UNKNOWN_KEY = new Refusal(AccessRule.KEY, "this key is not one of the hub's clients");
}
