package io.github.hubsh.core.zmtp;

/**
 * Bytes of a frame of a message: all of it, or the next piece.
 *
 * @param offset where they begin in the buffer that was given to {@link ZmtpConnection#receive}, as an absolute index
 * @param length how many they are; 0 for an empty frame only
 * @param remaining how many bytes of this frame are to come, as the peer announced it; 0 for the last piece. Allocate
 *     nothing of this size for a piece that is small
 * @param more whether the message has another frame
 */
public record FrameBytes(int offset, int length, int remaining, boolean more) implements ZmtpEvent, FrameContent {
    /** Whether the frame ends with these bytes. */
    public boolean endsFrame() {
        return remaining == 0;
    }

    /** Whether the message ends with these bytes. */
    public boolean endsMessage() {
        return remaining == 0 && !more;
    }
}
