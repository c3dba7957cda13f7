package io.github.hubsh.core.protocol;

/** Why a message could not be passed on to its target. */
public enum DeliveryFailure {
    /** The target is registered, and its command socket is not connected. */
    UNREACHABLE,
    /** The target is connected, and its queue is full. */
    FULL
}
