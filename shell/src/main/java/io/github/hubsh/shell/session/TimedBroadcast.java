package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.Message;
import java.time.Instant;

/**
 * A message that the hub published.
 *
 * @param time when it arrived here
 * @param raw its JSON text as it came
 */
public record TimedBroadcast(Instant time, Message message, String raw) {}
