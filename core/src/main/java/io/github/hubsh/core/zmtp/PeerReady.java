package io.github.hubsh.core.zmtp;

/**
 * The peer has described itself. A server now calls {@link ZmtpConnection#accept} or {@link ZmtpConnection#refuse}; a
 * client is connected.
 *
 * @param identity its routing identity; empty if it has none, or is of a type whose identity means nothing
 */
public record PeerReady(ZmtpSocketType type, Octets identity) implements ZmtpEvent {}
