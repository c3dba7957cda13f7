package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pieces that a connection reports into whole messages, for callers that want arrays. A message that does
 * not fit into memory is dropped with all its pieces.
 */
public final class MessageCollector {
    private final GrowingBytes frame = new GrowingBytes();

    // Mutable state, the owner's
    private List<byte[]> frames = new ArrayList<>();
    private boolean dropping;

    /**
     * Takes a piece.
     *
     * @param input the buffer in which the connection found it
     * @return the frames of the message that ends with it, or {@code null}
     * @throws OutOfMemoryError if it does not fit: the rest of its message is passed over
     */
    public @Nullable List<byte[]> take(ByteBuffer input, FrameBytes piece) {
        if (dropping) {
            dropping = !piece.endsMessage();
            return null;
        }
        try {
            return collected(input, piece);
        } catch (OutOfMemoryError full) {
            frame.clear();
            frames.clear();
            dropping = !piece.endsMessage();
            throw full;
        }
    }

    private @Nullable List<byte[]> collected(ByteBuffer input, FrameBytes piece) {
        frame.append(input.duplicate().position(piece.offset()), piece.length(), piece.remaining());
        if (!piece.endsFrame()) {
            return null;
        }
        frames.add(frame.take());
        if (!piece.endsMessage()) {
            return null;
        }
        List<byte[]> message = frames;
        frames = new ArrayList<>();
        return message;
    }
}
