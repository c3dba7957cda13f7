package io.github.hubsh.shell.session.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a command answered last, as far as we heard it.
 *
 * @param value without what looks secret; a text that says so where it was too large to keep
 */
public record LastValue(
        String plugin,
        String command,
        Instant time,
        @Nullable Object value) {}
