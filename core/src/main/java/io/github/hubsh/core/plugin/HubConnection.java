package io.github.hubsh.core.plugin;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.CommandAction;
import io.github.hubsh.core.protocol.ConnectionAction;
import io.github.hubsh.core.protocol.PluginAction;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.value.ContentException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A plugin's three sockets, and their connection to a hub that receives our messages. Any thread may call. */
final class HubConnection implements ConnectionKeeper.Connection {
    private static final String NEVER_CONNECTED = "not connected to a hub: call reset() first";

    private final String name;
    private final Endpoint hub;
    private final Transport transport;
    private final PluginLoop loop;
    private final RequestFactory requests;
    private final InstanceLog log;
    private final Subscription subscription;
    private final QueryClient queryClient;
    private final ConnectionKeeper keeper;

    // Mutable state, written under this; volatile where readers must not wait for a reset
    private volatile @Nullable CommandClient commandClient;
    private volatile @Nullable ConnectReply found;
    private volatile String absence = NEVER_CONNECTED;
    private volatile Map<String, String> registry = Map.of();

    HubConnection(
            RequestFactory requests,
            Endpoint hub,
            Transport transport,
            PluginLoop loop,
            SubscribeOptions subscribeOptions,
            BroadcastReceiver broadcasts) {
        this.name = requests.source();
        this.requests = requests;
        this.log = InstanceLog.of(Plugin.class, name);
        this.hub = hub;
        this.transport = transport;
        this.loop = loop;
        this.subscription = new Subscription(name, transport, subscribeOptions, broadcasts, this::failed);
        this.queryClient = new QueryClient(transport, hub);
        this.keeper = new ConnectionKeeper(
                name,
                this,
                new ReconnectBackoff(ReconnectBackoff.MIN_PAUSE, ReconnectBackoff.MAX_PAUSE, Math::random),
                this::failed);
    }

    /** Returns what looks after the connection. */
    ConnectionKeeper keeper() {
        return keeper;
    }

    /** Closes an earlier connection, connects, registers, and looks after the connection from then on. */
    void reset(Duration timeout) {
        String reason = "the plugin was reset";
        keeper.end(reason);
        synchronized (this) {
            absence = NEVER_CONNECTED;
            connect(reason, timeout);
        }
        keeper.begin();
    }

    /** Fails what is under way, and every request until the connection is there again. */
    @Override
    public void lose(String reason) {
        absence = reason;
        disconnected(reason);
        queryClient.cancel(reason);
    }

    /** Else the command socket connects to the next hub by itself, and takes our name there. */
    @Override
    public synchronized void discard(BooleanSupplier wanted) {
        if (wanted.getAsBoolean()) {
            abandonCommand();
        }
    }

