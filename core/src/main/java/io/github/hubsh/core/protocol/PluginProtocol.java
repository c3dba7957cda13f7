package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.CommandAction.Complete;
import io.github.hubsh.core.protocol.CommandAction.Drop;
import io.github.hubsh.core.protocol.CommandAction.Execute;
import io.github.hubsh.core.protocol.CommandAction.Expire;
import io.github.hubsh.core.protocol.CommandAction.Send;
import io.github.hubsh.core.protocol.CommandAction.Unclaimed;
import io.github.hubsh.core.protocol.ConnectionAction.Join;
import io.github.hubsh.core.protocol.ConnectionAction.Query;
import io.github.hubsh.core.protocol.ConnectionAction.Refuse;
import io.github.hubsh.core.protocol.ConnectionAction.Registered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A plugin's side of the protocol.
 *
 * <p>A plugin asks twice on the query socket: {@code connect_request}, whose reply has the name of the hub and the
 * addresses of its other sockets, and {@code register}, whose reply is the registry. From then on it is ready: it sends
 * requests and executes those of others. {@code register} may be asked again at any time, to refresh the registry.
 *
 * <p>A reply is paired with its request by session, and its source is the plugin that was asked. Each request has a
 * deadline; after it the session is forgotten, and a reply that comes late is unclaimed, like any other that no request
 * waits for.
 */
public final class PluginProtocol {
    /** The state of a plugin's connection to its hub. */
    public enum State {
        DISCONNECTED,
        CONNECTING,
        REGISTERING,
        READY
    }

    /** The hub's name until its own is known: every reference hub accepts it on the query socket. */
    private static final String ANY_HUB = "hub";

    private final String name;
    private final Messages messages;

    // Mutable state
    private State state = State.DISCONNECTED;
    private String hubName = ANY_HUB;
    private long executionCount;
    private String keepAliveSession = "";

