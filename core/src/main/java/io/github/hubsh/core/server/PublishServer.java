package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.ConnectionSide;
import io.github.hubsh.core.zmtp.LocalSocket;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import io.netty.buffer.ByteBufAllocator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An XPUB socket that is bound: each message goes to the peers that have subscribed to how it begins. */
public final class PublishServer implements AutoCloseable {
    private final ServerLimits limits;
    private final MemoryBudget budget;
    private final BoundServer server;

    // Mutable state, the loop's
    private final Map<PeerConnection, SubscribedPrefixes> subscribers = new LinkedHashMap<>();

    private PublishServer(ServerLoop loop, Endpoint endpoint, ServerLimits limits) {
        this.limits = limits;
        this.budget = loop.memory().budget();
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.XPUB, Octets.EMPTY);
        Connections owner = new Connections();
        this.server =
                BoundServer.bind(loop, endpoint, channel -> new PeerConnection(loop, channel, self, limits, owner));
    }

    /**
     * Binds. Not on the loop.
     *
     * @throws io.github.hubsh.core.transport.TransportException if the address cannot be used
     */
    public static PublishServer bind(ServerLoop loop, Endpoint endpoint, ServerLimits limits) {
        return new PublishServer(loop, endpoint, limits);
    }

    /** Returns the address with the port that was chosen. Any thread. */
    public Endpoint endpoint() {
        return server.endpoint();
    }

    /**
     * Sends a message to those that want it, and never waits. On the loop.
     *
     * @param topic the first frame
     * @param frames all of them; asked for only if a peer wants the message
     * @return how many peers want it and do not get it, because they read too slowly
     */
    public int publish(Octets topic, Supplier<List<SharedBytes>> frames) {
        OutgoingMessage message = null;
        int lost = 0;
        for (Map.Entry<PeerConnection, SubscribedPrefixes> each : subscribers.entrySet()) {
            PeerConnection peer = each.getKey();
            if (!each.getValue().match(topic)) {
                continue;
            }
            if (message == null) {
                message = new OutgoingMessage(ByteBufAllocator.DEFAULT, budget, frames.get());
            }
            if (peer.output().takesBroadcast(message)) {
                peer.send(message, null);
            } else {
                lost++;
            }
        }
        if (message != null) {
            message.release();
        }
        return lost;
    }

    /** Closes the socket and its connections. Not on the loop. */
    @Override
    public void close() {
        server.close();
    }

    /** The connections' side. */
    private final class Connections implements PeerConnection.Owner {
        @Override
        public void ready(PeerConnection peer) {
            subscribers.put(peer, new SubscribedPrefixes(limits));
            peer.accept();
        }

        @Override
        public void received(PeerConnection peer, List<SharedBytes> frames) {
            // a subscriber has nothing to say
        }

        @Override
        public void commanded(PeerConnection peer, Command command) {
            SubscribedPrefixes prefixes = subscribers.get(peer);
            if (prefixes == null) {
                return;
            }
            if (command instanceof Cancel cancel) {
                prefixes.remove(cancel.prefix());
            } else if (command instanceof Subscribe subscribe && !prefixes.add(subscribe.prefix())) {
                peer.end();
            }
        }

        @Override
        public void broken(PeerConnection peer, String reason) {
            // it has nothing to lose but its subscriptions
        }

        @Override
        public void ended(PeerConnection peer) {
            subscribers.remove(peer);
        }
    }
}
