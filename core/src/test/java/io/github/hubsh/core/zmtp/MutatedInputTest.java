package io.github.hubsh.core.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Conversations of libzmq, damaged by chance and cut by chance: a connection ends with its own exception or takes them,
 * always comes to an end, and never needs more memory than what came.
 */
final class MutatedInputTest {
    private static final int ROUNDS = 30_000;

    /** Loading classes allocates too. */
    private static final int ROUNDS_TO_WARM_UP = 500;

    private static final int MAX_DAMAGES = 4;
    private static final long BYTES_PER_INPUT_BYTE = 100;
    private static final long BYTES_PER_CONNECTION = 20_000;

    @Test
    void damaged_conversations_do_no_harm() {
        List<ZmtpRecording> recordings = ZmtpRecording.all();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int seed = -ROUNDS_TO_WARM_UP; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            ZmtpRecording recording = recordings.get(random.nextInt(recordings.size()));
            boolean asServer = random.nextBoolean();
            byte[] damaged = damaged((asServer ? recording.fromClient() : recording.fromServer()).toArray(), random);
            ZmtpConnection connection = asServer ? Sides.server(recording.server()) : Sides.client(recording.client());
            long before = threads.getCurrentThreadAllocatedBytes();
            run(connection, damaged, random, seed);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (seed >= 0) {
                assertThat(allocated)
                        .as("bytes allocated with seed %d", seed)
                        .isLessThan(BYTES_PER_CONNECTION + BYTES_PER_INPUT_BYTE * damaged.length);
            }
        }
    }

    private static void run(ZmtpConnection connection, byte[] bytes, Random random, int seed) {
        MessageCollector collector = new MessageCollector();
        ByteBuffer input = ByteBuffer.wrap(bytes).limit(0);
        try {
            while (input.limit() < bytes.length) {
                input.limit(Math.min(bytes.length, input.limit() + 1 + random.nextInt(40)));
                if (!drained(connection, input, collector)) {
                    return;
                }
            }
        } catch (ZmtpException e) {
            if (!String.valueOf(e.getMessage()).matches("[ -~]{5,400}")
                    || connection.state() != ZmtpConnection.State.CLOSED) {
                throw new AssertionError("with seed " + seed, e);
            }
        } catch (RuntimeException e) {
            throw new AssertionError("with seed " + seed, e);
        }
    }

    /** Returns whether the connection lives on. Every event takes bytes, except those of the handshake. */
    private static boolean drained(ZmtpConnection connection, ByteBuffer input, MessageCollector collector)
            throws ZmtpException {
        int events = 0;
        ZmtpEvent event = connection.receive(input);
        while (event != null) {
            if (++events > input.limit() + 4) {
                throw new IllegalStateException("does not end");
            }
            if (event instanceof FrameBytes piece) {
                collector.take(input, piece);
            } else if (connection.state() == ZmtpConnection.State.DECIDING) {
                connection.accept();
            } else if (connection.state() == ZmtpConnection.State.CLOSED) {
                return false;
            }
            event = connection.receive(input);
        }
        if (input.hasRemaining()) {
            throw new IllegalStateException("leaves bytes in the buffer");
        }
        return true;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int i = 1 + random.nextInt(MAX_DAMAGES); i > 0; i--) {
            // Most damage is after the greeting: what is wrong before it is found at once.
            int at = random.nextInt(4) == 0
                    ? random.nextInt(damaged.length)
                    : Math.min(damaged.length - 1, Greeting.BYTES + random.nextInt(damaged.length));
            damaged = damaged(damaged, at, random);
        }
        return damaged;
    }

    private static byte[] damaged(byte[] bytes, int at, Random random) {
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
        byte[] noise = new byte[1 + random.nextInt(12)];
        random.nextBytes(noise);
        return switch (random.nextInt(6)) {
            case 0 -> WireBytes.concat(head, noise, tail);
            case 1 -> WireBytes.concat(head, noise);
            case 2 -> WireBytes.concat(head, Arrays.copyOfRange(tail, 1, tail.length), new byte[1]);
            case 3 -> WireBytes.concat(head, tail, tail);
            case 4 -> WireBytes.concat(head, announced(random), tail);
            default -> {
                byte[] changed = bytes.clone();
                changed[at] = (byte) (changed[at] ^ (1 << random.nextInt(8)));
                yield changed;
            }
        };
    }

    /** The header of a long frame of any size up to just above the limit, message or command, last or not. */
    private static byte[] announced(Random random) {
        int size = random.nextInt((64 << 20) + 100);
        int flags = FrameHeader.LONG | (random.nextInt(8) & (FrameHeader.MORE | FrameHeader.COMMAND));
        return ByteBuffer.allocate(FrameHeader.MAX_BYTES)
                .put((byte) flags)
                .putLong(size >>> random.nextInt(26))
                .array();
    }
}
