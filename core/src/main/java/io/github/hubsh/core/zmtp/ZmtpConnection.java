package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of one connection, from the first octet on. Not thread-safe; it has no clock and does no I/O.
 *
 * <p>Write {@link #greeting} first. Then give {@link #receive} what was read, again and again until it returns
 * {@code null}: it takes what it can from the buffer, and returns one event at a time, so that a caller may stop after
 * any of them and go on later with the rest of the buffer.
 *
 * <pre>
 * GREETING ─ their 64 octets ─▶ HANDSHAKE ─ READY ─▶ DECIDING (server) ─ accept ─▶ TRAFFIC
 *                                           READY ─▶ TRAFFIC  (client)
 * any ─ ZmtpException, ERROR of the peer, refuse ─▶ CLOSED
 * </pre>
 *
 * <p>While a server decides, nothing is read: a peer has nothing to say before it gets our READY, and what it says all
 * the same stays in the caller's buffer. Then the caller accepts or refuses, at once or when it has asked others.
 */
public final class ZmtpConnection {
    /** Where the connection is. */
    public enum State {
        GREETING,
        HANDSHAKE,
        DECIDING,
        TRAFFIC,
        CLOSED
    }

    private final LocalSocket self;
    private final ZmtpLimits limits;
    private final long handshakeDeadline;
    private final Mechanism mechanism;
    private final GreetingDecoder greeting = new GreetingDecoder();
    private final FrameReader frames;

    // Mutable state, the owner's
    private State state = State.GREETING;
    private ZmtpVersion version = ZmtpVersion.V3_0;
    private Octets restOfGreeting = Octets.EMPTY;
    private FrameMemory memory = FrameMemory.HEAP;

    /** A connection without security. */
    public ZmtpConnection(LocalSocket self, ZmtpLimits limits, long now) {
        this(self, SocketSecurity.NONE, limits, now);
    }

    /**
     * A connection that has just been made.
     *
     * @param now in nanoseconds, of the clock that {@link #checkDeadline} is asked with
     */
    public ZmtpConnection(LocalSocket self, SocketSecurity security, ZmtpLimits limits, long now) {
        this.self = self;
        this.limits = limits;
        this.handshakeDeadline = now + limits.handshake().timeoutNanos();
        this.mechanism = security.mechanism(self, limits.handshake());
        this.frames = new FrameReader(limits, self.type().publishes());
    }

    /** Returns what to write first. */
    public Octets greeting() {
        return Greeting.ours(mechanism.name(), self.isServer() && mechanism instanceof CurveServerMechanism);
    }

    /**
     * Returns what to write first instead, to a peer that has ended a connection over our greeting: no more than makes
     * it greet. Sockets of libzmq do not say which mechanism they have when they see that ours is another.
     */
    public Octets startOfGreeting() {
        Octets whole = greeting();
        restOfGreeting = whole.slice(Greeting.START_BYTES, whole.size() - Greeting.START_BYTES);
        return whole.prefix(Greeting.START_BYTES);
    }

    /** From now on sealed frames are collected and made in this memory. */
    public void useMemory(FrameMemory given) {
        memory = given;
        FrameSealer sealer = sealer();
        if (sealer != null) {
            sealer.useMemory(given);
        }
    }

    /** Gives back the memory of what has come and is unfinished. Nothing is received any more. */
    public void close() {
        state = State.CLOSED;
        CurveTraffic traffic = mechanism.traffic();
        if (traffic != null) {
            traffic.incoming().close();
        }
    }

    /**
     * Returns why a peer that has just hung up did so over our greeting, or {@code null} if it did not. A socket of
     * libzmq whose mechanism is another one hangs up and does not name its own.
     */
    public @Nullable String departure() {
        if (state != State.GREETING || !greeting.isBegun()) {
            return null;
        }
        String left = "the peer hung up when it saw that this socket ";
        return mechanism.name().equals(CurveCommands.MECHANISM)
                ? left + "takes CURVE only: it has no keys, it seems"
                : left + "speaks without CURVE: it has keys, it seems";
    }

    /** Returns how many bytes of a sealed frame are held, as long as it is not whole. */
    public int heldBytes() {
        CurveTraffic traffic = mechanism.traffic();
        return traffic == null ? 0 : traffic.incoming().heldBytes();
    }

    /** Returns what everything has to pass that is written from now on; {@code null} if it is written as it is. */
    public @Nullable FrameSealer sealer() {
        CurveTraffic traffic = state == State.TRAFFIC ? mechanism.traffic() : null;
        return traffic == null ? null : traffic.outgoing();
    }

    public State state() {
        return state;
    }

    /** Returns the version in use, which is known after the greeting. */
    public ZmtpVersion version() {
        return version;
    }

    /**
     * Takes bytes of the peer.
     *
     * @param input from its position on; the offsets of {@link FrameBytes} are indexes into it
     * @return the next event, or {@code null} when all of the input is taken, or when the server has to decide first
     * @throws ZmtpException if the peer breaks the protocol or a limit; the connection is closed
     * @throws IllegalStateException if the connection is closed
     */
    public @Nullable ZmtpEvent receive(ByteBuffer input) throws ZmtpException {
        try {
            return switch (state) {
                case GREETING -> receiveGreeting(input);
                case HANDSHAKE -> receiveHandshake(input);
                case DECIDING -> null;
                case TRAFFIC -> receiveTraffic(input);
                case CLOSED -> throw new IllegalStateException("can't receive on a closed connection");
            };
        } catch (ZmtpException e) {
            throw closed(e);
        }
    }

    /** Lets the peer in, and returns what to write. For a server that has got {@link PeerReady}. */
    public Octets accept() {
        checkDeciding("accept");
        Octets last = mechanism.accept();
        startTraffic();
        return last;
    }

    /**
     * Closes the connection, and returns what to write before it is closed. For a server that has got
     * {@link PeerReady}.
     *
     * <p>This is for good: sockets of libzmq and JeroMQ do not connect again after an ERROR. To turn a peer away for
     * the moment, close its connection without an ERROR; then it comes back by itself.
     *
     * @param reason what the peer reads: up to 255 characters of printable ASCII
     */
    public Octets refuse(String reason) {
        checkDeciding("refuse");
        state = State.CLOSED;
        return mechanism.refuse(reason);
    }

    /** Returns what to write for a command. For a connection in {@link State#TRAFFIC}. */
    public Octets encode(Command command) {
        if (state != State.TRAFFIC) {
            throw new IllegalStateException("can't send a command in the state " + state);
        }
        return CommandCodec.encode(command, version);
    }

    /** Returns when {@link #checkDeadline} is due; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        return state == State.GREETING || state == State.HANDSHAKE ? handshakeDeadline : Long.MAX_VALUE;
    }

    /**
     * Ends a handshake that takes too long. The peer gets no ERROR, because after one it would not connect again.
     *
     * @throws ZmtpException if the peer's part of it is overdue; the connection is closed
     */
    public void checkDeadline(long now) throws ZmtpException {
        if (now >= nextDeadline()) {
            String missing = state == State.GREETING ? "greeting" : "READY";
            long millis = limits.handshake().timeoutNanos() / 1_000_000;
            state = State.CLOSED;
            throw new ZmtpException("no complete " + missing + " within " + millis + " ms");
        }
    }

    private @Nullable ZmtpEvent receiveGreeting(ByteBuffer input) throws ZmtpException {
        Greeting theirs = greeting.read(input);
        if (theirs == null) {
            return null;
        }
        checkMechanism(theirs);
        version = theirs.version();
        state = State.HANDSHAKE;
        Octets start = restOfGreeting.followedBy(mechanism.start());
        return start.isEmpty() ? receiveHandshake(input) : new Write(start);
    }

    private void checkMechanism(Greeting theirs) throws ZmtpException {
        if (!theirs.mechanism().equals(mechanism.name())) {
            throw ZmtpException.ofSecurity(mismatch(theirs.mechanism()));
        }
        if (theirs.asServer() && mechanism instanceof CurveServerMechanism) {
            throw ZmtpException.ofSecurity("the peer is a CURVE server like this socket, and no client");
        }
    }

    private String mismatch(String theirs) {
        boolean curve = mechanism.name().equals(CurveCommands.MECHANISM);
        if (curve && theirs.equals(NullMechanism.NAME)) {
            return self.isServer()
                    ? "the client has no keys, and this socket takes CURVE only"
                    : "it speaks without CURVE, and this client has keys";
        }
        if (!curve && theirs.equals(CurveCommands.MECHANISM)) {
            return self.isServer()
                    ? "the client has keys, and this socket speaks without CURVE"
                    : "it speaks CURVE only, and this client has no keys";
        }
        return "the peer has the security mechanism '" + theirs + "', this socket has " + mechanism.name();
    }

    private @Nullable ZmtpEvent receiveHandshake(ByteBuffer input) throws ZmtpException {
        RawCommand command = (RawCommand) frames.read(input);
        if (command == null) {
            return null;
        }
        ZmtpEvent event = mechanism.receive(command);
        if (event instanceof PeerRefused) {
            state = State.CLOSED;
        } else if (event instanceof PeerReady && self.isServer()) {
            state = State.DECIDING;
        } else if (event instanceof PeerReady) {
            startTraffic();
        }
        return event;
    }

    private @Nullable ZmtpEvent receiveTraffic(ByteBuffer input) throws ZmtpException {
        CurveTraffic sealed = mechanism.traffic();
        if (sealed != null) {
            return receiveSealed(sealed.incoming(), input);
        }
        while (true) {
            FrameContent content = frames.read(input);
            if (content instanceof RawCommand raw) {
                ZmtpEvent event = receiveCommand(raw);
                if (event != null) {
                    return event;
                }
            } else {
                return (FrameBytes) content;
            }
        }
    }

    private @Nullable ZmtpEvent receiveSealed(FrameOpener sealed, ByteBuffer input) throws ZmtpException {
        while (true) {
            FrameBlock frame = sealed.read(input, limits.messages(), memory);
            if (frame == null) {
                return null;
            }
            ZmtpEvent event = receiveOpened(frame);
            if (event != null) {
                return event;
            }
        }
    }

    private @Nullable ZmtpEvent receiveOpened(FrameBlock frame) throws ZmtpException {
        boolean handedOver = false;
        try {
            FrameContent content = frames.read(frame.bytes());
            if (content instanceof FrameBytes piece) {
                handedOver = true;
                return new OpenedBytes(frame, piece);
            }
            return receiveCommand(Objects.requireNonNull((RawCommand) content));
        } finally {
            if (!handedOver) {
                frame.release();
            }
        }
    }

    private @Nullable ZmtpEvent receiveCommand(RawCommand raw) throws ZmtpException {
        Command command = CommandCodec.parse(raw);
        if ((command instanceof Subscribe || command instanceof Cancel)
                && !self.type().publishes()) {
            throw new ZmtpException("can't take " + raw.name() + ": this is a " + self.type() + " socket");
        }
        if (raw.name().equals(ReadyCommand.NAME)) {
            throw new ZmtpException("can't take a second READY");
        }
        if (raw.name().equals(NullMechanism.ERROR)) {
            state = State.CLOSED;
            return NullMechanism.refused(raw);
        }
        return command;
    }

    private void startTraffic() {
        state = State.TRAFFIC;
        frames.endHandshake();
    }

    private void checkDeciding(String what) {
        if (state != State.DECIDING) {
            throw new IllegalStateException("can't " + what + " a peer in the state " + state);
        }
    }

    /**
     * Returns the failure with what the peer gets to read: after the greeting, and before traffic, that is an ERROR.
     */
    private ZmtpException closed(ZmtpException failure) {
        String message = String.valueOf(failure.getMessage());
        Octets reply = state == State.HANDSHAKE ? mechanism.refuse(message) : Octets.EMPTY;
        state = State.CLOSED;
        return failure.withReply(reply);
    }
}