    @Override
    public synchronized boolean reconnect(Duration timeout, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return false;
        }
        String reason = absence;
        try {
            connect(reason, timeout);
            return true;
        } catch (RuntimeException | Error e) {
            closeSockets(reason);
            throw e;
        }
    }

    @Override
    public void cancel(String reason) {
        queryClient.cancel(reason);
        loop.failAll(reason);
    }

    @Override
    public @Nullable String loss() {
        CommandClient client = commandClient;
        String loss = client == null ? null : client.loss();
        return loss == null ? null : "the hub at " + hub + " " + loss;
    }

    /** Closes an earlier connection, connects and registers. Meanwhile messages of other threads are held. */
    private void connect(String reason, Duration timeout) {
        closeSockets(reason);
        loop.sender().hold();
        try {
            carryOut(loop.decide(PluginProtocol::connect), timeout);
            greet(timeout);
        } finally {
            loop.release();
        }
        subscription.openIfWanted(publishEndpoint());
    }

    synchronized Map<String, String> register(Duration timeout) {
        ConnectReply unused = connected();
        carryOut(loop.decide(PluginProtocol::register), timeout);
        return registry;
    }

    synchronized void resetQuerySocket() {
        queryClient.close();
    }

    synchronized void resetCommandSocket(Duration timeout) {
        ConnectReply reply = connected();
        loop.sender().hold();
        try {
            closeCommand();
            openCommand(reply);
            greet(timeout);
        } finally {
            loop.release();
        }
    }

    synchronized void resetSubscribeSocket() {
        subscription.open(publishEndpoint());
    }

    void close(String reason) {
        keeper.end(reason);
        synchronized (this) {
            absence = NEVER_CONNECTED;
            closeSockets(reason);
        }
    }

    /** The order matters: a request that still gets through must fail too. */
    private void disconnected(String reason) {
        found = null;
        subscription.abandon();
        loop.sender().disconnect();
        loop.disconnect(reason);
    }

    private void closeSockets(String reason) {
        disconnected(reason);
        closeCommand();
        subscription.close();
        queryClient.close();
    }

    Message ask(Message request, Duration timeout) {
        return queryClient.ask(request, timeout);
    }

    void subscribe(String source) {
        @Nullable SubscribeClient subscribing;
        synchronized (this) {
            subscribing = subscription.add(source, () -> found == null ? null : publishEndpoint());
        }
        subscription.awaitMade(subscribing);
    }

    synchronized void unsubscribe(String source) {
        subscription.remove(source);
    }

    SubscribeOptions subscribeOptions() {
        return subscription.options();
    }

    Map<String, String> registry() {
        return registry;
    }

    Endpoint commandEndpoint() {
        ConnectReply.CommandSocket socket = connected().command();
        return AnnouncedSocket.of(hub, "commands", socket.uri(), socket.port());
    }

    Endpoint publishEndpoint() {
        ConnectReply.PublishSocket socket = connected().publish();
        return AnnouncedSocket.of(hub, "broadcasts", socket.uri(), socket.port());
    }

    /** Returns what the hub said when we connected; throws if we are not connected. Does not wait for a reset. */
    ConnectReply connected() {
        ConnectReply reply = found;
        if (reply == null) {
            throw new HubUnreachableException(absence);
        }
        return reply;
    }

    private void carryOut(List<? extends PluginAction> actions, Duration timeout) {
        for (PluginAction action : actions) {
            if (action instanceof CommandAction command) {
                loop.carryOut(List.of(command));
            } else if (action instanceof ConnectionAction connection) {
                perform(connection, timeout);
            }
        }
    }

    private void perform(ConnectionAction action, Duration timeout) {
        if (action instanceof ConnectionAction.Query query) {
            ask(query, timeout);
        } else if (action instanceof ConnectionAction.Join) {
            openCommand(connected());
        } else if (action instanceof ConnectionAction.Registered registered) {
            registry = names(registered.registry());
        } else if (action instanceof ConnectionAction.Refuse refuse) {
            closeSockets("the hub refused");
            throw refusal(refuse.error());
        }
    }

    private PluginException refusal(RemoteError error) {
        String reason = error.refusal();
        String text = "the hub at " + hub + " refuses '" + name + "': " + (reason == null ? error.summary() : reason);
        return reason != null
                ? new SecurityMismatchException(text)
                : error.name().equals(RemoteError.NAME_IN_USE)
                        ? new NameInUseException(text)
                        : new HubUnreachableException(text);
    }

    private void ask(ConnectionAction.Query query, Duration timeout) {
        Message reply = queryClient.ask(query.request(), timeout);
        if (reply instanceof ConnectReply connectReply) {
            found = connectReply;
        }
        Duration working = QueryClient.WORKING_TIMEOUT;
        Duration next = timeout.compareTo(working) < 0 ? working : timeout;
        carryOut(loop.decide(protocol -> protocol.receiveQuery(reply)), next);
    }

    /**
     * Makes sure that the hub receives our messages on the command socket. A ROUTER that knows our name from another
     * connection, perhaps our own last one before it has fully closed, never receives from this one; and JeroMQ leaves
     * some of its connections hanging. In both cases we connect again.
     */
    private void greet(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Duration wait = hub.isLoopback() ? QueryClient.LOCAL_TIMEOUT : QueryClient.REMOTE_TIMEOUT;
        while (true) {
            CommandClient client = Objects.requireNonNull(commandClient);
            int ended = client.endedConnections();
            boolean heard = hears(wait);
            TransportException refusal = client.refusal();
            if (refusal != null) {
                closeSockets("the hub refused");
                throw HubUnreachableException.of(refusal);
            }
            if (heard && client.watch(ended, loop.keepAlive(ping()))) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                closeSockets("the hub ignores our messages");
                throw refusal(RemoteError.ofNameInUse(name));
            }
            if (!heard) {
                wait = wait.multipliedBy(2);
                abandonCommand();
                // A hub that reads the new connection's name before the end of the old one never hears the new one.
                LockSupport.parkNanos(wait.toNanos() / 4);
                openCommand(connected());
            }
        }
    }

    private boolean hears(Duration wait) {
        try {
            ReceivedReply unused = loop.greet(ping(), wait).await(null);
            return true;
        } catch (ReplyTimeoutException e) {
            return false;
        }
    }

    /** A question that any hub answers, and no other plugin sees. */
    private ExecuteRequest ping() {
        return requests.execute(connected().source(), "ping", Map.of(), ExecuteOptions.DEFAULT.withSilent(true));
    }

    private void openCommand(ConnectReply reply) {
        CommandClient opened =
                new CommandClient(transport, name, reply.source(), commandEndpoint(), new CommandListener());
        commandClient = opened;
        loop.sender().use(opened);
    }

    private void closeCommand() {
        loop.sender().use(null);
        CommandClient client = commandClient;
        commandClient = null;
        if (client != null) {
            client.close();
        }
    }

    private void abandonCommand() {
        loop.sender().use(null);
        CommandClient client = commandClient;
        if (client != null) {
            client.abandon();
        }
    }

    private Map<String, String> names(Payload payload) {
        Map<String, String> names = new LinkedHashMap<>();
        try {
            if (ContentData.decode(payload) instanceof Map<?, ?> registry) {
                registry.forEach((key, value) -> names.put(String.valueOf(key), String.valueOf(value)));
            }
        } catch (ContentException e) {
            failed(e);
        }
        return Collections.unmodifiableMap(names);
    }

    private final class CommandListener implements CommandClient.Listener {
        @Override
        public void received(byte[] json) {
            loop.received(json);
        }

        @Override
        public boolean isBusy() {
            return loop.isBusy();
        }

        @Override
        public long tick() {
            return loop.tick();
        }

        @Override
        public void lost(CommandClient client, String reason) {
            if (client == commandClient) {
                keeper.lost("the hub at " + hub + " " + reason);
            }
        }

        @Override
        public void failed(Throwable failure) {
            if (!(failure instanceof OutOfMemoryError full && loop.failTooLarge(full))) {
                HubConnection.this.failed(failure);
            }
        }
    }

    private void failed(Throwable failure) {
        boolean full = failure instanceof OutOfMemoryError;
        log.logger().warn("{}", full ? "a message is dropped that does not fit into memory" : failure.toString());
    }
}
