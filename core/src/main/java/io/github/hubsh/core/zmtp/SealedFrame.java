package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    static void writeName(byte[] target, int offset) {
        System.arraycopy(NAME, 0, target, offset, NAME.length);
    }

    static boolean hasName(byte[] frame) {
        return Arrays.equals(frame, 0, NAME.length, NAME, 0, NAME.length);
    }
}
