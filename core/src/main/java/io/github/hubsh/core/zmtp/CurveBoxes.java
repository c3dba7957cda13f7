package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The boxes of CURVE's handshake: before each stands what its nonce has beside the text that says what it is. */
final class CurveBoxes {
    private CurveBoxes() {}

    /** Returns the rest of a nonce, and the box behind it. */
    static byte[] seal(BoxKey key, String text, byte[] rest, byte[] plain) {
        return CurveCommands.concat(rest, key.seal(CurveCommands.nonce(text, rest), plain));
    }

    /** Returns what is in the box that ends the data, or {@code null} if it was not sealed with this key. */
    static byte @Nullable [] open(BoxKey key, String text, byte[] data, int boxAt) {
        byte[] rest = Arrays.copyOfRange(data, boxAt - (BoxKey.NONCE_BYTES - text.length()), boxAt);
        return key.open(CurveCommands.nonce(text, rest), Arrays.copyOfRange(data, boxAt, data.length));
    }
}
