package io.github.hubsh.core.cluster;

/** What became of a message that was to be sent to other hubs. */
public enum LinkDelivery {
    SENT,
    /** There is no connection to a server of NATS. */
    DISCONNECTED,
    /** More waits for the server than has room. */
    FULL,
    /** It is larger than the server takes. */
    TOO_LARGE
}
