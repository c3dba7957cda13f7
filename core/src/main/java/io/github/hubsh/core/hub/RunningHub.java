package io.github.hubsh.core.hub;

import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import java.util.Map;

/** A hub from one {@code reset} to the next: its bound sockets and their threads, around one {@link HubLoop}. */
final class RunningHub implements AutoCloseable {
    private final String name;
    private final Transport transport;
    private final HubLoop turns;

    // Mutable state, written under this; volatile, because a handler may ask while the hub closes and waits for it
    private volatile Endpoint query;
    private volatile Endpoint command;
    private volatile Endpoint publish;
    private volatile SocketLoop queryLoop;
    private volatile SocketLoop commandLoop;
    private Broadcaster broadcaster;

    /**
     * Binds the query socket first: its address is the one that may be taken.
     *
     * @param again whether the address was ours a moment ago
     */
    RunningHub(
            String name,
            Endpoint queryEndpoint,
            boolean again,
            Transport transport,
            Handlers handlers,
            Messages messages) {
        this.name = name;
        this.transport = transport;
        BoundSocket querySocket =
                again ? BoundSocket.bindAgain(this::router, queryEndpoint) : openRouter(queryEndpoint);
        query = querySocket.endpoint();
        BoundSocket commandSocket = openRouter(beside("command"));
        command = commandSocket.endpoint();
        BoundSocket publishSocket = openPublish();
        publish = publishSocket.endpoint();
        broadcaster = new Broadcaster(name + "-publish", publishSocket.socket());
        turns = new HubLoop(
                name, new HubProtocol(name, messages, commandAnnounced(), publishAnnounced()), handlers, broadcaster);
        queryLoop = turns.serve(Channel.QUERY, querySocket.socket());
        commandLoop = turns.serve(Channel.COMMAND, commandSocket.socket());
        queryLoop.start();
        commandLoop.start();
    }

    synchronized void resetQuery() {
        queryLoop.close();
        BoundSocket socket = BoundSocket.bindAgain(this::router, query);
        queryLoop = turns.serve(Channel.QUERY, socket.socket()).start();
    }

    synchronized void resetCommand() {
        commandLoop.close();
        BoundSocket socket = openRouter(beside("command"));
        command = socket.endpoint();
        turns.rebound(commandAnnounced(), publishAnnounced());
        commandLoop = turns.serve(Channel.COMMAND, socket.socket()).start();
    }

    synchronized void resetPublish() {
        broadcaster.close();
        BoundSocket socket = openPublish();
        publish = socket.endpoint();
        turns.rebound(commandAnnounced(), publishAnnounced());
        broadcaster = new Broadcaster(name + "-publish", socket.socket());
        turns.broadcastTo(broadcaster);
    }

    @Override
    public synchronized void close() {
        queryLoop.close();
        commandLoop.close();
        broadcaster.close();
        turns.close();
    }

    Endpoint query() {
        return query;
    }

    Endpoint command() {
        return command;
    }

    Endpoint publish() {
        return publish;
    }

    Map<String, String> registry() {
        return turns.registry();
    }

    HubStatistics statistics() {
        return turns.statistics();
    }

    void inject(Channel channel, Frames frames) {
        SocketLoop loop = channel == Channel.QUERY ? queryLoop : commandLoop;
        loop.post(() -> turns.received(channel, frames));
    }

    void querySend(Frames frames) {
        queryLoop.send(frames, delivery -> {});
    }

    private BoundSocket openRouter(Endpoint endpoint) {
        return BoundSocket.bind(router(), endpoint);
    }

    private MessageSocket router() {
        return transport.open(SocketType.ROUTER, name);
    }

    private BoundSocket openPublish() {
        return BoundSocket.bind(
                query.isInproc() ? transport.open(SocketType.PUB, null) : transport.openBroadcast(), beside("publish"));
    }

    /** The other sockets listen where the query socket does: on a port that the system chooses, or under its name. */
    private Endpoint beside(String socket) {
        return query.isInproc() ? Endpoint.inproc(query.host() + "/" + socket) : query.withPort(0);
    }

    private ConnectReply.CommandSocket commandAnnounced() {
        return new ConnectReply.CommandSocket(command.toString(), command.port(), name);
    }

    private ConnectReply.PublishSocket publishAnnounced() {
        return new ConnectReply.PublishSocket(publish.toString(), publish.port());
    }
}
