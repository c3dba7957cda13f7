package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.SharedBytes;
import java.util.List;

/** Frames as the loop has them ⇄ frames as arrays. */
final class HubFrameBytes {
    private HubFrameBytes() {}

    /** Returns copies. */
    static List<byte[]> arrays(List<SharedBytes> frames) {
        return frames.stream().map(SharedBytes::toArray).toList();
    }

    static List<SharedBytes> shared(List<byte[]> frames) {
        return frames.stream().map(SharedBytes::of).toList();
    }
}
