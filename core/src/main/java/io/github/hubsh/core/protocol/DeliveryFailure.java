package io.github.hubsh.core.protocol;

/** Why a message did not reach its plugin. */
public enum DeliveryFailure {
    /** The plugin is not connected, or its hub cannot be reached. */
    UNREACHABLE,
    /** The plugin does not keep up with its messages, or the way to its hub does not. */
    FULL,
    /** The way to its hub does not take a message of this size. */
    TOO_LARGE
}
