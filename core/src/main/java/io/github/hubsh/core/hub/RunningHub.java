package io.github.hubsh.core.hub;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.server.MemoryBudget;
import io.github.hubsh.core.server.PublishServer;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.ServerLimits;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A hub from one {@code reset} to the next: its bound sockets and their loop, around one {@link HubLoop}. */
final class RunningHub implements AutoCloseable {
    private final String name;
    private final ServerLoop serverLoop;
    private final HubSockets sockets;
    private final HubLoop loop;
    private final HubPorts ports;
    private final HubAdmission access;
    private final @Nullable JoinedCluster cluster;

    // Mutable state, written under this; volatile, because a handler may ask while the hub closes and waits for it
    private volatile RouterServer query;
    private volatile RouterServer command;
    private volatile PublishServer publish;

    /**
     * Binds the sockets.
     *
     * @param again whether the address was ours a moment ago
     */
    RunningHub(HubSetup setup, Endpoint queryEndpoint, boolean again) {
        this.name = setup.name();
        this.ports = setup.ports();
        this.serverLoop = ServerLoop.start(
                name + "-loop", new MemoryBudget(setup.memory()), failure -> HubLoop.failed(name, failure));
        this.access = setup.access();
        serverLoop.secure(access.sockets());
        this.sockets = new HubSockets(name, serverLoop, ServerLimits.within(setup.memory()), access);
        ConnectReply.CommandSocket noCommand = new ConnectReply.CommandSocket(queryEndpoint.toString(), 0, name);
        ConnectReply.PublishSocket noPublish = new ConnectReply.PublishSocket(queryEndpoint.toString(), 0);
        HubProtocol protocol = new HubProtocol(name, Messages.create(), setup.policy(), noCommand, noPublish);
        this.loop = new HubLoop(setup, serverLoop, protocol);
        JoinOptions join = setup.join();
        this.cluster =
                join == null ? null : new JoinedCluster(name, serverLoop, loop, protocol, access.clusterPolicy());
        try {
            command = bindCommand(queryEndpoint);
            publish = bindPublish(queryEndpoint);
            loop.rebound(commandAnnounced(), publishAnnounced());
            // The last, because from here on peers come.
            query = again ? HubSockets.again(() -> bindQuery(queryEndpoint)) : bindQuery(queryEndpoint);
            if (cluster != null && join != null) {
                cluster.open(join);
            }
        } catch (RuntimeException e) {
            loop.close();
            serverLoop.close();
            throw e;
        }
    }

    HubAdmission access() {
        return access;
    }

    synchronized void resetQuery() {
        Endpoint endpoint = query.endpoint();
        query.close();
        query = HubSockets.again(() -> bindQuery(endpoint));
    }

    synchronized void resetCommand() {
        command.close();
        command = bindCommand(query.endpoint());
        loop.rebound(commandAnnounced(), publishAnnounced());
    }

    synchronized void resetPublish() {
        publish.close();
        publish = bindPublish(query.endpoint());
        loop.rebound(commandAnnounced(), publishAnnounced());
    }

    @Override
    public synchronized void close() {
        if (cluster != null) {
            cluster.close();
        }
        query.close();
        command.close();
        publish.close();
        loop.close();
        serverLoop.close();
    }

    Endpoint query() {
        return query.endpoint();
    }

    Endpoint command() {
        return command.endpoint();
    }

    Endpoint publish() {
        return publish.endpoint();
    }

    Map<String, String> registry() {
        return loop.registry();
    }

    List<PluginStatus> plugins() {
        return loop.plugins();
    }

    @Nullable
    ClusterStatus cluster() {
        return cluster == null ? null : cluster.status();
    }

    HubStatistics statistics() {
        return loop.statistics();
    }

    HubTraffic traffic() {
        return loop.traffic();
    }

    void afterTurn(Runnable task) {
        serverLoop.execute(task);
    }

    void inject(Channel channel, List<byte[]> frames) {
        loop.inject(channel, frames);
    }

    void querySend(List<byte[]> frames) {
        loop.send(Channel.QUERY, frames);
    }

    /** Rights have changed: peers that would not be let in now have to go. Any thread. */
    void recheck() {
        serverLoop.execute(() -> {
            query.recheck();
            command.recheck();
            publish.recheck();
            if (cluster != null) {
                cluster.recheck();
            }
        });
    }

    private RouterServer bindQuery(Endpoint endpoint) {
        RouterServer socket = sockets.requests(endpoint, new ChannelReceiver(loop, access, Channel.QUERY));
        loop.use(Channel.QUERY, socket);
        return socket;
    }

    private RouterServer bindCommand(Endpoint queryEndpoint) {
        RouterServer socket = bind(
                beside(queryEndpoint, "command"),
                ports.command(),
                endpoint -> sockets.requests(endpoint, new ChannelReceiver(loop, access, Channel.COMMAND)));
        loop.use(Channel.COMMAND, socket);
        return socket;
    }

    private PublishServer bindPublish(Endpoint queryEndpoint) {
        PublishServer socket = bind(beside(queryEndpoint, "publish"), ports.publish(), sockets::broadcasts);
        loop.broadcastTo(socket);
        if (cluster != null) {
            serverLoop.execute(() -> socket.watch(cluster));
        }
        return socket;
    }

    /** The other sockets listen where the query socket does: on a port of their own, or under its name. */
    private static Endpoint beside(Endpoint query, String socket) {
        if (query.isIpc()) {
            return Endpoint.ipc(query.host() + "." + socket);
        }
        return query.isInproc() ? Endpoint.inproc(query.host() + "/" + socket) : query;
    }

    private static <S> S bind(Endpoint beside, HubPorts.Port port, Function<Endpoint, S> binding) {
        if (!beside.isTcp()) {
            return binding.apply(beside);
        }
        try {
            return binding.apply(beside.withPort(port.number()));
        } catch (TransportException e) {
            if (!port.isReplaceable()) {
                throw e;
            }
            LoggerFactory.getLogger(Hub.class).warn("{}; the system chooses another port", e.getMessage());
            return binding.apply(beside.withPort(0));
        }
    }

    private ConnectReply.CommandSocket commandAnnounced() {
        Endpoint endpoint = command.endpoint();
        return new ConnectReply.CommandSocket(endpoint.toString(), endpoint.port(), name);
    }

    private ConnectReply.PublishSocket publishAnnounced() {
        Endpoint endpoint = publish.endpoint();
        return new ConnectReply.PublishSocket(endpoint.toString(), endpoint.port());
    }
}
