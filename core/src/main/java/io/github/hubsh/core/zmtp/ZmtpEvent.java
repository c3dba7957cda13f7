package io.github.hubsh.core.zmtp;

/** What comes of the bytes that a peer sent. */
public sealed interface ZmtpEvent permits ZmtpEvent.Write, PeerReady, PeerRefused, FrameBytes, OpenedBytes, Command {
    /** Write these bytes to the peer. */
    record Write(Octets bytes) implements ZmtpEvent {}
}
