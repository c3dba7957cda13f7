package io.github.hubsh.core.zmtp;

import org.jspecify.annotations.Nullable;

/**
 * The security mechanism of a connection: the commands from the greeting until both sides are ready. NULL has one each
 * way, CURVE two: {@link #receive} answers with a {@link ZmtpEvent.Write} as long as the peer has not described itself.
 *
 * <p>Who is allowed is not decided here. A server reports {@link PeerReady}, and its caller accepts or refuses.
 */
sealed interface Mechanism permits NullMechanism, CurveClientMechanism, CurveServerMechanism {
    /** Returns the name in the greeting. */
    String name();

    /** Returns what to write when the greetings agree; empty if the peer begins. */
    Octets start();

    /** Takes a command of the peer: returns {@link ZmtpEvent.Write}, {@link PeerReady} or {@link PeerRefused}. */
    ZmtpEvent receive(RawCommand command) throws ZmtpException;

    /** Returns what a server writes to the peer that it accepts. */
    Octets accept();

    /** Returns what to write to a peer that is refused. */
    Octets refuse(String reason);

    /** Returns what seals the traffic, once both sides are ready; {@code null} if it is not sealed. */
    @Nullable
    CurveTraffic traffic();
}
