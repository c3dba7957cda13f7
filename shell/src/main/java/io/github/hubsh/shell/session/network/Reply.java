package io.github.hubsh.shell.session.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin answered.
 *
 * @param value the decoded result; {@code null} for no data
 * @param raw the message's JSON text as it came
 * @param roundTrip from sending the request to receiving this
 */
public record Reply(@Nullable Object value, String raw, Duration roundTrip) {}