    /** Session ⇒ the plugin that was asked. */
    private final Map<String, String> pending = new LinkedHashMap<>();
    /** Soonest first. May still hold sessions that are no longer pending. */
    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparingLong(Deadline::at));

    private record Deadline(long at, String session) {}

    public PluginProtocol(String name, Messages messages) {
        this.name = name;
        this.messages = messages;
    }

    public State state() {
        return state;
    }

    /** Returns the hub's real name, once it is connected; before that {@code hub}. */
    public String hubName() {
        return hubName;
    }

    /** Starts from nothing: an earlier connection and its pending requests are forgotten. */
    public List<PluginAction> connect() {
        List<PluginAction> actions = new ArrayList<>(disconnect());
        state = State.CONNECTING;
        actions.add(new Query(messages.connectRequest(name, ANY_HUB)));
        return actions;
    }

    /** Registers again, which refreshes the registry. */
    public List<ConnectionAction> register() {
        if (state == State.DISCONNECTED || state == State.CONNECTING) {
            throw new IllegalStateException("can't register while " + state + ": connect first");
        }
        return List.of(new Query(messages.executeRequest(name, hubName, "register", Payload.NONE)));
    }

    /** Forgets the hub; requests under way expire. */
    public List<CommandAction> disconnect() {
        List<CommandAction> actions = new ArrayList<>();
        pending.keySet().forEach(session -> actions.add(new Expire(session)));
        pending.clear();
        deadlines.clear();
        hubName = ANY_HUB;
        executionCount = 0;
        state = State.DISCONNECTED;
        return actions;
    }

    /** The hub has answered on the query socket. */
    public List<PluginAction> receiveQuery(Message message) {
        if (message instanceof ExecuteReply reply && reply.error() != null) {
            return List.of(new Refuse(reply.error()));
        }
        if (message instanceof ConnectReply reply && state == State.CONNECTING) {
            hubName = reply.source();
            state = State.REGISTERING;
            List<PluginAction> actions = new ArrayList<>();
            actions.add(new Join(hubName, reply.command(), reply.publish()));
            actions.addAll(register());
            return actions;
        }
        boolean registering = state == State.REGISTERING || state == State.READY;
        if (message instanceof ExecuteReply reply && registering) {
            state = State.READY;
            return List.of(new Registered(reply.result()));
        }
        return List.of(
                new Drop("can't take " + message.header().type() + " from '" + message.source() + "' while " + state));
    }

    /**
     * A message has come on the command socket.
     *
     * @param json the text it came in
     */
    public List<CommandAction> receiveCommand(Message message, byte[] json) {
        if (message instanceof ExecuteRequest request) {
            return List.of(new Execute(request));
        }
        if (message instanceof ExecuteReply reply) {
            return receiveReply(reply, json);
        }
        return List.of(
                new Drop("the command socket takes no " + message.header().type()));
    }

    /** A hub answers in the name of the plugin that was asked, so no other source is right. */
    private List<CommandAction> receiveReply(ExecuteReply reply, byte[] json) {
        String asked = pending.get(reply.session());
        if (asked == null) {
            return reply.session().equals(keepAliveSession) ? List.of() : List.of(new Unclaimed(reply));
        }
        if (!asked.equals(reply.source())) {
            return List.of(new Drop("a reply of '" + reply.source() + "' to what '" + asked + "' was asked"));
        }
        pending.remove(reply.session());
        return List.of(new Complete(reply.session(), new ReceivedReply(reply, json)));
    }

    /**
     * A malformed message has come on the command socket. Not every hub answers its sender, so we do. A malformed reply
     * is an error that its request gets at once.
     */
    public List<CommandAction> receiveMalformed(MalformedMessage malformed) {
        Header header = malformed.header();
        String reason = malformed.reason();
        if (header != null && header.type() == MessageType.EXECUTE_REPLY) {
            RemoteError error = RemoteError.ofInvalidReply(reason, malformed.json());
            return receiveCommand(messages.replyInstead(header, 0, error), malformed.json());
        }
        if (header == null
                || header.type() != MessageType.EXECUTE_REQUEST
                || header.source().isEmpty()) {
            return List.of(new Drop("malformed: " + reason));
        }
        RemoteError error = new RemoteError("MalformedMessage", "Malformed message: " + reason, List.of());
        return List.of(new Send(messages.errorReply(header, ++executionCount, error)));
    }

    /**
     * Sends a request whose reply is wanted.
     *
     * @param deadline when to give up, on the clock of {@link #tick}; {@link Long#MAX_VALUE} for never
     */
    public List<CommandAction> request(ExecuteRequest request, long deadline) {
        pending.put(request.session(), request.target());
        deadlines.add(new Deadline(deadline, request.session()));
        return List.of(new Send(request));
    }

    /** A request has been executed. */
    public List<CommandAction> reply(ExecuteRequest request, Payload result) {
        return List.of(new Send(messages.executeReply(request, ++executionCount, result)));
    }

    /** A request has failed. */
    public List<CommandAction> replyError(ExecuteRequest request, RemoteError error) {
        return List.of(new Send(messages.errorReply(request, ++executionCount, error)));
    }

    /** From now on replies of this session only show that the hub is there: they are for no caller. */
    public void keepAlive(String session) {
        keepAliveSession = session;
    }

    /** The caller no longer waits for the reply to this request. */
    public void forget(String session) {
        pending.remove(session);
    }

    /** Returns how many requests of others have been answered since {@link #connect}. */
    public long executionCount() {
        return executionCount;
    }

    /** Time has passed: gives up the overdue requests. */
    public List<CommandAction> tick(long now) {
        List<CommandAction> expired = new ArrayList<>();
        while (nextDeadline() <= now) {
            String session = deadlines.remove().session();
            pending.remove(session);
            expired.add(new Expire(session));
        }
        return expired;
    }

    /** Returns when {@link #tick} is due next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        Deadline next = deadlines.peek();
        while (next != null && !pending.containsKey(next.session())) {
            deadlines.remove();
            next = deadlines.peek();
        }
        return next == null ? Long.MAX_VALUE : next.at();
    }
}
