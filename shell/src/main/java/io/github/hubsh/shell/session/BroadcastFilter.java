package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts are wanted; {@code null} is any.
 *
 * @param type as the wire has it: {@code execute_reply}
 */
public record BroadcastFilter(
        @Nullable String source,
        @Nullable String target,
        @Nullable String type) {
    public static final BroadcastFilter EVERYTHING = new BroadcastFilter(null, null, null);

    public boolean accepts(Message message) {
        return fits(source, message.source())
                && fits(target, message.target())
                && fits(type, message.header().type().wireName());
    }

    private static boolean fits(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }
}
