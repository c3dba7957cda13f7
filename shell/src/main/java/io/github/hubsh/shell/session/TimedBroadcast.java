package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.Message;
import java.time.Instant;
import java.util.List;

/**
 * A message that the hub published.
 *
 * @param time when it arrived here
 * @param raw its JSON text as it came
 */
public record TimedBroadcast(Instant time, Message message, String raw) {
    /** The keys of the object that programs get; not every message has the last three. */
    public static final List<String> KEYS = List.of("time", "source", "target", "type", "command", "data", "error");
}
