package io.github.hubsh.core.zmtp;

import io.github.hubsh.core.zmtp.ZmtpEvent.Write;

/**
 * The security mechanism of a connection: the commands from the greeting until both sides are ready. NULL has one each
 * way. CURVE has two each way, and fits in here: {@link #receive} answers with a {@link Write} as long as the peer has
 * not described itself. It also seals every frame of the traffic; that stands between the {@link FrameReader} and the
 * caller, and comes with it.
 *
 * <p>Who is allowed is not decided here. A server reports {@link PeerReady}, and its caller accepts or refuses.
 */
sealed interface Mechanism permits NullMechanism {
    /** Returns the name in the greeting. */
    String name();

    /** Returns what to write when the greetings agree; empty if the peer begins. */
    Octets start();

    /** Takes a command of the peer: returns {@link Write}, {@link PeerReady} or {@link PeerRefused}. */
    ZmtpEvent receive(RawCommand command) throws ZmtpException;

    /** Returns what a server writes to the peer that it accepts. */
    Octets accept();

    /** Returns what to write to a peer that is refused. */
    Octets refuse(String reason);
}
