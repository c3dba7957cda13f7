package io.github.hubsh.core.plugin;

import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.handler.AsyncHandler;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.handler.Handler;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.handler.Responder;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.protocol.CommandAction;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.transport.CurveClient;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.PluginFrames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member of a network around a hub: executes commands of other plugins and offers its own.
 *
 * <p>Nothing happens before {@link #reset}, which connects and registers. All methods may be called from any thread, a
 * handler's included: requests that arrive meanwhile are served.
 *
 * <pre>{@code
 * try (Plugin plugin = new Plugin("pump", "tcp://localhost:31000")) {
 *     plugin.command("dispense", call -> dispense(call.require("ml", Double.class)));
 *     plugin.reset();
 *     Object state = plugin.execute("electrodes", "get_state", Map.of("electrode", 43));
 * }
 * }</pre>
 */
public final class Plugin implements AutoCloseable {
    private final String name;
    private final Endpoint hub;
    private final RequestFactory requests;
    private final Handlers commands = new Handlers();
    private final PluginLoop loop;
    private final HubConnection connection;
    private final RequestSender sender;
    private final BroadcastDispatcher broadcasts;

    /** A plugin that hears no broadcasts. */
    public Plugin(String name, String queryUri) {
        this(name, queryUri, SubscribeOptions.NONE);
    }

    /**
     * @param name the plugin's name, which must be unique on the network
     * @param queryUri the hub's query socket: {@code tcp://HOST:PORT}, {@code ipc://PATH} or {@code inproc://NAME}
     * @param subscribeOptions which broadcasts to hear
     * @throws TransportException if the URI cannot be used
     */
    public Plugin(String name, String queryUri, SubscribeOptions subscribeOptions) {
        this(name, queryUri, subscribeOptions, Transport.shared());
    }

    /** A plugin of a hub with CURVE. */
    public Plugin(String name, String queryUri, SubscribeOptions subscribeOptions, CurveClient curve) {
        this(name, queryUri, subscribeOptions, Transport.curve(curve));
    }

    public Plugin(String name, String queryUri, SubscribeOptions subscribeOptions, Transport transport) {
        Messages messages = Messages.create();
        this.name = name;
        this.hub = Endpoint.parse(queryUri);
        this.requests = new RequestFactory(name, messages);
        InstanceLog log = InstanceLog.of(Plugin.class, name);
        this.loop = new PluginLoop(name, new PluginProtocol(name, messages), commands);
        this.broadcasts = new BroadcastDispatcher(log);
        this.connection = new HubConnection(requests, hub, transport.to(hub), loop, subscribeOptions, broadcasts);
        this.sender = new RequestSender(connection, loop, log);
        commands.add("ping", Payload.TEXT, CommandDescription.of("return pong"), call -> "pong");
    }

    /** Offers a command; its result travels as a pickle, which every peer reads. */
    public Plugin command(String command, Handler handler) {
        return command(command, Payload.PICKLE, handler);
    }

    /** Offers a command whose result travels with the given mime type. */
    public Plugin command(String command, String mimeType, Handler handler) {
        commands.add(command, mimeType, handler);
        return this;
    }

    /** Offers a command that describes itself in the reply to {@code describe}; its result travels as a pickle. */
    public Plugin command(String command, CommandDescription description, Handler handler) {
        return command(command, Payload.PICKLE, description, handler);
    }

    /** Offers a command that describes itself, whose result travels with the given mime type. */
    public Plugin command(String command, String mimeType, CommandDescription description, Handler handler) {
        commands.add(command, mimeType, description, handler);
        return this;
    }

    /** Offers a command whose results, pickles, come later; requests to such commands start one by one, in order. */
    public Plugin commandInOrder(String command, @Nullable CommandDescription description, AsyncHandler handler) {
        commands.addInOrder(command, Payload.PICKLE, description, handler);
        return this;
    }

    /** Offers a command whose replies are encoded already, and that describes itself. */
    public Plugin answer(String command, CommandDescription description, Responder responder) {
        commands.add(command, description, responder);
        return this;
    }

    /** Answers the requests for all commands that are not on offer, which fail otherwise. */
    public Plugin answerOthers(Responder responder) {
        commands.addForOthers(responder);
        return this;
    }

    /** Returns the names of the commands on offer, sorted; {@code ping} and {@code describe} are always among them. */
    public Set<String> commands() {
        return commands.commands();
    }

    /** {@link #reset(Duration)} with a timeout of five seconds. */
    public void reset() {
        reset(ExecuteOptions.DEFAULT_TIMEOUT);
    }

    /**
     * Connects to the hub and registers, also when connected already: requests under way fail, the execution count
     * begins at one.
     *
     * @throws HubUnreachableException if no hub answers in time, or the hub refuses
     * @throws NameInUseException if the hub answers but does not hear us: another plugin has the name
     */
    public void reset(Duration timeout) {
        connection.reset(timeout);
    }

    /** Registers, which also refreshes the {@link #registry}; may be called again and again. */
    public Map<String, String> register() {
        return register(ExecuteOptions.DEFAULT_TIMEOUT);
    }

    public Map<String, String> register(Duration timeout) {
        return connection.register(timeout);
    }

    /** Connects the query socket again. */
    public void resetQuerySocket() {
        connection.resetQuerySocket();
    }

    /** Connects the command socket again; requests under way are not affected. */
    public void resetCommandSocket() {
        connection.resetCommandSocket(ExecuteOptions.DEFAULT_TIMEOUT);
    }

    /** Connects the subscribe socket again. */
    public void resetSubscribeSocket() {
        connection.resetSubscribeSocket();
    }

    /** Disconnects: requests under way fail. The plugin may be {@link #reset} again. */
    @Override
    public void close() {
        connection.close("the plugin was closed");
    }

    /**
     * Calls {@code listener} when the hub is lost and when the plugin is connected again. After a {@link #reset} that
     * succeeds, a plugin looks after its connection: the end of the connection is noticed at once, a hub that hangs
     * after 12 s of silence. Requests under way fail then, requests made meanwhile fail at once, and the plugin
     * connects, registers and subscribes again, to whatever hub then answers at the same address.
     */
    public void onConnectionChange(ConnectionListener listener) {
        connection.keeper().add(listener);
    }

    public void removeConnectionListener(ConnectionListener listener) {
        connection.keeper().remove(listener);
    }

    /** Returns whether the hub was there when it was last heard of. */
    public boolean isConnected() {
        return connection.keeper().isConnected();
    }

    /**
     * Waits until the hub that was lost is there again; tries once to connect even if there is no time for it.
     *
     * @throws HubUnreachableException if the hub is not there in time, or the plugin is closed
     */
    public void awaitConnection(Duration timeout) {
        connection.keeper().await(timeout);
    }

    /**
     * Takes the connection for lost, for example because the hub does not answer a question: requests under way fail,
     * and the plugin connects again.
     *
     * @param reason a sentence for people
     */
    public void giveUpConnection(String reason) {
        connection.keeper().lost(reason);
    }

    /** Asks the hub on the query socket. */
    public Message query(Message request) {
        return query(request, ExecuteOptions.DEFAULT_TIMEOUT);
    }

    /** Asks the hub on the query socket; throws {@link HubUnreachableException} if no reply comes in time. */
    public Message query(Message request, Duration timeout) {
        return connection.ask(request, timeout);
    }

    /** Sends a request through the hub and does not wait for the reply, which is dropped, late or not. */
    public void sendCommand(ExecuteRequest request) {
        loop.carryOut(List.of(new CommandAction.Send(request)));
    }

    /** Executes a command without arguments, with the default options. */
    public @Nullable Object execute(String target, String command) {
        return execute(target, command, Map.of());
    }

    public @Nullable Object execute(String target, String command, Map<String, ?> arguments) {
        return execute(target, command, arguments, ExecuteOptions.DEFAULT);
    }

    /**
     * Executes a command of another plugin, or of the hub, and waits for the result.
     *
     * @return the decoded result, {@code null} for no data
     * @throws RemoteErrorException if the other side answers with an error
     * @throws ReplyTimeoutException if no reply comes in time
     * @throws PluginException if the arguments cannot be encoded, the result cannot be decoded, or the plugin is not
     *     connected
     */
    public @Nullable Object execute(String target, String command, Map<String, ?> arguments, ExecuteOptions options) {
        return Replies.value(executeForReply(target, command, arguments, options));
    }

    /** Executes a command and returns the reply as it came, an error reply included. */
    public ExecuteReply executeForReply(
            String target, String command, Map<String, ?> arguments, ExecuteOptions options) {
        return executeForReply(request(target, command, arguments, options), options);
    }

    /** Sends a request that was made elsewhere, in our name, and returns the reply as it came. */
    public ExecuteReply executeForReply(ExecuteRequest request, ExecuteOptions options) {
        return send(request, options.timeout()).await(options.waitFunction()).reply();
    }

    /** Sends a request that was made elsewhere, in our name, and waits for nothing. */
    public OutstandingRequest send(ExecuteRequest request, Duration timeout) {
        return sender.send(request, timeout);
    }

    /** Executes a command without waiting. The future is completed on a handler thread. */
    public CompletableFuture<ExecuteReply> executeAsync(
            String target, String command, Map<String, ?> arguments, ExecuteOptions options) {
        return sender.sendAsync(request(target, command, arguments, options), options.timeout());
    }

    /**
     * Executes a command and calls back with its reply, on a handler thread; without a reply in time there is no call.
     *
     * @return the request's session, which is listed in {@link #callbacks}
     */
    public String executeAsync(
            String target,
            String command,
            Map<String, ?> arguments,
            ExecuteOptions options,
            Consumer<ExecuteReply> callback) {
        ExecuteRequest request = request(target, command, arguments, options);
        sender.sendAsync(request, options.timeout(), callback);
        return request.session();
    }

    /** Makes the request that {@code execute} would send, and sends nothing. */
    public ExecuteRequest request(String target, String command, Map<String, ?> arguments, ExecuteOptions options) {
        return requests.execute(target, command, arguments, options);
    }

    /** Calls {@code listener} with every broadcast that the subscriptions accept, on the subscribe socket's thread. */
    public void onSubscribe(Consumer<Broadcast> listener) {
        broadcasts.add(listener);
    }

    public void removeSubscribeListener(Consumer<Broadcast> listener) {
        broadcasts.remove(listener);
    }

    /**
     * Calls {@code listener} when broadcasts are lost because this plugin does not read quickly enough. Only a hub of
     * ours, over tcp or ipc, says so; what is conflated is not counted.
     */
    public void onBroadcastLoss(BroadcastLossListener listener) {
        broadcasts.addLossListener(listener);
    }

    public void removeBroadcastLossListener(BroadcastLossListener listener) {
        broadcasts.removeLossListener(listener);
    }

    /**
     * Calls {@code listener} with every reply that no request waits for any more, for example one after its timeout, on
     * the command socket's thread. There is one such listener; a new one replaces it.
     */
    public void onUnclaimedReply(Consumer<ExecuteReply> listener) {
        loop.onUnclaimed(listener);
    }

    /**
     * Accepts broadcasts of sources whose name starts with {@code source}; an empty prefix accepts all. At a hub of
     * ours nothing that is broadcast after this returns is missed; other hubs subscribe soon afterwards.
     */
    public void subscribe(String source) {
        connection.subscribe(source);
    }

    /** Undoes one {@link #subscribe}. */
    public void unsubscribe(String source) {
        connection.unsubscribe(source);
    }

    public String name() {
        return name;
    }

    /** Returns the hub's own name; before the plugin is connected {@code hub}. */
    public String hubName() {
        return loop.decide(PluginProtocol::hubName);
    }

    /** Returns {@code tcp}, {@code ipc} or {@code inproc}. */
    public String transport() {
        return hub.scheme();
    }

    /** Returns the hub's host; for ipc the path of its socket, for inproc its name. */
    public String host() {
        return hub.host();
    }

    public String queryUri() {
        return hub.toString();
    }

    /** Returns where the command socket is connected to. */
    public String commandUri() {
        return connection.commandEndpoint().toString();
    }

    /** Returns where the subscribe socket connects to. */
    public String publishUri() {
        return connection.publishEndpoint().toString();
    }

    /** Returns the plugins that were registered when we last registered ourselves, in order of registration. */
    public Map<String, String> registry() {
        return connection.registry();
    }

    public SubscribeOptions subscribeOptions() {
        return connection.subscribeOptions();
    }

    /** Returns the sessions of the requests that wait for their reply. */
    public Set<String> callbacks() {
        return loop.waiting();
    }

    /** Returns how many replies this plugin has sent since it was reset. */
    public long executionCount() {
        return loop.decide(PluginProtocol::executionCount);
    }

    /** Takes a message as though it had come from the command socket: only the last frame counts. */
    public void onCommandReceived(List<byte[]> frames) {
        loop.received(PluginFrames.text(frames));
    }

    /** Takes a message as though it had come from the subscribe socket: source, target, message type, JSON. */
    public void onSubscribeReceived(List<byte[]> frames) {
        broadcasts.received(new Frames(frames));
    }
}
