package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.CurveCommands.concat;
import static io.github.hubsh.core.zmtp.CurveCommands.number;

import io.github.hubsh.core.key.BoxKey;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.key.WeakKeyException;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of CURVE.
 *
 * <pre>
 * start: HELLO ─ WELCOME ─▶ INITIATE ─ READY ─▶ ready
 * </pre>
 *
 * <p>HELLO is sealed for the key of the server, so no other server can answer it. Each connection has a pair of its own
 * ("transient"); that it is ours says the vouch, which is sealed with our own pair ("permanent").
 */
final class CurveClientMechanism implements Mechanism {
    private static final long HELLO_NUMBER = 1;
    private static final long INITIATE_NUMBER = 2;

    private final LocalSocket self;
    private final HandshakeLimits limits;
    private final Keys keys;
    private final RandomGenerator random;

    // Mutable state, the connection's
    private @Nullable CurveKeyPair ours;
    private @Nullable BoxKey toServer;
    private @Nullable BoxKey session;
    private @Nullable CurveTraffic traffic;

    /** Those that stay: the one of the server, and our own. */
    record Keys(CurveKey server, CurveKeyPair own) {}

    CurveClientMechanism(LocalSocket self, HandshakeLimits limits, Keys keys, RandomGenerator random) {
        this.self = self;
        this.limits = limits;
        this.keys = keys;
        this.random = random;
    }

    @Override
    public String name() {
        return CurveCommands.MECHANISM;
    }

    @Override
    public Octets start() {
        CurveKeyPair pair = CurveKeyPair.generate(random);
        BoxKey shared = share(pair, keys.server());
        ours = pair;
        toServer = shared;
        byte[] version = Arrays.copyOf(new byte[] {1, 0}, CurveCommands.HELLO_KEY_AT);
        byte[] zeros = new byte[CurveCommands.HELLO_ZEROS];
        byte[] box = CurveBoxes.seal(shared, CurveCommands.HELLO_NONCE, number(HELLO_NUMBER), zeros);
        return CommandCodec.frame(
                CurveCommands.HELLO, concat(version, pair.publicKey().toArray(), box));
    }

    @Override
    public ZmtpEvent receive(RawCommand command) throws ZmtpException {
        return switch (command.name()) {
            case CurveCommands.WELCOME -> welcomed(command.data());
            case CurveCommands.READY -> ready(command.data());
            case NullMechanism.ERROR -> NullMechanism.refused(command);
            case CurveCommands.HELLO ->
                throw ZmtpException.ofSecurity("the peer is a CURVE client like this socket, and no server");
            default -> throw new ZmtpException("can't take " + command.name() + " in a CURVE handshake");
        };
    }

    @Override
    public Octets accept() {
        throw new IllegalStateException("a client does not accept");
    }

    @Override
    public Octets refuse(String reason) {
        return NullMechanism.error(reason);
    }

    @Override
    public @Nullable CurveTraffic traffic() {
        return traffic;
    }

    private Write welcomed(Octets welcome) throws ZmtpException {
        BoxKey shared = toServer;
        CurveKeyPair pair = ours;
        if (shared == null || pair == null || session != null) {
            throw new ZmtpException("can't take a second WELCOME");
        }
        if (welcome.size() != CurveCommands.WELCOME_BYTES) {
            throw new ZmtpException("a WELCOME of " + welcome.size() + " bytes");
        }
        byte[] opened =
                CurveBoxes.open(shared, CurveCommands.WELCOME_NONCE, welcome.toArray(), CurveCommands.LONG_NONCE_BYTES);
        shared.wipe();
        if (opened == null) {
            throw ZmtpException.ofSecurity("a WELCOME that was not sealed with the server key");
        }
        CurveKey theirs = CurveKey.of(Arrays.copyOf(opened, CurveCommands.KEY_BYTES));
        byte[] cookie = Arrays.copyOfRange(opened, CurveCommands.KEY_BYTES, opened.length);
        return new Write(initiate(pair, theirs, cookie));
    }

    private Octets initiate(CurveKeyPair pair, CurveKey theirs, byte[] cookie) throws ZmtpException {
        BoxKey vouching;
        BoxKey shared;
        try {
            shared = pair.shareWith(theirs);
            vouching = keys.own().shareWith(theirs);
        } catch (WeakKeyException e) {
            throw new ZmtpException("a WELCOME with " + e.getMessage());
        }
        byte[] vouchNonce = new byte[CurveCommands.LONG_NONCE_BYTES];
        random.nextBytes(vouchNonce);
        byte[] vouched = concat(pair.publicKey().toArray(), keys.server().toArray());
        byte[] vouch = CurveBoxes.seal(vouching, CurveCommands.VOUCH_NONCE, vouchNonce, vouched);
        vouching.wipe();
        byte[] plain = concat(keys.own().publicKey().toArray(), vouch, ReadyCommand.metadata(self));
        byte[] box = CurveBoxes.seal(shared, CurveCommands.INITIATE_NONCE, number(INITIATE_NUMBER), plain);
        pair.wipe();
        session = shared;
        return CommandCodec.frame(CurveCommands.INITIATE, concat(cookie, box));
    }

    private PeerReady ready(Octets command) throws ZmtpException {
        BoxKey shared = session;
        if (shared == null) {
            throw new ZmtpException("can't take READY before WELCOME");
        }
        if (command.size() < CurveCommands.MIN_READY_BYTES) {
            throw new ZmtpException("a READY of " + command.size() + " bytes");
        }
        byte[] metadata =
                CurveBoxes.open(shared, CurveCommands.READY_NONCE, command.toArray(), CurveCommands.SHORT_NONCE_BYTES);
        if (metadata == null) {
            throw ZmtpException.ofSecurity("a READY that was not sealed for this connection");
        }
        traffic =
                CurveTraffic.ofClient(shared, INITIATE_NUMBER, command.buffer().getLong());
        shared.wipe();
        return ReadyCommand.parse(Octets.wrapping(metadata), self, limits).withKey(keys.server());
    }

    private static BoxKey share(CurveKeyPair pair, CurveKey server) {
        try {
            return pair.shareWith(server);
        } catch (WeakKeyException e) {
            throw new IllegalStateException("the key of the server is " + e.getMessage(), e);
        }
    }
}
