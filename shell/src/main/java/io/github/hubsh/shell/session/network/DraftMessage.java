package io.github.hubsh.shell.session.network;

/**
 * A message that was built but not sent.
 *
 * @param raw its JSON text exactly as it would go out
 */
public record DraftMessage(Request request, String raw) {}
