package io.github.hubsh.core.zmtp;

/** Which side of a connection a socket is. */
public enum ConnectionSide {
    /** It has connected, and describes itself first. */
    CLIENT,
    /** It has accepted the connection, and decides on the peer's description before it sends its own. */
    SERVER
}
