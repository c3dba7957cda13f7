package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * No authentication and no secrecy: the client sends READY, and the server answers with READY or ERROR. Sockets of
 * libzmq and JeroMQ send their READY without waiting, whichever side they are; both orders are accepted.
 */
final class NullMechanism implements Mechanism {
    static final String NAME = "NULL";

    static final String ERROR = "ERROR";

    private final LocalSocket self;
    private final HandshakeLimits limits;

    NullMechanism(LocalSocket self, HandshakeLimits limits) {
        this.self = self;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Octets start() {
        return self.isServer() ? Octets.EMPTY : ReadyCommand.encode(self);
    }

    @Override
    public ZmtpEvent receive(RawCommand command) throws ZmtpException {
        return switch (command.name()) {
            case ReadyCommand.NAME -> ReadyCommand.parse(command.data(), self, limits);
            case ERROR -> refused(command);
            default -> throw new ZmtpException("can't take " + command.name() + " before READY");
        };
    }

    @Override
    public Octets accept() {
        return ReadyCommand.encode(self);
    }

    @Override
    public Octets refuse(String reason) {
        return error(reason);
    }

    @Override
    public @Nullable CurveTraffic traffic() {
        return null;
    }

    /** Returns an ERROR command, which is the same by any mechanism. */
    static Octets error(String reason) {
        String text = PrintableText.of(reason);
        ByteBuffer data = ByteBuffer.allocate(1 + text.length()).put((byte) text.length());
        Octets.ofText(text).writeTo(data);
        return CommandCodec.frame(ERROR, data.array());
    }

    /** Reads the reason with care: libzmq sends text, and some peers send nothing. */
    static PeerRefused refused(RawCommand error) {
        Octets data = error.data();
        int length = data.isEmpty() ? 0 : Math.min(data.get(0), data.size() - 1);
        return new PeerRefused(length == 0 ? "" : data.slice(1, length).toString());
    }
}
