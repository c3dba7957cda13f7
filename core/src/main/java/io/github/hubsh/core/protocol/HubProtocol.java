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
import io.github.hubsh.core.protocol.HubAction.Drop;
import io.github.hubsh.core.protocol.HubAction.Execute;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 */
public final class HubProtocol {
    /** How long a plugin may take after its registration to connect its command socket, in nanoseconds. */
    public static final long GRACE_NANOS = 1_000_000_000L;

    /** How often a held message is tried again, in nanoseconds. */
    public static final long RETRY_NANOS = 5_000_000L;

    /** The maximum number of plugins in a registry. */
    public static final int MAX_PLUGINS = 10_000;

    private static final int MAX_HELD_MESSAGES = 10_000;

    /** A routing identity is at most this long. */
    private static final int MAX_NAME_BYTES = 255;

    private final String name;
    private final Messages messages;

    // Mutable state
    private ConnectReply.CommandSocket commandSocket;
    private ConnectReply.PublishSocket publishSocket;
    private final Map<String, Long> registeredAt = new LinkedHashMap<>();
    private final List<Forward> held = new ArrayList<>();
    private long retryAt = Long.MAX_VALUE;
    private long executionCount;

    public HubProtocol(
            String name,
            Messages messages,
            ConnectReply.CommandSocket commandSocket,
            ConnectReply.PublishSocket publishSocket) {
        this.name = name;
        this.messages = messages;
        this.commandSocket = commandSocket;
        this.publishSocket = publishSocket;
    }

    /** Returns the registered plugins' names, each under itself, in order of registration. */
    public Map<String, String> registry() {
        Map<String, String> names = new LinkedHashMap<>();
        registeredAt.keySet().forEach(plugin -> names.put(plugin, plugin));
        return Collections.unmodifiableMap(names);
    }

    /** The hub's sockets have been bound again: later connect replies have the new addresses. */
    public void rebound(ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish) {
        commandSocket = command;
        publishSocket = publish;
    }

    /**
     * Whether a valid request or reply, come on the command channel, is to be passed on at once, and no more than that.
     * If not, or if its target does not take it, {@link #receive} decides about it.
     */
    public boolean passes(String peer, String source, String target) {
        return source.equals(peer)
                && !target.equals(name)
                && held.isEmpty()
                && registeredAt.containsKey(peer)
                && registeredAt.containsKey(target);
    }

