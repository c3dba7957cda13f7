package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the header of a frame, which may come octet by octet. */
final class FrameHeaderDecoder {
    private static final int KNOWN_FLAGS = FrameHeader.MORE | FrameHeader.LONG | FrameHeader.COMMAND;
    private static final int NO_FLAGS = -1;

    // Mutable state, the connection's
    private int flags = NO_FLAGS;
    private int missing;
    private long size;

    /** Returns the header, or {@code null} as long as octets of it are missing. */
    @Nullable
    FrameHeader read(ByteBuffer input) throws ZmtpException {
        if (flags == NO_FLAGS) {
            if (!input.hasRemaining()) {
                return null;
            }
            begin(input.get());
        }
        while (missing > 0) {
            if (!input.hasRemaining()) {
                return null;
            }
            size = (size << Byte.SIZE) | (input.get() & 0xFF);
            missing--;
        }
        if (size < 0) {
            throw new ZmtpException("a frame of " + Long.toUnsignedString(size) + " bytes");
        }
        FrameHeader header = new FrameHeader((flags & FrameHeader.MORE) != 0, (flags & FrameHeader.COMMAND) != 0, size);
        flags = NO_FLAGS;
        return header;
    }

    private void begin(byte octet) throws ZmtpException {
        if ((octet & ~KNOWN_FLAGS) != 0) {
            throw new ZmtpException("a frame with the flags " + (octet & 0xFF) + ": bits 3 to 7 are zero in ZMTP 3");
        }
        if ((octet & FrameHeader.COMMAND) != 0 && (octet & FrameHeader.MORE) != 0) {
            throw new ZmtpException("a command that has more frames");
        }
        flags = octet;
        size = 0;
        missing = (octet & FrameHeader.LONG) != 0 ? Long.BYTES : 1;
    }
}
