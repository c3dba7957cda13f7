package io.github.hubsh.core.zmtp;

import static io.github.hubsh.core.zmtp.CurveCommands.concat;
import static io.github.hubsh.core.zmtp.CurveCommands.number;

import io.github.hubsh.core.key.BoxKey;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import io.github.hubsh.core.key.WeakKeyException;
import io.github.hubsh.core.zmtp.ZmtpEvent.Write;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of CURVE.
 *
 * <pre>
 * start: nothing ─ HELLO ─▶ WELCOME ─ INITIATE ─▶ PeerReady ─ accept ─▶ READY
 * </pre>
 *
 * <p>What HELLO has cost is sent to the client in a cookie, and forgotten. It is sealed with a key of this connection
 * alone, which is all that is held before INITIATE: with one key for all connections, an INITIATE that was recorded
 * could be sent again on another, and the recorded messages after it.
 */
final class CurveServerMechanism implements Mechanism {
    private static final long READY_NUMBER = 1;

    private final LocalSocket self;
    private final HandshakeLimits limits;
    private final CurveKeyPair keys;
    private final RandomGenerator random;

    // Mutable state, the connection's
    private @Nullable BoxKey cookieKey;
    private boolean initiated;
    private @Nullable BoxKey session;
    private long clientNumber;
    private @Nullable CurveTraffic traffic;

    CurveServerMechanism(LocalSocket self, HandshakeLimits limits, CurveKeyPair keys, RandomGenerator random) {
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
        return Octets.EMPTY;
    }

    @Override
    public ZmtpEvent receive(RawCommand command) throws ZmtpException {
        return switch (command.name()) {
            case CurveCommands.HELLO -> hello(command.data());
            case CurveCommands.INITIATE -> initiated(command.data());
            case NullMechanism.ERROR -> NullMechanism.refused(command);
            default -> throw new ZmtpException("can't take " + command.name() + " in a CURVE handshake");
        };
    }

    @Override
    public Octets accept() {
        BoxKey shared = Objects.requireNonNull(session);
        byte[] box =
                CurveBoxes.seal(shared, CurveCommands.READY_NONCE, number(READY_NUMBER), ReadyCommand.metadata(self));
        traffic = CurveTraffic.ofServer(shared, READY_NUMBER, clientNumber);
        shared.wipe();
        return CommandCodec.frame(CurveCommands.READY, box);
    }

    @Override
    public Octets refuse(String reason) {
        return NullMechanism.error(reason);
    }

    @Override
    public @Nullable CurveTraffic traffic() {
        return traffic;
    }

    private Write hello(Octets hello) throws ZmtpException {
        if (cookieKey != null) {
            throw new ZmtpException("can't take a second HELLO");
        }
        if (hello.size() != CurveCommands.HELLO_BYTES || hello.get(0) != 1 || hello.get(1) != 0) {
            throw new ZmtpException("a HELLO that is not of CURVE 1.0: " + hello.size() + " bytes");
        }
        byte[] data = hello.toArray();
        CurveKey client =
                CurveKey.of(Arrays.copyOfRange(data, CurveCommands.HELLO_KEY_AT, CurveCommands.HELLO_NONCE_AT));
        BoxKey shared = share(keys, client, "HELLO");
        byte[] zeros = CurveBoxes.open(shared, CurveCommands.HELLO_NONCE, data, CurveCommands.HELLO_BOX_AT);
        if (zeros == null) {
            throw ZmtpException.ofSecurity("the client has the wrong server key: its HELLO was sealed for another one");
        }
        return new Write(welcome(client, shared));
    }

