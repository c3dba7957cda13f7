package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.key.CurveKeyPair;
import java.util.random.RandomGenerator;

/** The security mechanism of a socket, and what it needs: none, or CURVE with keys. */
public final class SocketSecurity {
    /** No authentication and no secrecy. */
    public static final SocketSecurity NONE = new SocketSecurity(NullMechanism.NAME, NullMechanism::new);

    private final String name;
    private final Maker maker;

    /** Makes the mechanism of one connection. */
    private interface Maker {
        Mechanism make(LocalSocket self, HandshakeLimits limits);
    }

    private SocketSecurity(String name, Maker maker) {
        this.name = name;
        this.maker = maker;
    }

    /**
     * CURVE, for a socket that accepts connections.
     *
     * @param keys which clients know the public one of
     * @param random a {@link java.security.SecureRandom}, unless the conversation is to be known
     */
    public static SocketSecurity curveServer(CurveKeyPair keys, RandomGenerator random) {
        return new SocketSecurity(
                CurveCommands.MECHANISM, (self, limits) -> new CurveServerMechanism(self, limits, keys, random));
    }

    /**
     * CURVE, for a socket that connects.
     *
     * @param server the key of the server, and no other is talked to
     * @param keys our own
     * @param random a {@link java.security.SecureRandom}, unless the conversation is to be known
     */
    public static SocketSecurity curveClient(CurveKey server, CurveKeyPair keys, RandomGenerator random) {
        return new SocketSecurity(
                CurveCommands.MECHANISM,
                (self, limits) ->
                        new CurveClientMechanism(self, limits, new CurveClientMechanism.Keys(server, keys), random));
    }

    /** Whether what is sent is sealed. */
    public boolean isCurve() {
        return name.equals(CurveCommands.MECHANISM);
    }

    Mechanism mechanism(LocalSocket self, HandshakeLimits limits) {
        return maker.make(self, limits);
    }
}
