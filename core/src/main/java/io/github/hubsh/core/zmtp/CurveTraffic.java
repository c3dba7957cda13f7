package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.BoxKey;
import java.nio.charset.StandardCharsets;

/** What both sides of a CURVE connection have when they are ready: a sealer each way, and the last nonces. */
final class CurveTraffic {
    private final FrameSealer outgoing;
    private final FrameOpener incoming;

    private CurveTraffic(FrameSealer outgoing, FrameOpener incoming) {
        this.outgoing = outgoing;
        this.incoming = incoming;
    }

    /** @param sent the number in the last nonce that the client has used */
    static CurveTraffic ofClient(BoxKey shared, long sent, long received) {
        return new CurveTraffic(
                new FrameSealer(shared.sealer(prefix(CurveCommands.CLIENT_MESSAGE_NONCE)), sent),
                new FrameOpener(shared.sealer(prefix(CurveCommands.SERVER_MESSAGE_NONCE)), received));
    }

    /** @param sent the number in the last nonce that the server has used */
    static CurveTraffic ofServer(BoxKey shared, long sent, long received) {
        return new CurveTraffic(
                new FrameSealer(shared.sealer(prefix(CurveCommands.SERVER_MESSAGE_NONCE)), sent),
                new FrameOpener(shared.sealer(prefix(CurveCommands.CLIENT_MESSAGE_NONCE)), received));
    }

    FrameSealer outgoing() {
        return outgoing;
    }

    FrameOpener incoming() {
        return incoming;
    }

    private static byte[] prefix(String nonce) {
        return nonce.getBytes(StandardCharsets.US_ASCII);
    }
}