    private Octets welcome(CurveKey client, BoxKey shared) {
        CurveKeyPair ours = CurveKeyPair.generate(random);
        byte[] cookieNonce = randomBytes(CurveCommands.LONG_NONCE_BYTES);
        byte[] fresh = randomBytes(CurveCommands.KEY_BYTES);
        byte[] secret = ours.secretArray();
        BoxKey key = BoxKey.of(fresh);
        byte[] content = concat(client.toArray(), secret);
        byte[] cookie = CurveBoxes.seal(key, CurveCommands.COOKIE_NONCE, cookieNonce, content);
        wipe(fresh, secret, content);
        ours.wipe();
        cookieKey = key;
        byte[] nonce = randomBytes(CurveCommands.LONG_NONCE_BYTES);
        byte[] box = CurveBoxes.seal(
                shared,
                CurveCommands.WELCOME_NONCE,
                nonce,
                concat(ours.publicKey().toArray(), cookie));
        shared.wipe();
        return CommandCodec.frame(CurveCommands.WELCOME, box);
    }

    private PeerReady initiated(Octets initiate) throws ZmtpException {
        BoxKey key = cookieKey;
        if (key == null || initiated) {
            throw new ZmtpException(key == null ? "can't take INITIATE before HELLO" : "can't take a second INITIATE");
        }
        initiated = true;
        if (initiate.size() < CurveCommands.MIN_INITIATE_BYTES) {
            throw new ZmtpException("an INITIATE of " + initiate.size() + " bytes");
        }
        byte[] data = initiate.toArray();
        byte[] cookie = CurveBoxes.open(
                key,
                CurveCommands.COOKIE_NONCE,
                Arrays.copyOf(data, CurveCommands.COOKIE_BYTES),
                CurveCommands.LONG_NONCE_BYTES);
        key.wipe();
        if (cookie == null) {
            throw ZmtpException.ofSecurity("an INITIATE whose cookie is not that of this connection");
        }
        CurveKey client = CurveKey.of(Arrays.copyOf(cookie, CurveCommands.KEY_BYTES));
        byte[] secret = Arrays.copyOfRange(cookie, CurveCommands.KEY_BYTES, cookie.length);
        CurveKeyPair ours = CurveKeyPair.ofSecret(secret);
        wipe(secret, cookie);
        try {
            return introduced(initiate.buffer().getLong(CurveCommands.COOKIE_BYTES), data, ours, client);
        } finally {
            ours.wipe();
        }
    }

    private PeerReady introduced(long number, byte[] data, CurveKeyPair ours, CurveKey client) throws ZmtpException {
        BoxKey shared = share(ours, client, "INITIATE");
        byte[] plain = CurveBoxes.open(shared, CurveCommands.INITIATE_NONCE, data, CurveCommands.INITIATE_BOX_AT);
        if (plain == null) {
            throw ZmtpException.ofSecurity("an INITIATE that was not sealed for this connection");
        }
        CurveKey owner = CurveKey.of(Arrays.copyOf(plain, CurveCommands.KEY_BYTES));
        checkVouch(Arrays.copyOfRange(plain, CurveCommands.KEY_BYTES, CurveCommands.METADATA_AT), ours, owner, client);
        byte[] metadata = Arrays.copyOfRange(plain, CurveCommands.METADATA_AT, plain.length);
        PeerReady peer = ReadyCommand.parse(Octets.wrapping(metadata), self, limits);
        session = shared;
        clientNumber = number;
        return peer.withKey(owner);
    }

    /** Checks that the owner of the key has made this connection, and to this server. */
    private void checkVouch(byte[] vouch, CurveKeyPair ours, CurveKey owner, CurveKey client) throws ZmtpException {
        BoxKey shared = share(ours, owner, "INITIATE");
        byte[] opened = CurveBoxes.open(shared, CurveCommands.VOUCH_NONCE, vouch, CurveCommands.LONG_NONCE_BYTES);
        shared.wipe();
        byte[] expected = concat(client.toArray(), keys.publicKey().toArray());
        if (opened == null || !MessageDigest.isEqual(opened, expected)) {
            throw ZmtpException.ofSecurity("an INITIATE whose vouch is not by the key " + owner);
        }
    }

    private static BoxKey share(CurveKeyPair ours, CurveKey theirs, String command) throws ZmtpException {
        try {
            return ours.shareWith(theirs);
        } catch (WeakKeyException e) {
            throw new ZmtpException("can't take " + command + " with " + e.getMessage());
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
