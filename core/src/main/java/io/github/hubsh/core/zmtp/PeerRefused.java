package io.github.hubsh.core.zmtp;

/**
 * The peer ends the connection by an ERROR command. To connect again in the same way is of no use.
 *
 * @param reason its text, made printable; may be empty
 */
public record PeerRefused(String reason) implements ZmtpEvent {}
