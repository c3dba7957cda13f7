package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A peer's connection as a socket sees it. On the loop. */
interface Peer {
    /** Returns the peer's routing identity; empty if it has none. */
    Octets identity();

    /** Returns the public key that the peer has proved to own; {@code null} without CURVE. */
    @Nullable
    CurveKey key();

    /** Gives a peer that has none an identity. */
    void identify(Octets madeUp);

    /** Whether the peer's protocol has PING. */
    boolean answersPing();

    void ping();

    /** Lets the peer in, and goes on to read. */
    void accept();

    /** Turns the peer away for good, and tells it why. For a peer that is not let in yet. */
    void refuse(String reason);

    /** Closes the connection without giving a reason. */
    void end();

    /** Closes the connection, says why in the log, and counts it. */
    void disconnect(String reason);

    /** Whether there is room for an answer or a request of so many bytes. */
    boolean takes(long size);

    /** Whether there is room for a broadcast of so many bytes. */
    boolean takesBroadcast(long size);

    /**
     * Sends a message to this peer alone.
     *
     * @param size of the frames, in bytes
     * @param pending what it waits on account of, or {@code null}
     */
    void send(List<SharedBytes> frames, long size, PeerPendingBytes.@Nullable Pending pending);

    /**
     * Sends a message that others get too.
     *
     * @param pending what it waits on account of, or {@code null}
     */
    void send(OutgoingMessage message, PeerPendingBytes.@Nullable Pending pending);

    PeerPendingBytes pendingBytes();

    /** The socket. */
    interface Owner {
        /** A peer has described itself: {@link #accept} it or {@link #end} it, now or later. */
        void ready(Peer peer);

        /** A message has come. The frames are released after the call. */
        void received(Peer peer, List<SharedBytes> frames);

        /** A command has come, a PONG for example. */
        void commanded(Peer peer, Command command);

        /** The peer has broken the protocol or a limit, but for its keys, and its connection is about to end. */
        void broken(Peer peer, String reason);

        /** The connection is over, and may never have been ready. */
        void ended(Peer peer);
    }
}
