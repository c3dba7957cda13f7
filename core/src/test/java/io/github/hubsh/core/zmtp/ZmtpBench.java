package io.github.hubsh.core.zmtp;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/**
 * What it costs to take a message of a name, an empty frame and 600 bytes apart, and to write it again: the work of a
 * hub that forwards without reading. No test that runs with the others, but a figure to be looked at.
 *
 * <p>The method: a buffer of 64 KiB full of such messages goes through one connection, and each message's headers and
 * bytes are written into another buffer. The least time of a round counts, after as many rounds of warming up.
 *
 * <p>Run {@code mvn -q test -pl core -Dtest=ZmtpBench -Dtest.options=} on a quiet machine.
 */
final class ZmtpBench {
    private static final int ROUNDS = 20_000;
    private static final int BUFFER_BYTES = 64 << 10;
    private static final byte[] MESSAGE =
            WireBytes.concat(WireBytes.more("lab"), WireBytes.more(""), longFrame("x".repeat(600)));

    @Test
    void figure() throws ZmtpException {
        PrintStream out = System.out;
        for (boolean direct : new boolean[] {false, true}) {
            ByteBuffer input = direct ? ByteBuffer.allocateDirect(BUFFER_BYTES) : ByteBuffer.allocate(BUFFER_BYTES);
            ByteBuffer output = direct ? ByteBuffer.allocateDirect(BUFFER_BYTES) : ByteBuffer.allocate(BUFFER_BYTES);
            int messages = 0;
            for (; input.remaining() >= MESSAGE.length; messages++) {
                input.put(MESSAGE);
            }
            double nanos = (double) least(input.flip(), output) / messages;
            out.printf(
                    "%s buffers: %.0f ns a message of 3 frames, decoded and encoded%n",
                    direct ? "direct" : "heap", nanos);
        }
    }

    private static long least(ByteBuffer input, ByteBuffer output) throws ZmtpException {
        ZmtpConnection connection = ConnectionTranscript.of(Sides.server(ZmtpSocketType.ROUTER))
                .feed(WireBytes.concat(WireBytes.greeting(), WireBytes.ready("DEALER", "lab")))
                .connection();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            forward(connection, input.position(0), output.clear());
            long time = System.nanoTime() - start;
            least = i < ROUNDS ? least : Math.min(least, time);
        }
        if (!output.flip().equals(input.position(0))) {
            throw new IllegalStateException("written something else");
        }
        return least;
    }

    private static void forward(ZmtpConnection connection, ByteBuffer input, ByteBuffer output) throws ZmtpException {
        for (ZmtpEvent event = connection.receive(input); event != null; event = connection.receive(input)) {
            FrameBytes bytes = (FrameBytes) event;
            FrameHeader header = bytes.more() ? FrameHeader.more(bytes.length()) : FrameHeader.last(bytes.length());
            header.writeTo(output);
            output.put(output.position(), input, bytes.offset(), bytes.length());
            output.position(output.position() + bytes.length());
        }
    }

    private static byte[] longFrame(String body) {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.MAX_BYTES + body.length());
        FrameHeader.last(body.length()).writeTo(frame);
        return frame.put(WireBytes.ascii(body)).array();
    }
}
