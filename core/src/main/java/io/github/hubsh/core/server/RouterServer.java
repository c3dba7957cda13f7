package io.github.hubsh.core.server;

import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A ROUTER socket that is bound: each message comes with its sender's routing identity, and goes to the peer of the one
 * that it is sent with.
 *
 * <p>One live peer has an identity. When a second connection comes with the same one, the first is asked for a sign of
 * life. If it answers, the second is closed without an ERROR, so that it comes back later by itself; if it has gone or
 * hangs, the second takes its place.
 */
public final class RouterServer implements AutoCloseable {
    private static final long PROBE_TIMEOUT = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int MADE_UP_IDENTITY_BYTES = 5;

    private final ServerLoop loop;
    private final Receiver receiver;
    private final PeerServer server;

    // Mutable state, the loop's
    private final Map<Octets, Peer> peers = new HashMap<>();
    private final Map<Octets, Peer> waiting = new HashMap<>();
    private final Map<Peer, Peer> probed = new HashMap<>(); // with the second that waits for it
    private @Nullable Peer sender;
    private int madeUp;

    /** What is done with messages. Called on the loop. */
    public interface Receiver extends PeerGate {
        /**
         * A message has come.
         *
         * @param frames without the identity; they are valid during the call, unless they are retained
         */
        void received(Octets identity, List<SharedBytes> frames);

        @Override
        default @Nullable String refusal(Octets identity, @Nullable CurveKey key) {
            return null;
        }

        /** Whether a peer goes by the identity that it brings; if not, each is given one. */
        default boolean knowsPeersByIdentity() {
            return true;
        }

        /**
         * A peer has sent what breaks the protocol or a limit, and is hung up on.
         *
         * @param identity empty before it is known
         */
        default void broken(Octets identity, String reason) {}

        /** A peer has connected; its messages follow. */
        default void connected(Octets identity) {}

        /** A second peer of this identity was turned away, because the first is alive. */
        default void refused(Octets identity) {}

        /** The connection of a peer that was connected is over. */
        default void ended(Octets identity) {}
    }

