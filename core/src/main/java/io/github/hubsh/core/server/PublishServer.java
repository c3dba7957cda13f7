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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An XPUB socket that is bound: each message goes to the peers that have subscribed to how it begins. */
public final class PublishServer implements AutoCloseable {
    /** The part of the budget that subscriptions may take. */
    private static final int SUBSCRIPTION_SHARE = 8;

    /** How long a notice of losses may wait for the next message, in nanoseconds. */
    private static final long NOTICE_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServerLoop loop;
    private final ServerLimits limits;
    private final MemoryBudget budget;
    private final PrivateTopics topics;
    private final PeerGate gate;
    private final PeerServer server;

    // Mutable state, the loop's
    private final Map<Peer, Subscriber> subscribers = new LinkedHashMap<>();
    private long subscriptionBytes;
    private boolean noticesPlanned;
    private SubscriptionWatch watch = (prefix, wanted) -> {};

    private PublishServer(
            ServerLoop loop, Endpoint endpoint, ServerLimits limits, PrivateTopics topics, PeerGate gate) {
        this.gate = gate;
        this.loop = loop;
        this.limits = limits;
        this.topics = topics;
        this.budget = loop.memory().budget();
        LocalSocket self = new LocalSocket(ConnectionSide.SERVER, ZmtpSocketType.XPUB, Octets.EMPTY);
        Connections owner = new Connections();
        this.server = PeerServer.bind(loop, endpoint, self, limits, owner);
        server.open();
    }

    /**
     * Binds. Not on the loop.
     *
     * @param topics what subscribers may ask for, beside messages
     * @throws io.github.hubsh.core.transport.TransportException if the address cannot be used
     */
    public static PublishServer bind(ServerLoop loop, Endpoint endpoint, ServerLimits limits, PrivateTopics topics) {
        return bind(loop, endpoint, limits, topics, PeerGate.OPEN);
    }

    /**
     * Binds. Not on the loop.
     *
     * @param topics what subscribers may ask for, beside messages
     * @param gate decides who may subscribe
     * @throws io.github.hubsh.core.transport.TransportException if the address cannot be used
     */
    public static PublishServer bind(
            ServerLoop loop, Endpoint endpoint, ServerLimits limits, PrivateTopics topics, PeerGate gate) {
        return new PublishServer(loop, endpoint, limits, topics, gate);
    }

    /** Disconnects the subscribers that would not be let in now. On the loop. */
    public void recheck() {
        for (Peer peer : List.copyOf(subscribers.keySet())) {
            String refusal = gate.refusal(peer.identity(), peer.key());
            if (refusal != null) {
                peer.disconnect(refusal);
            }
        }
    }

    /** Returns the address with the port that was chosen. Any thread. */
    public Endpoint endpoint() {
        return server.endpoint();
    }

    /** From now on {@code next} hears of the subscriptions; of those that are there at once. On the loop. */
    public void watch(SubscriptionWatch next) {
        watch = next;
        subscribers.values().forEach(subscriber -> tell(subscriber, true));
    }

    private void tell(Subscriber subscriber, boolean wanted) {
        subscriber.prefixes().all().forEach(prefix -> watch.changed(prefix, wanted));
    }

    /**
     * Sends a message to those that want it, and never waits. On the loop.
     *
     * @param topic the first frame
     * @param frames all of them; asked for only if a peer wants the message
     * @return how many peers want it and do not get it, because they read too slowly
     */
    public int publish(Octets topic, Supplier<List<SharedBytes>> frames) {
        List<Map.Entry<Peer, Subscriber>> wanting = new ArrayList<>();
        for (Map.Entry<Peer, Subscriber> each : subscribers.entrySet()) {
            if (each.getValue().prefixes().match(topic)) {
                wanting.add(each);
            }
        }
        return switch (wanting.size()) {
            case 0 -> 0;
            case 1 -> publish(wanting.get(0), frames.get());
            default -> publish(wanting, frames.get());
        };
    }

    /** Sends a message to one peer, together with others if it is short; returns to how many not. */
    private int publish(Map.Entry<Peer, Subscriber> only, List<SharedBytes> frames) {
        boolean taken = isToldAll(only.getKey(), only.getValue()) && send(only.getKey(), frames);
        return taken ? 0 : lose(only.getValue());
    }

