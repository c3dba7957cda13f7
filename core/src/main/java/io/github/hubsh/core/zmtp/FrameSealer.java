package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.Sealer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Seals what one side sends, after the handshake: plain frames in, however they are cut, and sealed frames out. What
 * goes in is our own, so it is not checked. Not thread-safe.
 */
public final class FrameSealer {
    private static final int MIN_CAPACITY = 4 << 10;
    private static final int MAX_KEPT_CAPACITY = 128 << 10;
    private static final byte[] NONE = new byte[0];

    private final Sealer sealer;
    private final FrameHeaderDecoder headers = new FrameHeaderDecoder();

    // Mutable state, the sender's
    private long lastNumber;
    private byte[] output = NONE;
    private int sealed; // bytes of frames that are whole
    private int filled; // and with what has come of the next one
    private int bodyAt;
    private int missing;
    private boolean inFrame;

    FrameSealer(Sealer sealer, long lastNumber) {
        this.sealer = sealer;
        this.lastNumber = lastNumber;
    }

    /**
     * Takes bytes of plain frames.
     *
     * @return the frames that end in them, sealed; valid until the next call
     */
    public ByteBuffer seal(ByteBuffer plain) {
        keepUnfinished();
        while (plain.hasRemaining() || (inFrame && missing == 0)) {
            if (!inFrame && !begin(plain)) {
                break;
            }
            int count = Math.min(missing, plain.remaining());
            plain.get(output, filled, count);
            filled += count;
            missing -= count;
            if (missing == 0) {
                end();
            }
        }
        return ByteBuffer.wrap(output, 0, sealed);
    }

    private void keepUnfinished() {
        int held = filled - sealed;
        if (held > 0) {
            System.arraycopy(output, sealed, output, 0, held);
        } else if (output.length > MAX_KEPT_CAPACITY) {
            output = NONE;
        }
        bodyAt -= sealed;
        sealed = 0;
        filled = held;
    }

    /** Makes room for the frame whose header has come; {@code false} if it has not. */
    private boolean begin(ByteBuffer plain) {
        FrameHeader header = header(plain);
        if (header == null) {
            return false;
        }
        int size = (int) header.size();
        FrameHeader outer = FrameHeader.last((long) SealedFrame.BODY_AT + size);
        int needed = filled + outer.bytes() + (int) outer.size();
        if (needed > output.length) {
            output = Arrays.copyOf(
                    output, Math.max(MIN_CAPACITY, Math.max(needed, Math.min(2 * output.length, 1 << 30))));
        }
        outer.writeTo(ByteBuffer.wrap(output).position(filled));
        int start = filled + outer.bytes();
        SealedFrame.writeName(output, start);
        ByteBuffer.wrap(output).putLong(start + SealedFrame.NONCE_AT, ++lastNumber);
        output[start + SealedFrame.FLAGS_AT] =
                (byte) ((header.more() ? SealedFrame.MORE : 0) | (header.command() ? SealedFrame.COMMAND : 0));
        bodyAt = start + SealedFrame.BODY_AT;
        filled = bodyAt;
        missing = size;
        inFrame = true;
        return true;
    }

    private @Nullable FrameHeader header(ByteBuffer plain) {
        try {
            return headers.read(plain);
        } catch (ZmtpException e) {
            throw new IllegalArgumentException("no frames of ours: " + e.getMessage(), e);
        }
    }

    private void end() {
        int boxAt = bodyAt - SealedFrame.BODY_AT + SealedFrame.BOX_AT;
        sealer.seal(lastNumber, output, boxAt, 1 + filled - bodyAt);
        sealed = filled;
        inFrame = false;
    }
}
