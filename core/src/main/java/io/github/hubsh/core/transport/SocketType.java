package io.github.hubsh.core.transport;

/** The ZeroMQ socket types in use. */
public enum SocketType {
    DEALER,
    ROUTER,
    PUB,
    SUB
}
