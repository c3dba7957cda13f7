package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.Sealer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes sealed traffic apart: bytes in, and each frame out as it was before it was sealed, header and body in one
 * buffer. A frame has to be whole before it can be opened, so it is collected, as it comes; what is announced above the
 * limit is refused before.
 */
final class FrameOpener {
    private final Sealer sealer;
    private final FrameHeaderDecoder headers = new FrameHeaderDecoder();
    private final GrowingBlock collected = new GrowingBlock();

    // Mutable state, the connection's
    private long lastNumber;
    private boolean inFrame;
    private int remaining;

    /** @param lastNumber that in the last nonce of the peer; the next is greater */
    FrameOpener(Sealer sealer, long lastNumber) {
        this.sealer = sealer;
        this.lastNumber = lastNumber;
    }

    /** Returns how many bytes of an unfinished frame are held. */
    int heldBytes() {
        return collected.capacity();
    }

    /** Gives back what an unfinished frame holds. Nothing is read any more. */
    void close() {
        collected.clear();
    }

    /**
     * Returns the next frame, from the position of its bytes on, or {@code null} when more is needed.
     *
     * @param memory where it is collected
     */
    @Nullable
    FrameBlock read(ByteBuffer input, MessageLimits limits, FrameMemory memory) throws ZmtpException {
        if (!inFrame) {
            FrameHeader header = headers.read(input);
            if (header == null) {
                return null;
            }
            begin(header, limits);
        }
        int length = Math.min(remaining, input.remaining());
        remaining -= length;
        collected.append(input, length, remaining, memory);
        if (remaining > 0) {
            return null;
        }
        inFrame = false;
        FrameBlock frame = collected.take();
        try {
            open(frame.bytes());
            return frame;
        } catch (ZmtpException e) {
            frame.release();
            throw e;
        }
    }

    private void begin(FrameHeader header, MessageLimits limits) throws ZmtpException {
        if (header.command() || header.more() || header.size() < SealedFrame.BODY_AT) {
            throw new ZmtpException("a frame that is not sealed, on a CURVE connection");
        }
        long size = header.size() - SealedFrame.BODY_AT;
        if (size > limits.maxFrameBytes()) {
            throw MessageBounds.tooMuch("a sealed frame of " + size + " bytes", limits.maxFrameBytes());
        }
        inFrame = true;
        remaining = (int) header.size();
    }

    private void open(ByteBuffer frame) throws ZmtpException {
        if (!SealedFrame.hasName(frame)) {
            throw new ZmtpException("a frame that is not sealed, on a CURVE connection");
        }
        long number = frame.getLong(SealedFrame.NONCE_AT);
        if (Long.compareUnsigned(number, lastNumber) <= 0) {
            throw ZmtpException.ofSecurity("a sealed frame with the nonce " + Long.toUnsignedString(number) + " after "
                    + Long.toUnsignedString(lastNumber) + ": sent again, or out of order");
        }
        if (!sealer.open(number, SealedFrame.box(frame))) {
            throw ZmtpException.ofSecurity("a sealed frame that was changed, or is of another connection");
        }
        lastNumber = number;
        writePlainHeader(frame);
    }

    /** Makes it the frame that was sealed: its header takes the place of what stood before its body. */
    private static void writePlainHeader(ByteBuffer frame) throws ZmtpException {
        int flags = frame.get(SealedFrame.FLAGS_AT);
        boolean more = (flags & SealedFrame.MORE) != 0;
        boolean command = (flags & SealedFrame.COMMAND) != 0;
        if ((flags & ~(SealedFrame.MORE | SealedFrame.COMMAND)) != 0 || (more && command)) {
            throw new ZmtpException("a sealed frame with the flags " + (flags & 0xFF));
        }
        FrameHeader header = new FrameHeader(more, command, frame.limit() - SealedFrame.BODY_AT);
        int start = SealedFrame.BODY_AT - header.bytes();
        header.writeTo(frame.position(start));
        frame.position(start);
    }
}
