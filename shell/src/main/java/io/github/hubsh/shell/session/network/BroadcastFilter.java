package io.github.hubsh.shell.session.network;

import io.github.hubsh.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts are wanted; {@code null} is any.
 *
 * @param type as the wire has it: {@code execute_reply}
 * @param room how many bytes of them may wait for the listener; what comes then is missed
 */
public record BroadcastFilter(
        @Nullable String source,
        @Nullable String target,
        @Nullable String type,
        long room) {
    /** Enough for one who looks at them. */
    public static final long DEFAULT_ROOM = 16L << 20;

    public static final BroadcastFilter EVERYTHING = new BroadcastFilter(null, null, null);

    public BroadcastFilter(@Nullable String source, @Nullable String target, @Nullable String type) {
        this(source, target, type, DEFAULT_ROOM);
    }

    /** Returns the same for a listener that wants to miss none, with room for the time in which it cannot keep up. */
    public BroadcastFilter withRoom(long bytes) {
        return new BroadcastFilter(source, target, type, Math.max(room, bytes));
    }

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