    /** Sends the same buffers to several peers; returns to how many not. */
    private int publish(List<Map.Entry<Peer, Subscriber>> wanting, List<SharedBytes> frames) {
        OutgoingMessage message = new OutgoingMessage(ByteBufAllocator.DEFAULT, budget, frames);
        int lost = 0;
        for (Map.Entry<Peer, Subscriber> each : wanting) {
            Peer peer = each.getKey();
            if (isToldAll(peer, each.getValue()) && peer.takesBroadcast(message.size())) {
                peer.send(message, null);
            } else {
                lost += lose(each.getValue());
            }
        }
        message.release();
        return lost;
    }

    private int lose(Subscriber subscriber) {
        subscriber.lose();
        planNotices();
        return 1;
    }

    /** Sends the notice of what the subscriber has lost, if there is one; whether nothing is left to tell. */
    private boolean isToldAll(Peer peer, Subscriber subscriber) {
        if (subscriber.lost() > 0 && send(peer, shared(topics.notice().apply(subscriber.lost())))) {
            subscriber.noticed();
        }
        return subscriber.lost() == 0;
    }

    /** A notice must not wait for another message: there may be none. */
    private void planNotices() {
        if (!noticesPlanned) {
            noticesPlanned = true;
            loop.schedule(this::sendNotices, NOTICE_INTERVAL);
        }
    }

    private void sendNotices() {
        noticesPlanned = false;
        boolean all = true;
        for (Map.Entry<Peer, Subscriber> each : subscribers.entrySet()) {
            all &= isToldAll(each.getKey(), each.getValue());
        }
        if (!all) {
            planNotices();
        }
    }

    /** Sends a message to one peer, if there is room. */
    private static boolean send(Peer peer, List<SharedBytes> frames) {
        long size = MessageBatch.size(frames);
        boolean taken = peer.takesBroadcast(size);
        if (taken) {
            peer.send(frames, size, null);
        }
        return taken;
    }

    private static List<SharedBytes> shared(List<byte[]> frames) {
        return frames.stream().map(SharedBytes::of).toList();
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
            String refusal = gate.refusal(peer.identity(), peer.key());
            if (refusal != null) {
                peer.refuse(refusal);
                return;
            }
            subscribers.put(peer, new Subscriber(limits));
            peer.accept();
        }

        @Override
        public void received(Peer peer, List<SharedBytes> frames) {
            // a subscriber has nothing to say
        }

        @Override
        public void commanded(Peer peer, Command command) {
            Subscriber subscriber = subscribers.get(peer);
            if (subscriber == null) {
                return;
            }
            long before = subscriber.prefixes().heldBytes();
            if (command instanceof Cancel cancel) {
                cancel(subscriber, cancel.prefix());
            } else if (command instanceof Subscribe subscribe) {
                subscribe(peer, subscriber, subscribe.prefix().toArray());
            }
            if (subscribers.containsKey(peer)) {
                count(subscriber.prefixes().heldBytes() - before);
                endLargest();
            }
        }

        private void cancel(Subscriber subscriber, Octets prefix) {
            boolean before = subscriber.prefixes().has(prefix);
            subscriber.prefixes().remove(prefix);
            if (before && !subscriber.prefixes().has(prefix)) {
                watch.changed(prefix, false);
            }
            if (topics.losses().test(prefix.toArray())) {
                subscriber.wantNotices(false);
            }
        }

        private void subscribe(Peer peer, Subscriber subscriber, byte[] prefix) {
            boolean before = subscriber.prefixes().has(Octets.of(prefix));
            if (!subscriber.prefixes().add(Octets.of(prefix))) {
                peer.disconnect("it has too many subscriptions");
                return;
            }
            if (!before) {
                watch.changed(Octets.of(prefix), true);
            }
            if (topics.marks().test(prefix)) {
                // If there is no room for it, the subscriber is deaf.
                boolean unused = send(peer, List.of(SharedBytes.of(prefix)));
            } else if (topics.losses().test(prefix)
                    && send(peer, shared(topics.notice().apply(0)))) {
                subscriber.wantNotices(true);
            }
        }

        @Override
        public void broken(Peer peer, String reason) {
            // it has nothing to lose but its subscriptions
        }

        @Override
        public void ended(Peer peer) {
            Subscriber gone = subscribers.remove(peer);
            if (gone != null) {
                tell(gone, false);
                count(-gone.prefixes().heldBytes());
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
                    .max(Comparator.comparingLong(
                            each -> each.getValue().prefixes().heldBytes()))
                    .ifPresent(largest -> largest.getKey()
                            .disconnect("it has the most subscriptions, and those of all peers take too much memory"));
        }
    }
}
