package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
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
    private final GrowingBytes collected = new GrowingBytes();

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

    /** Returns the next frame, or {@code null} when more is needed. */
    @Nullable
    ByteBuffer read(ByteBuffer input, MessageLimits limits) throws ZmtpException {
        if (!inFrame) {
            FrameHeader header = headers.read(input);
            if (header == null) {
                return null;
            }
            begin(header, limits);
        }
        int length = Math.min(remaining, input.remaining());
        remaining -= length;
        collected.append(input, length, remaining);
        if (remaining > 0) {
            return null;
        }
        inFrame = false;
        return open(collected.take());
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

    private ByteBuffer open(byte[] frame) throws ZmtpException {
        if (!SealedFrame.hasName(frame)) {
            throw new ZmtpException("a frame that is not sealed, on a CURVE connection");
        }
        long number = ByteBuffer.wrap(frame).getLong(SealedFrame.NONCE_AT);
        if (Long.compareUnsigned(number, lastNumber) <= 0) {
            throw ZmtpException.ofSecurity("a sealed frame with the nonce " + Long.toUnsignedString(number) + " after "
                    + Long.toUnsignedString(lastNumber) + ": sent again, or out of order");
        }
        int length = frame.length - SealedFrame.BOX_AT - BoxKey.OVERHEAD_BYTES;
        if (!sealer.open(number, frame, SealedFrame.BOX_AT, length)) {
            throw ZmtpException.ofSecurity("a sealed frame that was changed, or is of another connection");
        }
        lastNumber = number;
        return plain(frame);
    }

    /** Returns the frame that was sealed: its header takes the place of what stood before its body. */
    private static ByteBuffer plain(byte[] frame) throws ZmtpException {
        int flags = frame[SealedFrame.FLAGS_AT];
        boolean more = (flags & SealedFrame.MORE) != 0;
        boolean command = (flags & SealedFrame.COMMAND) != 0;
        if ((flags & ~(SealedFrame.MORE | SealedFrame.COMMAND)) != 0 || (more && command)) {
            throw new ZmtpException("a sealed frame with the flags " + (flags & 0xFF));
        }
        FrameHeader header = new FrameHeader(more, command, frame.length - SealedFrame.BODY_AT);
        int start = SealedFrame.BODY_AT - header.bytes();
        header.writeTo(ByteBuffer.wrap(frame).position(start));
        return ByteBuffer.wrap(frame).position(start);
    }
}
