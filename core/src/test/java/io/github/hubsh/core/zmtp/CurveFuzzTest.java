package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded damage to recorded CURVE conversations: a connection goes on, waits, or ends with a sentence; never else. */
final class CurveFuzzTest {
    private static final int ROUNDS = 2_000;
    private static final int MAX_DAMAGES = 3;

    @Test
    void damaged_conversations_end_in_a_sentence() {
        List<CurveRecording> recordings = CurveRecording.all();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            CurveRecording recording = recordings.get(random.nextInt(recordings.size()));
            boolean asServer = random.nextBoolean();
            byte[] damaged = damaged(recording.from(asServer ? "client" : "server"), random);
            ZmtpConnection side = (asServer ? recording.ourServer() : recording.ourClient()).connection();
            try {
                run(side, damaged, random);
            } catch (ZmtpException e) {
                boolean sentence = String.valueOf(e.getMessage()).matches("[ -~]{5,400}");
                if (!sentence || side.state() != ZmtpConnection.State.CLOSED) {
                    throw new AssertionError("with seed " + seed, e);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }

    private static void run(ZmtpConnection side, byte[] bytes, Random random) throws ZmtpException {
        ByteBuffer input = ByteBuffer.wrap(bytes).limit(0);
        while (input.limit() < bytes.length) {
            input.limit(Math.min(bytes.length, input.limit() + 1 + random.nextInt(200)));
            int events = 0;
            for (ZmtpEvent event = side.receive(input); event != null; event = side.receive(input)) {
                if (++events > bytes.length) {
                    throw new IllegalStateException("does not end");
                }
                if (side.state() == ZmtpConnection.State.DECIDING) {
                    side.accept();
                } else if (side.state() == ZmtpConnection.State.CLOSED) {
                    return;
                }
            }
        }
    }

    /** Changes, removes, adds or repeats bytes, mostly behind the greeting. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        int damages = 1 + random.nextInt(MAX_DAMAGES);
        for (int i = 0; i < damages; i++) {
            int from = random.nextInt(10) == 0 ? 0 : Greeting.BYTES;
            int at = from + random.nextInt(bytes.length - from);
            int count = Math.min(bytes.length - at, random.nextInt(40));
            bytes = switch (random.nextInt(4)) {
                case 0 -> changed(bytes, at, random);
                case 1 -> spliced(bytes, at, count, new byte[0]);
                case 2 -> {
                    byte[] noise = new byte[count];
                    random.nextBytes(noise);
                    yield spliced(bytes, at, 0, noise);
                }
                default -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + count));
            };
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, Random random) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) random.nextInt();
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        return WireBytes.concat(Arrays.copyOf(bytes, at), added, Arrays.copyOfRange(bytes, at + removed, bytes.length));
    }
}
