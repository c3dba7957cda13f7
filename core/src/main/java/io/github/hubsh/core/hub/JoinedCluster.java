package io.github.hubsh.core.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.cluster.ClusterLink;
import io.github.hubsh.core.cluster.ClusterText;
import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.cluster.LinkDelivery;
import io.github.hubsh.core.cluster.LinkStatus;
import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.driver.MachineDriver;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.protocol.ClusterPolicy;
import io.github.hubsh.core.protocol.DeliveryFailure;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Broadcast;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.ClusterSettings;
import io.github.hubsh.core.protocol.cluster.HubPresence;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.server.SubscriptionWatch;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.wire.ReceivedMessage;
import io.github.hubsh.core.wire.RepeatedTexts;
import io.github.hubsh.core.wire.RouteReader;
import io.github.hubsh.core.wire.UnreadMessage;
import io.github.hubsh.core.zmtp.Octets;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A hub's part in a cluster: the link, and what its loop does for it.
 *
 * <p>What comes from the link waits for the loop, {@link #MAX_WAITING} messages of each kind and no more; then the link
 * is held up.
 */
final class JoinedCluster implements ClusterLink.Receiver, SubscriptionWatch, AutoCloseable {
    private static final int MAX_WAITING = 512;
    private static final int MAX_PREFIX_BYTES = 255;
    private static final int MAX_LOST_HUBS = 1000;
    private static final int EPOCHS_PER_MILLI = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final String name;
    private final ServerLoop serverLoop;
    private final HubLoop loop;
    private final ClusterProtocol machine;
    private final ClusterPolicy policy;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final Semaphore broadcastRoom = new Semaphore(MAX_WAITING);
    private final RepeatedTexts names = new RepeatedTexts(); // the loop's
    private final Set<String> lostHubs = new LinkedHashSet<>(); // the loop's; those that are not back yet
    private final AtomicBoolean wasDown = new AtomicBoolean();
    private final DropLog drops;

    // Mutable state
    private volatile @Nullable ClusterLink link;
    private volatile String cluster = "";

    JoinedCluster(String name, ServerLoop serverLoop, HubLoop loop, HubProtocol protocol, ClusterPolicy policy) {
        this.name = name;
        this.serverLoop = serverLoop;
        this.loop = loop;
        this.policy = policy;
        this.drops = new DropLog(InstanceLog.of(Hub.class, name), Level.WARN);
        long now = System.currentTimeMillis();
        ClusterSettings settings = new ClusterSettings(ClusterSettings.DEFAULT_DEADLINE.toNanos(), now, this::accepts);
        this.machine = new ClusterProtocol(new HubStart(name, epoch(now)), settings);
        protocol.join(machine, policy);
        loop.join(this);
    }

    /** The hub's own name is for no plugin, wherever it is. */
    private boolean accepts(String plugin) {
        return !plugin.equals(name) && policy.accepts(plugin);
    }

    /** Two hubs that start in one millisecond differ, too. */
    private static long epoch(long millis) {
        return millis * EPOCHS_PER_MILLI + ThreadLocalRandom.current().nextInt(EPOCHS_PER_MILLI);
    }

    /** Connects. Not on the loop. */
    void open(JoinOptions options) {
        cluster = options.cluster();
        try {
            link = ClusterLink.open(name, options, this);
        } catch (IOException e) {
            throw new TransportException("can't join the cluster: " + e.getMessage(), e);
        }
    }

    /** Rights have changed. On the loop. */
    void recheck() {
        policy.changed();
        decide((protocol, now) -> protocol.recheck());
    }

    ClusterStatus status() {
        ClusterLink current = link;
        LinkStatus status = current == null ? LinkStatus.NONE : current.status();
        return loop.ask((protocol, now) -> new ClusterStatus(
                cluster,
                machine.isJoined(),
                machine.hubs().stream().map(hub -> row(hub, now)).toList(),
                machine.remotePlugins(),
                machine.awayPlugins(),
                status,
                machine.counts()));
    }

    @Override
    public void connected(String server) {
        if (wasDown.getAndSet(false)) {
            LOG.warn("{}: connected to the cluster again, at {}", name, server);
        }
        decide(ClusterProtocol::linkUp);
    }

    @Override
    public void disconnected() {
        wasDown.set(true);
        decide((protocol, now) -> protocol.linkDown());
    }

    @Override
    public void received(ClusterText text) {
        boolean isBroadcast = text.head() instanceof Broadcast;
        Semaphore waiting = isBroadcast ? broadcastRoom : room;
        waiting.acquireUninterruptibly();
        serverLoop.execute(() -> {
            waiting.release();
            if (isBroadcast) {
                publish((Broadcast) text.head(), text.text());
            } else {
                receive(text);
            }
        });
    }

    @Override
    public void changed(Octets prefix, boolean wanted) {
        String text = new String(prefix.toArray(), UTF_8);
        boolean isText = Octets.ofText(text).equals(prefix);
        if (prefix.size() > MAX_PREFIX_BYTES || text.startsWith("\0")) {
            return; // no plugin's name begins like this
        }
        // A prefix may end in the middle of a character: up to there, more is wanted than the subscriber needs.
        String prefixText = isText ? text : text.substring(0, text.indexOf('\ufffd'));
        decide((protocol, now) -> {
            protocol.want(prefixText, wanted);
            return List.of();
        });
    }

    /** Does what the hub's machine says for the cluster. On the loop. */
    void carryOut(HubAction action) {
        if (action instanceof HubAction.ForCluster forCluster) {
            carryOut(forCluster.action());
        } else if (action instanceof HubAction.Relay relay) {
            DeliveryFailure failure =
                    relay(relay.way(), HubLoop.text(relay.forward().message()));
            if (failure == null) {
                loop.forwarded(relay.forward());
            } else {
                loop.decide((protocol, now) -> protocol.unsent(relay, failure));
            }
        }
    }

    /** Sends an answer of this hub's to a plugin of another one; whether it is on its way. On the loop. */
    boolean answer(HubAction.Reply reply) {
        Optional<ClusterAction.Send> way = loop.ask((protocol, now) -> Optional.ofNullable(protocol.way(reply)));
        return way.isPresent() && relay(way.get(), MessageWriter.write(reply.message())) == null;
    }

    /**
     * Sends a message of a plugin here to one of another hub, if it is for one; most of it stays unread. On the loop.
     *
     * @return {@code false} if nothing was done
     */
    boolean pass(Octets identity, UnreadMessage message, byte[] bytes, SharedBytes text) {
        if (!loop.ask((protocol, now) -> protocol.isForRemote(message.route()))) {
            return false;
        }
        Envelope envelope = Envelope.of(identity.toArray());
        MessageOrigin from =
                new MessageOrigin(MessageOrigin.Channel.COMMAND, message.route().source(), envelope);
        WireMessage wire = new WireMessage(message.withoutData(bytes), text.toArray());
        loop.decide((protocol, now) -> protocol.receive(from, wire, now));
        return true;
    }

    private void carryOut(ClusterAction action) {
        ClusterLink current = link;
        if (action instanceof ClusterAction.Met met) {
            if (lostHubs.remove(met.hub().hub())) {
                LOG.warn("{}: the hub {} is there again", name, met.hub().hub());
            }
        } else if (action instanceof ClusterAction.Lost lost) {
            keepLost(lost.hub().hub());
            LOG.warn(
                    "{}: the hub {} is gone, or cannot be reached",
                    name,
                    lost.hub().hub());
        } else if (action instanceof ClusterAction.Refused) {
            LOG.error("{}: another hub of the cluster has this name; this one stays outside. Use --name.", name);
        } else if (current == null) {
            return;
        } else if (action instanceof ClusterAction.Announce announce) {
            LinkDelivery unused = current.announce(announce.message());
        } else if (action instanceof ClusterAction.Send send) {
            LinkDelivery unused = current.send(send.hub(), send.message(), new byte[0]);
        } else if (action instanceof ClusterAction.Subscribe subscribe) {
            current.subscribe(subscribe.prefix(), true);
        } else if (action instanceof ClusterAction.Unsubscribe unsubscribe) {
            current.subscribe(unsubscribe.prefix(), false);
        }
    }

    private void keepLost(String hub) {
        if (lostHubs.size() < MAX_LOST_HUBS) {
            lostHubs.add(hub);
        }
    }

    /** Sends a request or reply to another hub, and returns why not, or {@code null}. On the loop. */
    private @Nullable DeliveryFailure relay(ClusterAction.Send way, byte[] text) {
        ClusterLink current = link;
        LinkDelivery delivery =
                current == null ? LinkDelivery.DISCONNECTED : current.send(way.hub(), way.message(), text);
        return switch (delivery) {
            case SENT -> null;
            case DISCONNECTED -> DeliveryFailure.UNREACHABLE;
            case FULL -> DeliveryFailure.FULL;
            case TOO_LARGE -> DeliveryFailure.TOO_LARGE;
        };
    }

    /**
     * Sends a broadcast to the hubs that want it. On the loop.
     *
     * @param frames asked for only if there is one
     */
    void broadcast(String source, Supplier<BroadcastFrames> frames) {
        ClusterLink current = link;
        List<String> prefixes = current == null ? List.of() : machine.interest(source);
        if (current == null || prefixes.isEmpty()) {
            return;
        }
        BroadcastFrames message = frames.get();
        Broadcast head = new Broadcast(machine.self(), source, message.target(), message.type());
        for (String prefix : prefixes) {
            LinkDelivery unused = current.broadcast(prefix, head, message.json());
        }
    }

    @Override
    public void close() {
        ClusterLink current = link;
        link = null;
        if (current != null) {
            loop.ask((protocol, now) -> machine.close()).forEach(action -> {
                LinkDelivery unused = current.announce(((ClusterAction.Announce) action).message());
            });
            current.close();
        }
    }

    private void decide(MachineDriver.TimedDecision<ClusterProtocol, List<ClusterAction>> decision) {
        serverLoop.execute(() -> loop.decide(
                (protocol, now) -> protocol.decideCluster(joined -> decision.decide(joined, now), null, now)));
    }

    private void publish(Broadcast head, byte[] text) {
        if (!policy.accepts(head.source()) && !machine.isHub(head.source())) {
            return;
        }
        loop.publishHere(BroadcastFrames.of(head.source(), head.target(), head.type(), text));
    }

    private void receive(ClusterText text) {
        ClusterMessage head = text.head();
        boolean hasText = head instanceof Request || head instanceof ClusterMessage.Reply;
        WireMessage message = hasText ? read(text.text()) : null;
        loop.decide((protocol, now) -> protocol.decideCluster(joined -> joined.receive(head, now), message, now));
    }

    private @Nullable WireMessage read(byte[] json) {
        try {
            UnreadMessage unread = RouteReader.read(json, json.length, names);
            if (unread != null) {
                return new WireMessage(unread.withoutData(json), json);
            }
            ReceivedMessage received = ReceivedMessage.read(json);
            return new WireMessage(received.message(), received.json());
        } catch (MalformedMessageException e) {
            drops.dropped("of another hub: " + e.getMessage(), System.nanoTime());
            return null;
        }
    }

    private static ClusterStatus.ClusterHub row(HubPresence hub, long now) {
        return new ClusterStatus.ClusterHub(
                hub.hub(),
                hub.plugins(),
                Math.max(0, now - hub.heardAt()) / 1_000_000,
                hub.roundTrip(),
                hub.asked(),
                hub.served());
    }
}
