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
        return accepts(
                message.source(), message.target(), message.header().type().wireName());
    }

    /** As {@link #accepts(Message)}, of the frames that stand before a message. */
    public boolean accepts(String fromSource, String toTarget, String ofType) {
        return fits(source, fromSource) && fits(target, toTarget) && fits(type, ofType);
    }

    private static boolean fits(@Nullable String wanted, String found) {
        return wanted == null || wanted.equals(found);
    }
}
