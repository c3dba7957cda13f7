package io.github.hubsh.core.hub;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.driver.MachineDriver;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.key.CurveKey;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.DeliveryFailure;
import io.github.hubsh.core.protocol.DirectForward;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.WireMessage;
import io.github.hubsh.core.server.Account;
import io.github.hubsh.core.server.PublishServer;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.server.ServerTraffic;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.HubFrames;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.core.wire.RepeatedTexts;
import io.github.hubsh.core.wire.RouteReader;
import io.github.hubsh.core.wire.UnreadMessage;
import io.github.hubsh.core.zmtp.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What happens on a hub's loop: frames become messages, the machine decides, its actions are carried out. Handlers run
 * on other threads, and post their results to the loop.
 */
final class HubLoop implements AutoCloseable {
    /** Commands that answer at once, on the loop. */
    private static final Set<String> IMMEDIATE = Set.of("ping", "register");

    /** Messages of up to this size are read in an array that is there already. */
    private static final int MAX_COPIED_BYTES = 64 << 10;

    private final ServerLoop loop;
    private final MachineDriver<HubProtocol> driver;
    private final HubReader reader;
    private final HubAdmission access;
    private final LongAdder received = new LongAdder();
    private final LongAdder forwarded = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder broadcast = new LongAdder();
    private final LongAdder broadcastLost = new LongAdder();
    private final Map<Channel, RouterServer> sockets = new ConcurrentHashMap<>();
    private final List<BroadcastListener> listeners;
    private volatile @Nullable PublishServer broadcasts;

    // Mutable state, the loop's
    private final TreeSet<Long> scheduledTicks = new TreeSet<>();
    private final byte[] readable = new byte[MAX_COPIED_BYTES];
    private final RepeatedTexts names = new RepeatedTexts();
    private @Nullable JoinedCluster cluster;

    /** What the machine makes of a peer that connects or goes. */
    interface PresenceChange {
        List<HubAction> apply(HubProtocol protocol, String peer, long now);
    }

    HubLoop(HubSetup setup, ServerLoop loop, HubProtocol protocol) {
        String name = setup.name();
        this.loop = loop;
        this.listeners = setup.listeners();
        this.access = setup.access();
        this.driver = new MachineDriver<>(MachineDriver.Role.HUB, name, protocol, setup.handlers(), dropLog(name));
        this.reader = new HubReader(driver);
    }

    /** From now on this hub is one of a cluster. Before the first message. */
    void join(JoinedCluster joined) {
        cluster = joined;
    }

    /** Takes a decision and carries it out. On the loop. */
    void decide(MachineDriver.TimedDecision<HubProtocol, List<HubAction>> decision) {
        carryOut(driver.decideNow(decision));
    }

    /** Returns what the machine knows. Any thread. */
    <T> T ask(MachineDriver.TimedDecision<HubProtocol, T> question) {
        return driver.decideNow(question);
    }

    /** Broadcasts what another hub has broadcast, to the subscribers here. On the loop. */
    void publishHere(BroadcastFrames frames) {
        publish(Octets.ofText(frames.source()), () -> HubFrameBytes.shared(frames.frames()));
    }

    /** Logs what a thread of the hub has thrown. */
    static void failed(String name, Throwable failure) {
        dropLog(name).failed(name, failure);
    }

    private static DropLog dropLog(String name) {
        return new DropLog(InstanceLog.of(Hub.class, name), Level.WARN);
    }

    /** Counts what came in, and cannot be read. */
    void broken(Octets identity, String reason) {
        received.increment();
        carryOut(driver.decide(protocol -> protocol.receiveUnreadable(identity.toString(), reason)));
    }

    /** From now on the socket serves this channel. What comes first finds it here, to be answered. */
    void use(Channel channel, RouterServer socket) {
        sockets.put(channel, socket);
        socket.open();
    }

    void broadcastTo(PublishServer next) {
        broadcasts = next;
    }

    /** Handles a message as though it had come in. Any thread. */
    void inject(Channel channel, List<byte[]> frames) {
        loop.execute(() -> {
            received.increment();
            carryOut(reader.decide(channel, frames, AccessRights.ALL), null);
        });
    }

    /** Sends frames, the receiver's identity first. Any thread. */
    void send(Channel channel, List<byte[]> frames) {
        loop.execute(() -> {
            Delivery unused = send(channel, frames, Account.RECEIVER);
        });
    }

    void rebound(ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish) {
        driver.change(protocol -> protocol.rebound(command, publish));
    }

