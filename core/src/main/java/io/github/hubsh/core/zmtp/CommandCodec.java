package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.Command.Pong;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Commands in traffic ⇄ bytes. */
final class CommandCodec {
    static final String SUBSCRIBE = "SUBSCRIBE";
    static final String CANCEL = "CANCEL";
    static final String PING = "PING";
    static final String PONG = "PONG";

    private static final int TTL_BYTES = 2;

    private CommandCodec() {}

    /** Returns the command; {@code null} for one that this protocol does not know, and that is skipped. */
    static @Nullable Command parse(RawCommand raw) throws ZmtpException {
        return switch (raw.name()) {
            case SUBSCRIBE -> new Subscribe(raw.data());
            case CANCEL -> new Cancel(raw.data());
            case PING -> parsePing(raw.data());
            case PONG -> new Pong(context(raw.data(), 0));
            default -> null;
        };
    }

    /** Returns the command in its frame, as a peer of that version takes it. */
    static Octets encode(Command command, ZmtpVersion version) {
        if (command instanceof Subscribe subscribe) {
            return subscription(SUBSCRIBE, FrameReader.SUBSCRIBE_OCTET, subscribe.prefix(), version);
        }
        if (command instanceof Cancel cancel) {
            return subscription(CANCEL, FrameReader.CANCEL_OCTET, cancel.prefix(), version);
        }
        if (command instanceof Ping ping) {
            ByteBuffer data = ByteBuffer.allocate(TTL_BYTES + ping.context().size());
            ping.context().writeTo(data.putShort((short) ping.ttlTenths()));
            return frame(PING, data.array());
        }
        return frame(PONG, ((Pong) command).context().toArray());
    }

    /** Returns a command frame. */
    static Octets frame(String name, byte[] data) {
        FrameHeader header = FrameHeader.command(1 + name.length() + data.length);
        ByteBuffer frame = ByteBuffer.allocate(header.bytes() + (int) header.size());
        header.writeTo(frame);
        frame.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
        return Octets.wrapping(frame.put(data).array());
    }

    private static Octets subscription(String name, int octet, Octets prefix, ZmtpVersion version) {
        if (version != ZmtpVersion.V3_0) {
            return frame(name, prefix.toArray());
        }
        FrameHeader header = FrameHeader.last(1L + prefix.size());
        ByteBuffer frame = ByteBuffer.allocate(header.bytes() + (int) header.size());
        header.writeTo(frame);
        prefix.writeTo(frame.put((byte) octet));
        return Octets.wrapping(frame.array());
    }

    private static Ping parsePing(Octets data) throws ZmtpException {
        if (data.size() < TTL_BYTES) {
            throw new ZmtpException("a PING without a time to live");
        }
        return new Ping(data.buffer().getShort() & 0xFFFF, context(data, TTL_BYTES));
    }

    private static Octets context(Octets data, int from) throws ZmtpException {
        int length = data.size() - from;
        if (length > Command.MAX_CONTEXT_BYTES) {
            throw MessageBounds.tooMuch(
                    "a PING or PONG with a context of " + length + " bytes", Command.MAX_CONTEXT_BYTES);
        }
        return data.slice(from, length);
    }
}
