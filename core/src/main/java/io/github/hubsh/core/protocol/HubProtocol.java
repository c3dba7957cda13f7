package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.HubAction.Execute;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hub's side of the protocol.
 *
 * <p>There are two input channels. On the <i>query</i> channel any client may ask: {@code connect_request} and the
 * command {@code register} enter the sender in the registry. On the <i>command</i> channel registered plugins send each
 * other requests and replies, which the hub passes on as they came, and send the hub its own commands.
 *
 * <p>Every request, valid or not, is answered or passed on: an error reply is made in the name of the target of the
 * request, as the reference does, so that the requester's pairing by session works. Only what cannot be answered is
 * dropped: a message without a usable sender, and replies that no peer waits for. An answer to a reply could start an
 * endless exchange, so a reply is never answered, except on the query channel, whose clients can only wait. In the
 * place of a malformed reply its requester gets an error.
 *
 * <p>Broadcasts follow the reference exactly: on the query channel everything, on the command channel all that is not
 * {@code silent} and has been delivered; never an error about a route, nor the request that caused it.
 *
 * <p>A plugin registers <i>before</i> its command socket is connected. A request that comes before that connection is
 * held for {@link #GRACE_NANOS} and tried again, so that a plugin that can be seen in the registry can also be reached.
 *
 * <p>The sockets report to the hub which peer connects, and which goes. A plugin that connects is registered by that;
 * one that goes leaves errors to those that wait for it, and after a while the registry.
 */
public final class HubProtocol {
    /** How long a plugin may take after its registration to connect its command socket, in nanoseconds. */
    public static final long GRACE_NANOS = 1_000_000_000L;

    /** How often a held message is tried again, in nanoseconds. */
    public static final long RETRY_NANOS = 5_000_000L;

    /** The maximum number of plugins in a registry. */
    public static final int MAX_PLUGINS = 10_000;

    private static final String REGISTER = "register";

    private final String name;
    private final Messages messages;
    private final PluginRegistry registry;
    private final HubReplies replies;
    private final PluginTraffic traffic;
    private final AccessControl access;
    private final PendingRegistrations registrations = new PendingRegistrations();
    private final ClusterTurns turns;

    // Mutable state
    private ConnectReply.CommandSocket commandSocket;
    private ConnectReply.PublishSocket publishSocket;

    /** A hub with the defaults of {@link HubPolicy}. */
    public HubProtocol(
            String name,
            Messages messages,
            ConnectReply.CommandSocket commandSocket,
            ConnectReply.PublishSocket publishSocket) {
        this(name, messages, HubPolicy.DEFAULTS, commandSocket, publishSocket);
    }

    public HubProtocol(
            String name,
            Messages messages,
            HubPolicy policy,
            ConnectReply.CommandSocket commandSocket,
            ConnectReply.PublishSocket publishSocket) {
        this.name = name;
        this.messages = messages;
        this.registry = new PluginRegistry(name, policy.awayTimeout());
        this.replies = new HubReplies(messages, registry);
        this.traffic = new PluginTraffic(registry, replies, policy.inFlight());
        this.access = new AccessControl(name, replies, traffic);
        this.turns = new ClusterTurns(name, messages, registry, replies, traffic);
        this.commandSocket = commandSocket;
        this.publishSocket = publishSocket;
    }

    /**
     * From now on this hub is one of a cluster, and accepts of the others what its policy does. Before the first event.
     */
    public void join(ClusterProtocol cluster, ClusterPolicy policy) {
        registry.remotePlugins().join(cluster);
        turns.use(policy);
    }

    /**
     * Takes a decision of this hub's cluster, if it has joined one.
     *
     * @param wire the text beside a message from another hub; {@code null} if there is none that can be read
     */
    public List<HubAction> decideCluster(
            Function<ClusterProtocol, List<ClusterAction>> decision, @Nullable WireMessage wire, long now) {
        ClusterProtocol cluster = registry.remotePlugins().cluster();
        return cluster == null ? List.of() : turns.carryOut(decision.apply(cluster), wire, now);
    }

    /** Whether a message goes from a plugin of this hub to one of another hub. */
    public boolean isForRemote(Route route) {
        return registry.isHere(route.source())
                && !registry.isHere(route.target())
                && registry.remotePlugins().find(route.target()) != null;
    }

    /** Returns the way of an answer to a plugin of another hub, or {@code null} if no request waits for it. */
    public ClusterAction.@Nullable Send way(Reply answer) {
        return registry.remotePlugins().answered(ClusterTurns.key(answer.message()));
    }

    /** A message could not be sent to another hub. */
    public List<HubAction> unsent(HubAction.Relay relay, DeliveryFailure failure) {
        return turns.unsent(relay, failure);
    }

    /** Returns the registered plugins' names, each under itself: here in order of registration, then elsewhere. */
    public Map<String, String> registry() {
        return registry.names();
    }

    /** Returns what is known of each registered plugin, in order of registration. */
    public List<PluginPresence> presences() {
        return registry.plugins().stream().map(RegisteredPlugin::presence).toList();
    }

    /** Returns how many requests were answered with an error in the place of their target. */
    public long refused() {
        return replies.refused();
    }

    /** Returns how many messages did not reach their plugin, or were without a reply when it went. */
    public long lost() {
        return replies.lost();
    }

    /** Returns how long the replies of all plugins took, also of those that have left. */
    public RoundTrips roundTrips() {
        return traffic.roundTrips();
    }

    /** The hub's sockets have been bound again: later connect replies have the new addresses. */
    public void rebound(ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish) {
        commandSocket = command;
        publishSocket = publish;
    }

    /** A peer has connected its command socket under this name. */
    public List<HubAction> connected(String peer, long now) {
        registry.connected(peer, now);
        traffic.connected(peer, now);
        return decide(registrations.settle(peer), now);
    }

    /** A second peer of this name has connected its command socket, and was refused because the first is alive. */
    public List<HubAction> refused(String peer) {
        registrations.refused(peer);
        return List.of();
    }

    /** The peer of this name has gone, or gives no sign of life. */
    public List<HubAction> disconnected(String peer, long now) {
        RegisteredPlugin plugin = registry.here(peer);
        registry.remotePlugins().await(peer, false);
        if (plugin == null) {
            return List.of();
        }
        registry.disconnected(plugin, now);
        List<HubAction> actions = new ArrayList<>(traffic.gone(plugin));
        actions.addAll(decide(registrations.settle(peer), now));
        return actions;
    }

    /**
     * Returns the way of a valid request or reply, come on the command channel, if it is to be passed on at once, and
     * no more than that: then tell {@link #forwardedDirectly} next. If not, or if its target does not take it,
     * {@link #receive} decides about it.
     *
     * <p>Rights are not looked at here: a sender whose rights restrict it does not come this way.
     *
     * @param outlineSize how many bytes the outline of a request will hold
     */
    public @Nullable DirectForward directForward(String peer, Route route, int outlineSize) {
        return route.source().equals(peer) && !route.target().equals(name)
                ? traffic.directForward(route, outlineSize)
                : null;
    }

    /**
     * A message was passed on.
     *
     * @param outline of a request; {@code null} for a reply
     */
    public void forwardedDirectly(DirectForward forward, @Nullable RequestOutline outline, long now) {
        traffic.forwardedDirectly(forward, outline, now);
    }

    /** A message has come, on either channel. */
    public List<HubAction> receive(MessageOrigin from, WireMessage message, long now) {
        List<HubAction> refused = access.refuse(from, message, now);
        if (refused != null) {
            return refused;
        }
        return from.channel() == MessageOrigin.Channel.QUERY
                ? receiveQuery(from, message, now)
                : receiveCommand(from, message, now);
    }

    /** A malformed message has come, on either channel. */
    public List<HubAction> receiveMalformed(MessageOrigin from, MalformedMessage malformed, long now) {
        Header header = malformed.header();
        String reason = malformed.reason();
        if (from.channel() == MessageOrigin.Channel.COMMAND && header != null && isReply(header.type())) {
            List<HubAction> actions = new ArrayList<>();
            actions.add(replies.drop(from.peer(), "malformed " + header.type() + ": " + reason));
            actions.addAll(traffic.replaceReply(from, header, malformed, now));
            return actions;
        }
        Header parent = header != null ? header : messages.header(from.peer(), name, MessageType.EXECUTE_REQUEST, "");
        return List.of(replies.refuse(from, replies.error(parent, "MalformedMessage", "Malformed message: " + reason)));
    }

    /** Frames have come that hold no message, or no return address: they cannot be answered. */
    public List<HubAction> receiveUnreadable(String peer, String reason) {
        return List.of(replies.drop(peer, reason));
    }

    /** One of the hub's own commands has been executed. */
    public List<HubAction> executed(MessageOrigin from, ExecuteRequest request, Payload result) {
        return answer(from, request.silent(), replies.result(request, result));
    }

    /** One of the hub's own commands has failed. */
    public List<HubAction> failed(MessageOrigin from, ExecuteRequest request, RemoteError error) {
        return answer(from, request.silent(), replies.error(request, error));
    }

    /** The target of a {@link Forward} could not be reached, or accepts no more messages. */
    public List<HubAction> undeliverable(Forward forward, DeliveryFailure failure, long now) {
        return traffic.undeliverable(forward, failure, now);
    }

    /** Time has passed: tries the held messages again, and forgets the plugins that stay away. */
    public List<HubAction> tick(long now) {
        List<HubAction> actions = new ArrayList<>(traffic.tick(now));
        for (RegisteredPlugin plugin : registry.leave(now)) {
            actions.addAll(traffic.gone(plugin));
            actions.add(new Publish(WireMessage.of(replies.leaving(plugin.name(), name))));
        }
        actions.addAll(decide(registrations.due(now), now));
        actions.addAll(decideCluster(cluster -> cluster.tick(now), null, now));
        return actions;
    }

    /** Returns when {@link #tick} is due next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        ClusterProtocol cluster = registry.remotePlugins().cluster();
        long ofCluster = cluster == null ? Long.MAX_VALUE : cluster.nextDeadline();
        long ofPlugins = Math.min(traffic.nextDeadline(), registry.nextDeadline());
        return Math.min(ofCluster, Math.min(registrations.nextDeadline(), ofPlugins));
    }

    private List<HubAction> receiveQuery(MessageOrigin from, WireMessage wire, long now) {
        List<HubAction> actions = new ArrayList<>();
        actions.add(new Publish(wire));
        Message message = wire.message();
        switch (message.header().type()) {
            case CONNECT_REQUEST -> connect(from, (ConnectRequest) message, now, actions);
            case EXECUTE_REQUEST -> {
                ExecuteRequest request = (ExecuteRequest) message;
                if (!request.command().equals(REGISTER) || !registrations.hold(from, request, now)) {
                    execute(from, request, now, actions);
                }
            }
            case CONNECT_REPLY, EXECUTE_REPLY -> {
                // A REQ client is stuck until it is answered, even after an invalid message.
                String reason = "The query socket takes no " + message.header().type() + ".";
                actions.addAll(answer(from, false, replies.error(message.header(), "UnexpectedMessage", reason)));
            }
        }
        return actions;
    }

    private void connect(MessageOrigin from, ConnectRequest request, long now, List<HubAction> actions) {
        if (registry.isConnected(request.source())) {
            registrations.joins(from, request.source());
        }
        RemoteError refusal = register(request.source(), from, now);
        actions.addAll(answer(
                from,
                false,
                refusal == null
                        ? messages.connectReply(request, name, commandSocket, publishSocket)
                        : replies.error(request.header(), refusal.name(), refusal.value())));
    }

    private List<HubAction> receiveCommand(MessageOrigin from, WireMessage wire, long now) {
        Message message = wire.message();
        if (!message.source().equals(from.peer())) {
            return List.of(replies.drop(
                    from.peer(), "header.source says '" + message.source() + "', the socket '" + from.peer() + "'"));
        }
        return switch (message.header().type()) {
            case EXECUTE_REQUEST -> receiveRequest(from, (ExecuteRequest) message, wire, now);
            case EXECUTE_REPLY -> receiveReply(from, (ExecuteReply) message, wire, now);
            case CONNECT_REQUEST ->
                List.of(replies.refuse(
                        from,
                        replies.error(
                                message.header(), "UnexpectedMessage", "connect_request goes to the query socket.")));
            case CONNECT_REPLY -> List.of(replies.drop(from.peer(), "the command socket takes no connect_reply"));
        };
    }

    private List<HubAction> receiveRequest(MessageOrigin from, ExecuteRequest request, WireMessage wire, long now) {
        String target = request.target();
        boolean registered = registry.isHere(from.peer());
        if (registered && target.equals(name)) {
            List<HubAction> actions = new ArrayList<>();
            if (!request.silent()) {
                actions.add(new Publish(wire));
            }
            execute(from, request, now, actions);
            return actions;
        }
        return registered && registry.has(target)
                ? traffic.request(from, request, wire, now)
                : List.of(replies.refuseRoute(from, request));
    }

    private List<HubAction> receiveReply(MessageOrigin from, ExecuteReply reply, WireMessage wire, long now) {
        if (reply.target().equals(name)) {
            return List.of(replies.drop(from.peer(), "an execute_reply that the hub does not wait for"));
        }
        return traffic.reply(from, reply, wire, now);
    }

    /** Carries registrations out that were in doubt. */
    private List<HubAction> decide(List<PendingRegistrations.Decided> registrations, long now) {
        List<HubAction> actions = new ArrayList<>();
        for (PendingRegistrations.Decided registration : registrations) {
            ExecuteRequest request = registration.request();
            if (registration.refused()) {
                RemoteError error = RemoteError.ofNameInUse(request.source());
                actions.addAll(failed(registration.from(), request, error));
            } else {
                execute(registration.from(), request, now, actions);
            }
        }
        return actions;
    }

    private void execute(MessageOrigin from, ExecuteRequest request, long now, List<HubAction> actions) {
        RemoteError refusal = request.command().equals(REGISTER) ? register(request.source(), from, now) : null;
        actions.addAll(refusal == null ? List.of(new Execute(from, request)) : failed(from, request, refusal));
    }

    /** Enters a plugin and returns {@code null}, or returns the reason for the refusal. */
    private @Nullable RemoteError register(String plugin, MessageOrigin from, long now) {
        RemoteError inUse =
                registry.isHere(plugin) ? null : registry.remotePlugins().refusal(plugin);
        if (inUse != null) {
            return inUse;
        }
        String refusal = registry.register(plugin, from.client(), now);
        return refusal == null ? null : new RemoteError("RegistrationRefused", refusal, List.of());
    }

    private List<HubAction> answer(MessageOrigin to, boolean silent, Message reply) {
        Reply action = new Reply(to, reply);
        boolean publish = to.channel() == MessageOrigin.Channel.QUERY || !silent;
        return publish ? List.of(action, new Publish(WireMessage.of(reply))) : List.of(action);
    }

    private static boolean isReply(MessageType type) {
        return type == MessageType.EXECUTE_REPLY || type == MessageType.CONNECT_REPLY;
    }
}