    /** A message has come, on either channel. */
    public List<HubAction> receive(MessageOrigin from, WireMessage message, long now) {
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
            actions.add(new Drop(from.peer(), "malformed " + header.type() + ": " + reason));
            actions.addAll(replaceReply(from, header, malformed, now));
            return actions;
        }
        Header parent = header != null ? header : messages.header(from.peer(), name, MessageType.EXECUTE_REQUEST, "");
        return List.of(new Reply(from, error(parent, "MalformedMessage", "Malformed message: " + reason)));
    }

    /** Frames have come that hold no message, or no return address: they cannot be answered. */
    public List<HubAction> receiveUnreadable(String peer, String reason) {
        return List.of(new Drop(peer, reason));
    }

    /** One of the hub's own commands has been executed. */
    public List<HubAction> executed(MessageOrigin from, ExecuteRequest request, Payload result) {
        return answer(from, request.silent(), messages.executeReply(request, ++executionCount, result));
    }

    /** One of the hub's own commands has failed. */
    public List<HubAction> failed(MessageOrigin from, ExecuteRequest request, RemoteError error) {
        return answer(from, request.silent(), messages.errorReply(request, ++executionCount, error));
    }

    /** The target of a {@link Forward} could not be reached, or accepts no more messages. */
    public List<HubAction> undeliverable(Forward forward, DeliveryFailure failure, long now) {
        boolean unreachable = failure == DeliveryFailure.UNREACHABLE;
        Long registered = registeredAt.get(forward.target());
        boolean connecting = unreachable && registered != null && now - registered < GRACE_NANOS;
        if (connecting && held.size() < MAX_HELD_MESSAGES) {
            return hold(forward, now);
        }
        String reason = unreachable
                ? "Plugin " + forward.target() + " is registered but not connected."
                : "Plugin " + forward.target() + " takes no more messages: its queue is full.";
        if (forward.message().message() instanceof ExecuteRequest request) {
            RemoteError error = new RemoteError("NotConnected", reason, List.of());
            return List.of(new Reply(forward.from(), messages.errorReply(request, ++executionCount, error)));
        }
        return List.of(new Drop(forward.from().peer(), reason));
    }

    /** Time has passed: tries the held messages again. */
    public List<HubAction> tick(long now) {
        if (now < retryAt) {
            return List.of();
        }
        retryAt = Long.MAX_VALUE;
        List<HubAction> again = List.copyOf(held);
        held.clear();
        return again;
    }

    /** Returns when {@link #tick} is due next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        return retryAt;
    }

    private List<HubAction> receiveQuery(MessageOrigin from, WireMessage wire, long now) {
        List<HubAction> actions = new ArrayList<>();
        actions.add(new Publish(wire));
        Message message = wire.message();
        switch (message.header().type()) {
            case CONNECT_REQUEST -> connect(from, (ConnectRequest) message, now, actions);
            case EXECUTE_REQUEST -> execute(from, (ExecuteRequest) message, now, actions);
            case CONNECT_REPLY, EXECUTE_REPLY -> {
                // A REQ client is stuck until it is answered, even after an invalid message.
                String reason = "The query socket takes no " + message.header().type() + ".";
                actions.addAll(answer(from, false, error(message.header(), "UnexpectedMessage", reason)));
            }
        }
        return actions;
    }

    private void connect(MessageOrigin from, ConnectRequest request, long now, List<HubAction> actions) {
        String refusal = register(request.source(), now);
        actions.addAll(answer(
                from,
                false,
                refusal == null
                        ? messages.connectReply(request, name, commandSocket, publishSocket)
                        : error(request.header(), "RegistrationRefused", refusal)));
    }

    private List<HubAction> receiveCommand(MessageOrigin from, WireMessage wire, long now) {
        Message message = wire.message();
        if (!message.source().equals(from.peer())) {
            return List.of(new Drop(
                    from.peer(), "header.source says '" + message.source() + "', the socket '" + from.peer() + "'"));
        }
        return switch (message.header().type()) {
            case EXECUTE_REQUEST -> receiveRequest(from, (ExecuteRequest) message, wire, now);
            case EXECUTE_REPLY -> receiveReply(from, (ExecuteReply) message, wire, now);
            case CONNECT_REQUEST ->
                List.of(new Reply(
                        from,
                        error(message.header(), "UnexpectedMessage", "connect_request goes to the query socket.")));
            case CONNECT_REPLY -> List.of(new Drop(from.peer(), "the command socket takes no connect_reply"));
        };
    }

    private List<HubAction> receiveRequest(MessageOrigin from, ExecuteRequest request, WireMessage wire, long now) {
        String target = request.target();
        boolean registered = registeredAt.containsKey(from.peer());
        if (registered && target.equals(name)) {
            List<HubAction> actions = new ArrayList<>();
            if (!request.silent()) {
                actions.add(new Publish(wire));
            }
            execute(from, request, now, actions);
            return actions;
        }
        if (registered && registeredAt.containsKey(target)) {
            return forward(new Forward(from, target, wire, !request.silent()), now);
        }
        return List.of(new Reply(from, unsupportedRoute(request)));
    }

    private List<HubAction> receiveReply(MessageOrigin from, ExecuteReply reply, WireMessage wire, long now) {
        if (reply.target().equals(name)) {
            return List.of(new Drop(from.peer(), "an execute_reply that the hub does not wait for"));
        }
        if (!registeredAt.containsKey(from.peer()) || !registeredAt.containsKey(reply.target())) {
            return List.of(
                    new Drop(from.peer(), "an execute_reply to '" + reply.target() + "', which is not registered"));
        }
        return forward(new Forward(from, reply.target(), wire, !reply.silent()), now);
    }

    /** Sends an error in the place of a malformed reply: without it the requester waits until its time-out. */
    private List<HubAction> replaceReply(MessageOrigin from, Header header, MalformedMessage malformed, long now) {
        boolean passes = header.type() == MessageType.EXECUTE_REPLY
                && header.source().equals(from.peer())
                && registeredAt.containsKey(from.peer())
                && registeredAt.containsKey(header.target())
                && !header.target().equals(name);
        if (!passes) {
            return List.of();
        }
        RemoteError error = RemoteError.ofInvalidReply(malformed.reason(), malformed.json());
        WireMessage instead = WireMessage.of(messages.replyInstead(header, ++executionCount, error));
        return forward(new Forward(from, header.target(), instead, !malformed.silent()), now);
    }

    /** Holds a message while an earlier one is held for the same target, so that none overtakes. */
    private List<HubAction> forward(Forward forward, long now) {
        for (Forward waiting : held) {
            if (waiting.target().equals(forward.target())) {
                return held.size() < MAX_HELD_MESSAGES
                        ? hold(forward, now)
                        : undeliverable(forward, DeliveryFailure.FULL, now);
            }
        }
        return List.of(forward);
    }

    private List<HubAction> hold(Forward forward, long now) {
        held.add(forward);
        retryAt = Math.min(retryAt, now + RETRY_NANOS);
        return List.of();
    }

    private void execute(MessageOrigin from, ExecuteRequest request, long now, List<HubAction> actions) {
        String refusal = request.command().equals("register") ? register(request.source(), now) : null;
        actions.addAll(
                refusal == null
                        ? List.of(new Execute(from, request))
                        : failed(from, request, new RemoteError("RegistrationRefused", refusal, List.of())));
    }

    /** Enters a plugin in the registry and returns {@code null}, or returns the reason for the refusal. */
    private @Nullable String register(String plugin, long now) {
        if (plugin.equals(name)) {
            return "'" + plugin + "' is the hub's own name. Choose another.";
        }
        int length = plugin.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > MAX_NAME_BYTES || plugin.charAt(0) == 0) {
            return "A plugin's name has 1 to 255 bytes of UTF-8 and does not begin with a NUL.";
        }
        if (!registeredAt.containsKey(plugin) && registeredAt.size() >= MAX_PLUGINS) {
            return "The registry is full: it holds " + MAX_PLUGINS + " plugins.";
        }
        registeredAt.put(plugin, now);
        return null;
    }

    private List<HubAction> answer(MessageOrigin to, boolean silent, Message reply) {
        Reply action = new Reply(to, reply);
        boolean publish = to.channel() == MessageOrigin.Channel.QUERY || !silent;
        return publish ? List.of(action, new Publish(WireMessage.of(reply))) : List.of(action);
    }

    private Message error(Header parent, String kind, String reason) {
        return messages.errorReply(parent, ++executionCount, new RemoteError(kind, reason, List.of()));
    }

    private Message unsupportedRoute(ExecuteRequest request) {
        String reason = RemoteError.UNSUPPORTED_ROUTE + request.source() + ")/target(" + request.target()
                + ") configuration.  Both must be registered with the hub, or the target be the hub itself ('" + name
                + "').";
        RemoteError error = new RemoteError("UnsupportedRoute", reason, List.of());
        return messages.errorReply(request, ++executionCount, error);
    }

    private static boolean isReply(MessageType type) {
        return type == MessageType.EXECUTE_REPLY || type == MessageType.CONNECT_REPLY;
    }
}
