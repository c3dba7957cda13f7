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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An XPUB socket that is bound: each message goes to the peers that have subscribed to how it begins. */
public final class PublishServer implements AutoCloseable {
    /** The part of the budget that subscriptions may take. */
    private static final int SUBSCRIPTION_SHARE = 8;

    private final ServerLimits limits;
    private final MemoryBudget budget;
    private final Predicate<byte[]> marks;
    private final PeerServer server;

    // Mutable state, the loop's
    private final Map<Peer, SubscribedPrefixes> subscribers = new LinkedHashMap<>();
    private long subscriptionBytes;

    private PublishServer(ServerLoop loop, Endpoint endpoint, ServerLimits limits, Predicate<byte[]> marks) {
        this.limits = limits;
        this.marks = marks;
        this.budget = loop.memory().budget();
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.XPUB, Octets.EMPTY);
        Connections owner = new Connections();
        this.server = PeerServer.bind(loop, endpoint, self, limits, owner);
    }

    /**
     * Binds. Not on the loop.
     *
     * @param marks the subscriptions that are answered with a message of their prefix, to show that they hold
     * @throws io.github.hubsh.core.transport.TransportException if the address cannot be used
     */
    public static PublishServer bind(ServerLoop loop, Endpoint endpoint, ServerLimits limits, Predicate<byte[]> marks) {
        return new PublishServer(loop, endpoint, limits, marks);
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
        for (Map.Entry<Peer, SubscribedPrefixes> each : subscribers.entrySet()) {
            Peer peer = each.getKey();
            if (!each.getValue().match(topic)) {
                continue;
            }
            if (message == null) {
                message = new OutgoingMessage(ByteBufAllocator.DEFAULT, budget, frames.get());
            }
            if (peer.takesBroadcast(message)) {
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
    private final class Connections implements Peer.Owner {
        @Override
        public void ready(Peer peer) {
            subscribers.put(peer, new SubscribedPrefixes(limits));
            peer.accept();
        }

        @Override
        public void received(Peer peer, List<SharedBytes> frames) {
            // a subscriber has nothing to say
        }

        @Override
        public void commanded(Peer peer, Command command) {
            SubscribedPrefixes prefixes = subscribers.get(peer);
            if (prefixes == null) {
                return;
            }
            long before = prefixes.heldBytes();
            if (command instanceof Cancel cancel) {
                prefixes.remove(cancel.prefix());
            } else if (command instanceof Subscribe subscribe) {
                subscribe(peer, prefixes, subscribe.prefix().toArray());
            }
            if (subscribers.containsKey(peer)) {
                count(prefixes.heldBytes() - before);
                endLargest();
            }
        }

        private void subscribe(Peer peer, SubscribedPrefixes prefixes, byte[] prefix) {
            if (!prefixes.add(Octets.of(prefix))) {
                peer.disconnect("it has too many subscriptions");
            } else if (marks.test(prefix)) {
                OutgoingMessage answer =
                        new OutgoingMessage(ByteBufAllocator.DEFAULT, budget, List.of(SharedBytes.of(prefix)));
                if (peer.takesBroadcast(answer)) {
                    peer.send(answer, null);
                }
                answer.release();
            }
        }

        @Override
        public void broken(Peer peer, String reason) {
            // it has nothing to lose but its subscriptions
        }

        @Override
        public void ended(Peer peer) {
            SubscribedPrefixes gone = subscribers.remove(peer);
            if (gone != null) {
                count(-gone.heldBytes());
            }
        }

        private void count(long bytes) {
            subscriptionBytes += bytes;
            budget.take(bytes);
        }

        /** Subscriptions of many connections may be too many, although those of each are not. */
        private void endLargest() {
            if (subscriptionBytes <= budget.limit() / SUBSCRIPTION_SHARE) {
                return;
            }
            subscribers.entrySet().stream()
                    .max(Comparator.comparingLong(each -> each.getValue().heldBytes()))
                    .ifPresent(largest -> largest.getKey()
                            .disconnect("it has the most subscriptions, and those of all peers take too much memory"));
        }
    }
}
