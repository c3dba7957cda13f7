package io.github.hubsh.core.transport;

/** What became of frames that were sent. */
public enum Delivery {
    /** The socket has taken them. */
    SENT,
    /** No peer of that routing identity is connected. */
    UNREACHABLE,
    /** The peer takes nothing at the moment: its queue is at the high-water mark, or it has just gone. */
    FULL
}
