package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
import io.github.hubsh.core.key.CurveKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The layout of CURVE's commands (26/CURVEZMQ, as libzmq writes them), and the nonces of their boxes: a text that says
 * what the box is, and eight octets that are sent before it, or sixteen.
 */
final class CurveCommands {
    static final String MECHANISM = "CURVE";

    static final String HELLO = "HELLO";
    static final String WELCOME = "WELCOME";
    static final String INITIATE = "INITIATE";
    static final String READY = "READY";

    static final int KEY_BYTES = CurveKey.BYTES;
    static final int SHORT_NONCE_BYTES = 8;
    static final int LONG_NONCE_BYTES = 16;

    /** Version 1.0, and octets that make HELLO larger than its answer: a server must not multiply what it gets. */
    static final int HELLO_VERSION_BYTES = 2;

    static final int HELLO_PADDING_BYTES = 72;
    static final int HELLO_KEY_AT = HELLO_VERSION_BYTES + HELLO_PADDING_BYTES;
    static final int HELLO_NONCE_AT = HELLO_KEY_AT + KEY_BYTES;
    static final int HELLO_BOX_AT = HELLO_NONCE_AT + SHORT_NONCE_BYTES;
    static final int HELLO_ZEROS = 64;
    static final int HELLO_BYTES = HELLO_BOX_AT + BoxKey.OVERHEAD_BYTES + HELLO_ZEROS;

    static final int COOKIE_BYTES = LONG_NONCE_BYTES + BoxKey.OVERHEAD_BYTES + 2 * KEY_BYTES;
    static final int WELCOME_BYTES = LONG_NONCE_BYTES + BoxKey.OVERHEAD_BYTES + KEY_BYTES + COOKIE_BYTES;

    static final int INITIATE_BOX_AT = COOKIE_BYTES + SHORT_NONCE_BYTES;
    static final int VOUCH_BOX_BYTES = BoxKey.OVERHEAD_BYTES + 2 * KEY_BYTES;
    static final int VOUCH_BYTES = LONG_NONCE_BYTES + VOUCH_BOX_BYTES;
    static final int METADATA_AT = KEY_BYTES + VOUCH_BYTES;
    static final int MIN_INITIATE_BYTES = INITIATE_BOX_AT + BoxKey.OVERHEAD_BYTES + METADATA_AT;

    static final int MIN_READY_BYTES = SHORT_NONCE_BYTES + BoxKey.OVERHEAD_BYTES;

    static final String HELLO_NONCE = "CurveZMQHELLO---";
    static final String WELCOME_NONCE = "WELCOME-";
    static final String COOKIE_NONCE = "COOKIE--";
    static final String INITIATE_NONCE = "CurveZMQINITIATE";
    static final String VOUCH_NONCE = "VOUCH---";
    static final String READY_NONCE = "CurveZMQREADY---";
    static final String CLIENT_MESSAGE_NONCE = "CurveZMQMESSAGEC";
    static final String SERVER_MESSAGE_NONCE = "CurveZMQMESSAGES";

    private CurveCommands() {}

    /** Returns a nonce of 24 octets. */
    static byte[] nonce(String text, byte[] rest) {
        byte[] nonce = new byte[BoxKey.NONCE_BYTES];
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, nonce, 0, start.length);
        System.arraycopy(rest, 0, nonce, start.length, rest.length);
        return nonce;
    }

    static byte[] concat(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(SHORT_NONCE_BYTES).putLong(number).array();
    }
}
