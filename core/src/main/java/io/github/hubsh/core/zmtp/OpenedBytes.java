package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;

/**
 * A whole frame of a message that was sealed.
 *
 * @param block holds the frame, and nothing else of the connection; from now on the caller's, who gives it back
 * @param piece where the frame stands in that block
 */
public record OpenedBytes(FrameBlock block, FrameBytes piece) implements ZmtpEvent {
    /** Returns the bytes of the block. */
    public ByteBuffer buffer() {
        return block.bytes();
    }
}
