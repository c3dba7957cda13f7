package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;

/**
 * What stands before the body of a frame: one octet of flags, and the size in one octet or in eight.
 *
 * @param more whether the message has another frame
 * @param command whether the frame is a command and no part of a message
 * @param size bytes of the body
 */
public record FrameHeader(boolean more, boolean command, long size) {
    /** Bytes of the longest header. */
    public static final int MAX_BYTES = 9;

    static final int MORE = 1;
    static final int LONG = 2;
    static final int COMMAND = 4;

    private static final int SHORT_BYTES = 2;
    private static final int MAX_SHORT_SIZE = 255;

    public FrameHeader {
        if (size < 0 || (more && command)) {
            throw new IllegalArgumentException("a frame has no negative size, and a command is one frame");
        }
    }

    /** The header of a frame that others of its message follow. */
    public static FrameHeader more(long size) {
        return new FrameHeader(true, false, size);
    }

    /** The header of the last or only frame of a message. */
    public static FrameHeader last(long size) {
        return new FrameHeader(false, false, size);
    }

    static FrameHeader command(long size) {
        return new FrameHeader(false, true, size);
    }

    /** Returns how many bytes {@link #writeTo} writes: 2 or 9. */
    public int bytes() {
        return size > MAX_SHORT_SIZE ? MAX_BYTES : SHORT_BYTES;
    }

    /** Appends the header to a buffer of any byte order. */
    public void writeTo(ByteBuffer target) {
        int flags = (more ? MORE : 0) | (command ? COMMAND : 0);
        if (size <= MAX_SHORT_SIZE) {
            target.put((byte) flags).put((byte) size);
            return;
        }
        target.put((byte) (flags | LONG));
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            target.put((byte) (size >>> shift));
        }
    }
}
