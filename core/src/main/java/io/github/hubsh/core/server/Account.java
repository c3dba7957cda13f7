package io.github.hubsh.core.server;

/** Whose doing it is that a message waits to be written. */
public enum Account {
    /** A request waits on the account of the peer that has sent it. */
    SENDER,
    /** An answer waits on the account of the peer that has asked for it. */
    RECEIVER
}
