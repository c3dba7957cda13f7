package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes frames apart, after the greeting. Bodies of messages are reported piece by piece where they stand in the input;
 * commands are collected, and so are the subscriptions of a ZMTP 3.0 peer, which are messages of one frame whose first
 * octet is 1 (subscribe) or 0 (cancel). They are reported as the commands that they became in 3.1.
 */
final class FrameReader {
    static final int SUBSCRIBE_OCTET = 1;
    static final int CANCEL_OCTET = 0;

    private enum Body {
        REPORTED,
        COMMAND,
        /** A message, or a subscription: the first octet decides. */
        UNDECIDED,
        SUBSCRIPTION
    }

    private final ZmtpLimits limits;
    private final boolean publishes;
    private final FrameHeaderDecoder headers = new FrameHeaderDecoder();
    private final MessageBounds message;
    private final GrowingBytes collected = new GrowingBytes();

    // Mutable state, the connection's
    private boolean inHandshake = true;
    private @Nullable FrameHeader frame;
    private Body body = Body.REPORTED;
    private int remaining;

    FrameReader(ZmtpLimits limits, boolean publishes) {
        this.limits = limits;
        this.publishes = publishes;
        this.message = new MessageBounds(limits.messages());
    }

    /** From now on messages are allowed. */
    void endHandshake() {
        inHandshake = false;
    }

    /** Returns what comes next of the input, or {@code null} when more is needed. */
    @Nullable
    FrameContent read(ByteBuffer input) throws ZmtpException {
        FrameHeader header = frame;
        if (header == null) {
            header = headers.read(input);
            if (header == null) {
                return null;
            }
            begin(header);
            frame = header;
        }
        if (remaining > 0 && !input.hasRemaining()) {
            return null;
        }
        if (body == Body.UNDECIDED) {
            decide(input.get(input.position()));
        }
        return body == Body.REPORTED ? report(header, input) : collect(input);
    }

    private void begin(FrameHeader header) throws ZmtpException {
        if (header.command()) {
            int limit = inHandshake
                    ? limits.handshake().maxMetadataBytes()
                    : limits.messages().maxCommandBytes();
            checkCollected("a command of ", header.size(), limit);
            body = Body.COMMAND;
        } else if (inHandshake) {
            throw new ZmtpException("can't take a message before the handshake is complete");
        } else {
            boolean alone = message.isAtStart() && !header.more();
            message.admit(header);
            body = publishes && alone && header.size() > 0 ? Body.UNDECIDED : Body.REPORTED;
        }
        remaining = (int) header.size();
    }

    private void decide(byte first) throws ZmtpException {
        if (first == SUBSCRIBE_OCTET || first == CANCEL_OCTET) {
            checkCollected("a subscription of ", remaining, limits.messages().maxCommandBytes());
            body = Body.SUBSCRIPTION;
        } else {
            body = Body.REPORTED;
        }
    }

    private static void checkCollected(String what, long size, int limit) throws ZmtpException {
        if (size > limit) {
            throw MessageBounds.tooMuch(what + size + " bytes", limit);
        }
    }

    private FrameBytes report(FrameHeader header, ByteBuffer input) {
        int offset = input.position();
        int length = Math.min(remaining, input.remaining());
        input.position(offset + length);
        remaining -= length;
        if (remaining == 0) {
            frame = null;
        }
        return new FrameBytes(offset, length, remaining, header.more());
    }

    private @Nullable RawCommand collect(ByteBuffer input) throws ZmtpException {
        int length = Math.min(remaining, input.remaining());
        remaining -= length;
        collected.append(input, length, remaining);
        if (remaining > 0) {
            return null;
        }
        frame = null;
        byte[] content = collected.take();
        if (body == Body.COMMAND) {
            return RawCommand.parse(content);
        }
        String name = content[0] == SUBSCRIBE_OCTET ? CommandCodec.SUBSCRIBE : CommandCodec.CANCEL;
        return new RawCommand(name, Octets.wrapping(Arrays.copyOfRange(content, 1, content.length)));
    }
}
