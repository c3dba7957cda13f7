package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.wire.BroadcastFrames;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A message that a hub broadcasts, as a {@link BroadcastListener} sees it: valid while it is called. */
public final class HubBroadcast {
    private final Supplier<List<SharedBytes>> source;

    // Mutable state, the loop's
    private @Nullable List<SharedBytes> frames;

    HubBroadcast(Supplier<List<SharedBytes>> source) {
        this.source = source;
    }

    /** Returns how long the message's text is. */
    public int textBytes() {
        return BroadcastFrames.text(frames()).size();
    }

    /**
     * Returns copies of the frames: source, target, message type, JSON text.
     *
     * @param maxTextBytes of a longer text there is an empty frame instead
     */
    public List<byte[]> copy(int maxTextBytes) {
        return frames().stream()
                .map(frame -> frame.size() > maxTextBytes ? new byte[0] : frame.toArray())
                .toList();
    }

    private List<SharedBytes> frames() {
        List<SharedBytes> made = frames;
        if (made == null) {
            made = source.get();
            frames = made;
        }
        return made;
    }
}