    private RouterServer(ServerLoop loop, Endpoint endpoint, Octets name, ServerLimits limits, Receiver receiver) {
        this.loop = loop;
        this.receiver = receiver;
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.ROUTER, name);
        Connections owner = new Connections();
        this.server = PeerServer.bind(loop, endpoint, self, limits, owner);
    }

    /**
     * Binds, and accepts connections. Not on the loop.
     *
     * @param name the routing identity that peers see
     * @throws io.github.hubsh.core.transport.TransportException if the address cannot be used
     */
    public static RouterServer bind(
            ServerLoop loop, Endpoint endpoint, Octets name, ServerLimits limits, Receiver receiver) {
        RouterServer router = bindClosed(loop, endpoint, name, limits, receiver);
        router.open();
        return router;
    }

    /** Binds; connections wait until {@link #open}, so that the owner can note what to answer with before. */
    public static RouterServer bindClosed(
            ServerLoop loop, Endpoint endpoint, Octets name, ServerLimits limits, Receiver receiver) {
        return new RouterServer(loop, endpoint, name, limits, receiver);
    }

    /** Accepts connections from now on. Any thread. */
    public void open() {
        server.open();
    }

    /** Returns the address with the port that was chosen. Any thread. */
    public Endpoint endpoint() {
        return server.endpoint();
    }

    /**
     * Sends a message, and never waits. On the loop.
     *
     * @param frames without the identity
     * @param account on which it waits; the sender is the peer whose message is being received
     */
    public Delivery send(Octets identity, List<SharedBytes> frames, Account account) {
        Peer peer = peers.get(identity);
        if (peer == null) {
            return Delivery.UNREACHABLE;
        }
        Peer from = sender;
        PeerPendingBytes.Pending pending = account == Account.RECEIVER
                ? peer.pendingBytes().answers()
                : from == null ? null : from.pendingBytes().requests();
        return send(peer, frames, pending) ? Delivery.SENT : Delivery.FULL;
    }

    /** Sends an answer to the peer that has asked for it. */
    public Delivery send(Octets identity, List<SharedBytes> frames) {
        return send(identity, frames, Account.RECEIVER);
    }

    /** Returns the key of the peer of this identity; {@code null} without CURVE. On the loop. */
    public @Nullable CurveKey key(Octets identity) {
        Peer peer = peers.get(identity);
        return peer == null ? null : peer.key();
    }

    /** Disconnects the peers that would not be let in now. On the loop. */
    public void recheck() {
        for (Peer peer : List.copyOf(peers.values())) {
            String refusal = receiver.refusal(peer.identity(), peer.key());
            if (refusal != null) {
                peer.disconnect(refusal);
            }
        }
        List.copyOf(waiting.values()).forEach(Peer::end);
    }

    /** Closes the socket and its connections. Not on the loop. */
    @Override
    public void close() {
        server.close();
    }

    private static boolean send(Peer peer, List<SharedBytes> frames, PeerPendingBytes.@Nullable Pending pending) {
        long size = MessageBatch.size(frames);
        boolean taken = peer.takes(size);
        if (taken) {
            peer.send(frames, size, pending);
        }
        return taken;
    }

    /** The connections' side. */
    private final class Connections implements Peer.Owner {
        @Override
        public void ready(Peer peer) {
            String refusal = receiver.refusal(peer.identity(), peer.key());
            if (refusal != null) {
                peer.refuse(refusal);
                return;
            }
            if (peer.identity().isEmpty() || !receiver.knowsPeersByIdentity()) {
                peer.identify(makeUpIdentity());
            }
            Octets identity = peer.identity();
            Peer holder = peers.get(identity);
            if (holder == null) {
                admit(identity, peer);
            } else {
                probe(identity, holder, peer);
            }
        }

        @Override
        public void received(Peer peer, List<SharedBytes> frames) {
            sender = peer;
            try {
                receiver.received(peer.identity(), frames);
            } finally {
                sender = null;
            }
        }

        @Override
        public void commanded(Peer peer, Command command) {
            Peer second = waiting.get(peer.identity());
            if (probed.remove(peer) != null && second != null) {
                refuse(peer.identity(), second);
            }
        }

        @Override
        public void broken(Peer peer, String reason) {
            receiver.broken(peer.identity(), reason);
        }

        @Override
        public void ended(Peer peer) {
            Octets identity = peer.identity();
            waiting.remove(identity, peer);
            probed.remove(peer);
            if (peers.remove(identity, peer)) {
                loop.guarded(() -> receiver.ended(identity));
                Peer second = waiting.remove(identity);
                if (second != null) {
                    admit(identity, second);
                }
            }
        }

        private void admit(Octets identity, Peer peer) {
            peers.put(identity, peer);
            loop.guarded(() -> receiver.connected(identity));
            peer.accept();
        }

        private void refuse(Octets identity, Peer second) {
            second.end();
            loop.guarded(() -> receiver.refused(identity));
        }

        private void probe(Octets identity, Peer holder, Peer second) {
            if (!holder.answersPing() || waiting.putIfAbsent(identity, second) != null) {
                refuse(identity, second);
                return;
            }
            if (probed.putIfAbsent(holder, second) != null) {
                return;
            }
            holder.ping();
            loop.schedule(
                    () -> {
                        // Not when the answer has come, and the next second has just begun to wait for another.
                        if (probed.remove(holder, second)) {
                            holder.end();
                        }
                    },
                    PROBE_TIMEOUT);
        }

        private Octets makeUpIdentity() {
            return Octets.of(ByteBuffer.allocate(MADE_UP_IDENTITY_BYTES)
                    .put((byte) 0)
                    .putInt(madeUp++)
                    .array());
        }
    }
}