    Map<String, String> registry() {
        return driver.decide(HubProtocol::registry);
    }

    List<PluginStatus> plugins() {
        Instant zero = Instant.now().minusNanos(driver.now());
        return driver.decide(HubProtocol::presences).stream()
                .map(plugin -> PluginStatus.of(plugin, zero))
                .toList();
    }

    HubStatistics statistics() {
        return new HubStatistics(
                received.sum(),
                forwarded.sum(),
                answered.sum(),
                driver.decide(HubProtocol::refused),
                dropped.sum(),
                driver.decide(HubProtocol::lost),
                broadcast.sum(),
                broadcastLost.sum(),
                loop.disconnected(),
                new HubStatistics.Memory(loop.budget().used(), loop.budget().limit()));
    }

    HubTraffic traffic() {
        ServerTraffic bytes = loop.traffic();
        return new HubTraffic(
                bytes.connections(),
                bytes.opened(),
                bytes.received(),
                bytes.sent(),
                driver.decide(HubProtocol::roundTrips));
    }

    @Override
    public void close() {
        driver.close();
    }

    /**
     * Passes a message on if that is all there is to it: the bytes as they came, to the target and to the subscribers.
     * Most messages go this way. Returns {@code false} if nothing was done.
     */
    boolean pass(Octets identity, List<SharedBytes> frames) {
        SharedBytes text = HubFrames.commandText(frames);
        if (text == null) {
            return false;
        }
        byte[] bytes = text.size() <= readable.length ? readable : new byte[text.size()];
        text.copyTo(bytes);
        UnreadMessage message = RouteReader.read(bytes, text.size(), names);
        if (message == null || !identity.equals(Octets.ofText(message.route().source()))) {
            return false;
        }
        Route route = message.route();
        if (access.isCurve() && !access.isFree(route.type(), key(Channel.COMMAND, identity))) {
            return false;
        }
        DirectForward forward =
                driver.decide(protocol -> protocol.directForward(route.source(), route, message.outlineSize()));
        if (forward == null && cluster != null && cluster.pass(identity, message, bytes, text)) {
            received.increment();
            return true;
        }
        RouterServer socket = sockets.get(Channel.COMMAND);
        Octets target = Octets.ofText(route.target());
        if (forward == null
                || socket == null
                || socket.send(target, HubFrames.commandBehindIdentity(SharedBytes.EMPTY, text), account(route.type()))
                        != Delivery.SENT) {
            return false;
        }
        RequestOutline outline = route.type() == MessageType.EXECUTE_REQUEST ? message.outline(bytes) : null;
        driver.changeNow((protocol, now) -> protocol.forwardedDirectly(forward, outline, now));
        received.increment();
        forwarded.increment();
        if (!route.silent()) {
            publish(identity, () -> BroadcastFrames.write(route, text, SharedBytes::of));
            if (cluster != null) {
                cluster.broadcast(route.source(), () -> BroadcastFrames.of(route, text.toArray()));
            }
        }
        return true;
    }

    /** A peer has connected its command socket, or is gone. An identity that is not text is no plugin's. */
    void presence(Octets identity, PresenceChange change) {
        String peer = new String(identity.toArray(), StandardCharsets.UTF_8);
        if (identity.equals(Octets.ofText(peer))) {
            carryOut(driver.decideNow((protocol, now) -> change.apply(protocol, peer, now)));
        }
    }

    private void publish(Octets topic, Supplier<List<SharedBytes>> frames) {
        PublishServer socket = broadcasts;
        if (socket != null) {
            broadcast.increment();
            broadcastLost.add(socket.publish(topic, frames));
        }
        if (!listeners.isEmpty()) {
            HubBroadcast message = new HubBroadcast(frames);
            listeners.forEach(listener -> listener.broadcast(message));
        }
    }

    /** Handles a message that has come in. */
    void received(Channel channel, Octets identity, List<SharedBytes> frames) {
        received.increment();
        CurveKey key = key(channel, identity);
        AccessRights rights = access.rights(key);
        List<byte[]> arrays = HubFrames.of(identity.toArray(), HubFrameBytes.arrays(frames));
        carryOut(reader.decide(channel, arrays, rights == null ? AccessRights.NONE : rights), key);
    }

    private @Nullable CurveKey key(Channel channel, Octets identity) {
        RouterServer socket = sockets.get(channel);
        return socket == null ? null : socket.key(identity);
    }

    private void carryOut(List<HubAction> actions) {
        carryOut(actions, null);
    }

