package io.github.hubsh.core.plugin;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.CommandAction;
import io.github.hubsh.core.protocol.ConnectionAction;
import io.github.hubsh.core.protocol.PluginAction;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.value.ContentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A plugin's three sockets, and their connection to a hub that receives our messages. Any thread may call. */
final class HubConnection {
    private final String name;
    private final Endpoint hub;
    private final Transport transport;
    private final PluginLoop turns;
    private final RequestFactory requests;
    private final Consumer<Frames> broadcasts;
    private final QueryClient queryClient;

    // Mutable state, written under this; volatile where readers must not wait for a reset
    private @Nullable CommandClient commandClient;
    private @Nullable SubscribeClient subscribeClient;
    private volatile @Nullable ConnectReply found;
    private volatile SubscribeOptions subscribeOptions;
    private volatile Map<String, String> registry = Map.of();

    HubConnection(
            RequestFactory requests,
            Endpoint hub,
            Transport transport,
            PluginLoop turns,
            SubscribeOptions subscribeOptions,
            Consumer<Frames> broadcasts) {
        this.name = requests.source();
        this.requests = requests;
        this.hub = hub;
        this.transport = transport;
        this.turns = turns;
        this.subscribeOptions = subscribeOptions;
        this.broadcasts = broadcasts;
        this.queryClient = new QueryClient(transport, hub);
    }

    /** Closes an earlier connection, connects and registers. Meanwhile messages of other threads are held. */
    synchronized void reset(Duration timeout) {
        close("the plugin was reset");
        turns.sender().hold();
        try {
            carryOut(turns.decide(PluginProtocol::connect), timeout);
            greet(timeout);
        } finally {
            turns.release();
        }
        if (!subscribeOptions.sources().isEmpty()) {
            openSubscribe();
        }
    }

    synchronized Map<String, String> register(Duration timeout) {
        carryOut(turns.decide(PluginProtocol::register), timeout);
        return registry;
    }

    synchronized void resetQuerySocket() {
        queryClient.close();
    }

    synchronized void resetCommandSocket(Duration timeout) {
        ConnectReply reply = connected();
        turns.sender().hold();
        try {
            closeCommand();
            openCommand(reply);
            greet(timeout);
        } finally {
            turns.release();
        }
    }

    synchronized void resetSubscribeSocket() {
        closeSubscribe();
        openSubscribe();
    }

    synchronized void close(String reason) {
        turns.failAll(reason);
        turns.decide(PluginProtocol::disconnect);
        found = null;
        turns.sender().disconnect();
        closeCommand();
        closeSubscribe();
        queryClient.close();
    }

    Message ask(Message request, Duration timeout) {
        return queryClient.ask(request, timeout);
    }

    synchronized void subscribe(String source) {
        List<String> sources = new ArrayList<>(subscribeOptions.sources());
        sources.add(source);
        subscribeOptions = new SubscribeOptions(sources);
        if (subscribeClient != null) {
            subscribeClient.subscribe(source);
        } else if (found != null) {
            openSubscribe();
        }
    }

    synchronized void unsubscribe(String source) {
        List<String> sources = new ArrayList<>(subscribeOptions.sources());
        if (sources.remove(source) && subscribeClient != null) {
            subscribeClient.unsubscribe(source);
        }
        subscribeOptions = new SubscribeOptions(sources);
    }

    SubscribeOptions subscribeOptions() {
        return subscribeOptions;
    }

    Map<String, String> registry() {
        return registry;
    }

    /** The host is that of the query URI: a hub that binds to a wildcard cannot know which address we use. */
    Endpoint commandEndpoint() {
        ConnectReply reply = connected();
        return hub.isTcp()
                ? hub.withPort(reply.command().port())
                : Endpoint.parse(reply.command().uri());
    }

    Endpoint publishEndpoint() {
        ConnectReply reply = connected();
        return hub.isTcp()
                ? hub.withPort(reply.publish().port())
                : Endpoint.parse(reply.publish().uri());
    }

    /** Returns what the hub said when we connected; throws if we are not connected. Does not wait for a reset. */
    ConnectReply connected() {
        ConnectReply reply = found;
        if (reply == null) {
            throw new HubUnreachableException("not connected to a hub: call reset() first");
        }
        return reply;
    }

    private void carryOut(List<? extends PluginAction> actions, Duration timeout) {
        for (PluginAction action : actions) {
            if (action instanceof CommandAction command) {
                turns.carryOut(List.of(command));
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
            close("the hub refused");
            throw refusal(refuse.error());
        }
    }

    private PluginException refusal(RemoteError error) {
        String text = "the hub at " + hub + " refuses '" + name + "': " + error.summary();
        return error.name().equals(RemoteError.NAME_IN_USE)
                ? new NameInUseException(text)
                : new HubUnreachableException(text);
    }

    private void ask(ConnectionAction.Query query, Duration timeout) {
        Message reply = queryClient.ask(query.request(), timeout);
        if (reply instanceof ConnectReply connectReply) {
            found = connectReply;
        }
        carryOut(turns.decide(protocol -> protocol.receiveQuery(reply)), timeout);
    }

    /**
     * Makes sure that the hub receives our messages on the command socket. A ROUTER that knows our name from another
     * connection, perhaps our own last one before it has fully closed, never receives from this one; and JeroMQ leaves
     * some of its connections hanging. In both cases we connect again.
     */
    private void greet(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Duration patience = hub.isLoopback() ? QueryClient.LOCAL_TIMEOUT : QueryClient.REMOTE_TIMEOUT;
        while (!hears(patience)) {
            if (System.nanoTime() - deadline >= 0) {
                close("the hub ignores our messages");
                throw new NameInUseException("the hub at " + hub + " ignores the messages of '" + name
                        + "': another plugin of that name is connected");
            }
            patience = patience.multipliedBy(2);
            abandonCommand();
            // A hub that reads the new connection's name before the end of the old one never hears the new one.
            LockSupport.parkNanos(patience.toNanos() / 4);
            openCommand(connected());
        }
    }

    private boolean hears(Duration patience) {
        ExecuteOptions options = ExecuteOptions.DEFAULT.withSilent(true).withTimeout(patience);
        ExecuteRequest ping = requests.execute(connected().source(), "ping", Map.of(), options);
        try {
            Replies.await(turns.greet(ping, patience), ping, options, () -> turns.forget(ping.session()));
            return true;
        } catch (ReplyTimeoutException e) {
            return false;
        }
    }

    private void openCommand(ConnectReply reply) {
        commandClient = new CommandClient(
                transport,
                name,
                reply.source(),
                commandEndpoint(),
                turns::received,
                turns::tick,
                HubConnection::failed);
        turns.sender().use(commandClient);
    }

    private void openSubscribe() {
        subscribeClient = new SubscribeClient(
                transport, name, publishEndpoint(), subscribeOptions, broadcasts, HubConnection::failed);
    }

    private void closeCommand() {
        turns.sender().use(null);
        if (commandClient != null) {
            commandClient.close();
            commandClient = null;
        }
    }

    private void abandonCommand() {
        turns.sender().use(null);
        if (commandClient != null) {
            commandClient.abandon();
        }
    }

    private void closeSubscribe() {
        if (subscribeClient != null) {
            subscribeClient.close();
            subscribeClient = null;
        }
    }

    private static Map<String, String> names(Payload payload) {
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

    private static void failed(Throwable failure) {
        LoggerFactory.getLogger(Plugin.class).warn("{}", failure.toString());
    }
}
