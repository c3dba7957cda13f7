package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The body of a frame of sealed traffic: the name MESSAGE, eight octets of a nonce, and a box. In the box stand one
 * octet of flags and the body of the frame that is sealed. libzmq and JeroMQ send it as a message of one frame, and not
 * as a command; a sealed command has a flag in the box.
 */
final class SealedFrame {
    static final int MORE = 1;
    static final int COMMAND = 2;

    static final int NONCE_AT = 8;
    static final int BOX_AT = NONCE_AT + CurveCommands.SHORT_NONCE_BYTES;
    static final int FLAGS_AT = BOX_AT + BoxKey.OVERHEAD_BYTES;
    static final int BODY_AT = FLAGS_AT + 1;

    private static final byte[] NAME = "\7MESSAGE".getBytes(StandardCharsets.US_ASCII);

    private SealedFrame() {}

    static void writeName(ByteBuffer target, int offset) {
        target.put(offset, NAME);
    }

    static boolean hasName(ByteBuffer frame) {
        for (int i = 0; i < NAME.length; i++) {
            if (frame.get(i) != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the box of a frame that begins at 0. */
    static ByteBuffer box(ByteBuffer frame) {
        return frame.duplicate().position(BOX_AT);
    }
}