    /** @param key of the sender of what is decided about */
    private void carryOut(List<HubAction> actions, @Nullable CurveKey key) {
        for (HubAction action : actions) {
            if (action instanceof HubAction.Forward forward) {
                forward(forward);
            } else if (action instanceof HubAction.Reply reply) {
                reply(reply);
            } else if (action instanceof HubAction.Publish publish) {
                publish(publish.message());
            } else if (action instanceof HubAction.Execute execute) {
                execute(execute);
            } else if (action instanceof HubAction.Refused refused) {
                access.refused(refused.from(), refused.refusal(), key);
            } else if (action instanceof HubAction.Drop drop) {
                drop(drop);
            } else if (cluster != null) {
                cluster.carryOut(action);
            }
        }
        scheduleTick();
    }

    /** Plans a turn for the machine's next deadline, unless one is planned that comes first. */
    private void scheduleTick() {
        long deadline = driver.decide(HubProtocol::nextDeadline);
        if (deadline != Long.MAX_VALUE && scheduledTicks.floor(deadline) == null) {
            scheduledTicks.add(deadline);
            loop.schedule(() -> tick(deadline), deadline - driver.now());
        }
    }

    private void tick(long deadline) {
        scheduledTicks.remove(deadline);
        carryOut(driver.decideNow(HubProtocol::tick));
    }

    private void forward(HubAction.Forward forward) {
        List<byte[]> frames = HubFrames.command(forward.target(), text(forward.message()));
        Account account = account(forward.message().message().header().type());
        switch (send(Channel.COMMAND, frames, account)) {
            case SENT -> forwarded(forward);
            case UNREACHABLE -> undeliverable(forward, DeliveryFailure.UNREACHABLE);
            case FULL -> undeliverable(forward, DeliveryFailure.FULL);
        }
    }

    /** A message is on its way. */
    void forwarded(HubAction.Forward forward) {
        forwarded.increment();
        if (forward.publish()) {
            publish(forward.message());
        }
    }

    private void undeliverable(HubAction.Forward forward, DeliveryFailure failure) {
        carryOut(driver.decideNow((protocol, now) -> protocol.undeliverable(forward, failure, now)));
    }

    private void reply(HubAction.Reply reply) {
        MessageOrigin to = reply.to();
        if (to.channel() == Channel.CLUSTER) {
            boolean isSent = cluster != null && cluster.answer(reply);
            (isSent ? answered : dropped).increment();
            return;
        }
        List<byte[]> frames = HubFrames.answer(to.envelope(), MessageWriter.write(reply.message()));
        if (send(to.channel(), frames, Account.RECEIVER) == Delivery.SENT) {
            answered.increment();
        } else {
            // A client that asks again on a new connection leaves the old one behind: nothing to warn of.
            dropped.increment();
        }
    }

    private void publish(WireMessage message) {
        String source = message.message().source();
        Supplier<BroadcastFrames> frames = () -> BroadcastFrames.of(message.message(), text(message));
        publish(Octets.ofText(source), () -> HubFrameBytes.shared(frames.get().frames()));
        if (cluster != null) {
            cluster.broadcast(source, frames);
        }
    }

    private void execute(HubAction.Execute execute) {
        ExecuteRequest request = execute.request();
        if (IMMEDIATE.contains(request.command())) {
            driver.executeHere(request, outcome -> executed(execute, outcome));
        } else {
            driver.execute(request, outcome -> loop.execute(() -> executed(execute, outcome)));
        }
    }

    private void executed(HubAction.Execute execute, Handlers.Outcome outcome) {
        carryOut(driver.decide(protocol -> outcome instanceof Handlers.Result result
                ? protocol.executed(execute.from(), execute.request(), result.payload())
                : protocol.failed(execute.from(), execute.request(), ((Handlers.Failure) outcome).error())));
    }

    private void drop(HubAction.Drop drop) {
        dropped.increment();
        driver.logDrop(drop.peer(), drop.reason());
    }

    private static Account account(MessageType type) {
        return type == MessageType.EXECUTE_REQUEST ? Account.SENDER : Account.RECEIVER;
    }

    private Delivery send(Channel channel, List<byte[]> frames, Account account) {
        RouterServer socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("nothing serves " + channel);
        }
        List<SharedBytes> shared = HubFrameBytes.shared(HubFrames.behindIdentity(frames));
        return socket.send(Octets.of(HubFrames.identity(frames)), shared, account);
    }

    static byte[] text(WireMessage message) {
        byte[] json = message.json();
        return json != null ? json : MessageWriter.write(message.message());
    }
}
