package io.github.hubsh.core.hub;

import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.zmtp.Octets;
import java.util.ArrayList;
import java.util.List;

/** Frames as the loop has them ⇄ frames as arrays. */
final class HubFrameBytes {
    private HubFrameBytes() {}

    /** Returns copies, the identity first. */
    static List<byte[]> arrays(Octets identity, List<SharedBytes> frames) {
        List<byte[]> arrays = new ArrayList<>(frames.size() + 1);
        arrays.add(identity.toArray());
        frames.forEach(frame -> arrays.add(frame.toArray()));
        return arrays;
    }

    /** Returns the frames that broadcast a message as it came. */
    static List<SharedBytes> broadcast(Route route, SharedBytes text) {
        List<byte[]> topics = BroadcastFrames.topics(route.source(), route.target(), route.type());
        List<SharedBytes> frames = new ArrayList<>(shared(topics));
        frames.add(text);
        return frames;
    }

    /** Returns copies. */
    static List<byte[]> arrays(List<SharedBytes> frames) {
        return frames.stream().map(SharedBytes::toArray).toList();
    }

    static List<SharedBytes> shared(List<byte[]> frames) {
        return frames.stream().map(SharedBytes::of).toList();
    }
}
