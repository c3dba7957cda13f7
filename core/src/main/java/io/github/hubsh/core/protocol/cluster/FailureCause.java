package io.github.hubsh.core.protocol.cluster;

/** Why a request to another hub ends without a reply. */
public enum FailureCause {
    /** The hub gives no sign of life, or has said that it ends. */
    HUB_GONE,
    /** The hub does not know the request: it, or its reply, was lost on the way. */
    LOST,
    /** The hub lives, and says nothing of the request. */
    UNCONFIRMED
}
