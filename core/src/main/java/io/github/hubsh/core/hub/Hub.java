package io.github.hubsh.core.hub;

import io.github.hubsh.core.cluster.JoinOptions;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.handler.Handler;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.protocol.HubPolicy;
import io.github.hubsh.core.protocol.InFlightLimits;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.PluginNames;
import io.github.hubsh.core.server.MemoryBudget;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.HubFrames;
import io.github.hubsh.core.wire.MessageWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects a network of plugins.
 *
 * <p>Plugins ask the hub on its <i>query</i> socket for the other addresses, send each other requests through its
 * <i>command</i> socket, and receive broadcasts from its <i>publish</i> socket. Nothing happens before {@link #reset},
 * which binds the sockets and starts their threads. All methods may be called from any thread.
 *
 * <pre>{@code
 * try (Hub hub = new Hub("tcp://127.0.0.1:31000")) {
 *     hub.reset();
 *     …
 * }
 * }</pre>
 */
public final class Hub implements AutoCloseable {
    public static final String DEFAULT_NAME = "hub";

    private static final long AUTOMATIC = 0;

    private final String name;
    private final Handlers commands = new Handlers();
    private final List<BroadcastListener> listeners = new CopyOnWriteArrayList<>();

    // Mutable state, written under this; volatile, because a handler may ask while the hub closes and waits for it
    private volatile Endpoint queryEndpoint;
    private volatile @Nullable RunningHub running;
    private boolean everBound;
    private HubPorts ports = HubPorts.ANY;
    private Duration awayTimeout = HubPolicy.DEFAULT_AWAY_TIMEOUT;
    private long memory = AUTOMATIC;
    private @Nullable HubSecurity security;
    private @Nullable JoinOptions join;

    /** A hub called {@code hub}. */
    public Hub(String queryUri) {
        this(queryUri, DEFAULT_NAME);
    }

    /**
     * @param queryUri where the query socket binds: {@code tcp://HOST:PORT} (a port of {@code *} lets the system
     *     choose), {@code ipc://PATH} (the other sockets are beside it, {@code PATH.command} and {@code PATH.publish})
     *     or {@code inproc://NAME}
     * @param name the hub's name, which no plugin may have
     * @throws TransportException if the URI cannot be used
     * @throws IllegalArgumentException if a hub cannot have the name
     */
    public Hub(String queryUri, String name) {
        if (PluginNames.refusal(name) != null) {
            throw new IllegalArgumentException("a hub's name has 1 to 255 bytes of UTF-8, no control characters and"
                    + " none that change the direction of text");
        }
        this.name = name;
        this.queryEndpoint = Endpoint.parse(queryUri);
        commands.add("ping", Payload.PICKLE, CommandDescription.of("return pong"), call -> "pong");
        commands.add(
                "register",
                Payload.PICKLE,
                CommandDescription.of("join, and get the registered plugins"),
                call -> registry());
        commands.add(HubStatus.COMMAND, Payload.JSON, HubStatus.DESCRIPTION, call -> status());
    }

    /**
     * Adds a command of the hub's own, beside {@code ping}, {@code register}, {@code describe} and {@code hub_status};
     * its result travels as a pickle.
     */
    public Hub command(String command, Handler handler) {
        return command(command, Payload.PICKLE, handler);
    }

    /** Adds a command of the hub's own whose result travels with the given mime type. */
    public Hub command(String command, String mimeType, Handler handler) {
        commands.add(command, mimeType, handler);
        return this;
    }

    /** Offers a command that describes itself in the reply to {@code describe}; its result travels as a pickle. */
    public Hub command(String command, CommandDescription description, Handler handler) {
        return command(command, Payload.PICKLE, description, handler);
    }

    /** Offers a command that describes itself, whose result travels with the given mime type. */
    public Hub command(String command, String mimeType, CommandDescription description, Handler handler) {
        commands.add(command, mimeType, description, handler);
        return this;
    }

    /** Sets where the other two sockets bind from the next {@link #reset} on, on TCP. */
    public synchronized Hub ports(HubPorts wanted) {
        ports = wanted;
        return this;
    }

    /**
     * Sets after how long without a connection a plugin leaves the registry; 30 seconds if this is never called. It
     * holds from the next {@link #reset} on.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized Hub awayTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a time-out is not negative: " + timeout);
        }
        awayTimeout = timeout;
        return this;
    }

    /**
     * Limits the memory of the messages that are under way and of those that wait for a peer, from the next
     * {@link #reset} on. Without this it is half of the heap, or of the direct memory if that is less.
     *
     * <p>When all of it is in use, the hub reads no more from the peers that use most, answers requests with errors,
     * and broadcasts less. The largest message has three quarters of it, and 64 MiB at most.
     *
     * @throws IllegalArgumentException if it is below {@link MemoryBudget#MIN_BYTES}
     */
    public synchronized Hub memory(long bytes) {
        memory = new MemoryBudget(bytes).limit();
        return this;
    }

    /**
     * Lets only peers with keys in, from the next {@link #reset} on: all sockets speak CURVE, and nothing else. Plugins
     * in this process ({@code inproc://}) have no keys, and need none.
     */
    public synchronized Hub security(HubSecurity wanted) {
        security = wanted;
        wanted.clients().onChange(() -> {
            RunningHub current = running;
            if (current != null) {
                current.recheck();
            }
        });
        return this;
    }

    /**
     * Makes this hub one of a cluster from the next {@link #reset} on: its plugins reach those of the other hubs, and
     * the other way round. The hub serves its own plugins whether the cluster can be reached or not.
     *
     * <p>No other hub of the cluster may have this hub's name, and no plugin the name of another one.
     */
    public synchronized Hub join(JoinOptions options) {
        join = options;
        return this;
    }

    /** Returns the names of the hub's own commands, sorted. */
    public Set<String> commands() {
        return commands.commands();
    }

    /**
     * Binds the three sockets and starts again: sockets that were bound before are closed, the registry is empty and
     * the execution count is zero. A query port that the system chose is kept.
     *
     * @throws TransportException if an address cannot be bound
     */
    public synchronized void reset() {
        stop();
        HubPolicy policy = new HubPolicy(nanos(awayTimeout), InFlightLimits.DEFAULTS);
        HubAdmission access = new HubAdmission(
                queryEndpoint.isInproc() ? null : security,
                InstanceLog.of(Hub.class, name).logger());
        HubSetup setup = new HubSetup(name, commands, policy, ports, memory(), listeners, access, join);
        RunningHub started = new RunningHub(setup, queryEndpoint, everBound);
        queryEndpoint = started.query();
        everBound = true;
        running = started;
    }

    /** Binds the query socket again, on the same address. The registry stays. */
    public void resetQuerySocket() {
        running().resetQuery();
    }

    /** Binds the command socket again, on a new port unless it was given one: plugins must connect again. */
    public void resetCommandSocket() {
        running().resetCommand();
    }

    /** Binds the publish socket again, on a new port unless it was given one: subscribers must connect again. */
    public void resetPublishSocket() {
        running().resetPublish();
    }

    /** Closes the sockets and ends their threads. The hub may be {@link #reset} again. */
    @Override
    public synchronized void close() {
        stop();
    }

    public String name() {
        return name;
    }

    /** Returns {@code tcp}, {@code ipc} or {@code inproc}. */
    public String transport() {
        return queryEndpoint.scheme();
    }

    /** Returns the host of the query URI; for ipc the path of its socket, for inproc its name. */
    public String host() {
        return queryEndpoint.host();
    }

    /** Returns the address that plugins connect to; once the hub is bound, with the real port. */
    public String queryUri() {
        return queryEndpoint.toString();
    }

    /** Returns the command socket's address, which was chosen when it was bound. */
    public String commandUri() {
        return running().command().toString();
    }

    /** Returns the publish socket's address, which was chosen when it was bound. */
    public String publishUri() {
        return running().publish().toString();
    }

    /** Returns the query socket: a ROUTER that serves REQ and DEALER clients. */
    public SocketInfo querySocket() {
        return new SocketInfo("ROUTER", queryUri(), name);
    }

    /** Returns the command socket: a ROUTER whose routing identity is the hub's name. */
    public SocketInfo commandSocket() {
        return new SocketInfo("ROUTER", commandUri(), name);
    }

    /** Returns the publish socket: a PUB. */
    public SocketInfo publishSocket() {
        return new SocketInfo("PUB", publishUri(), "");
    }

    /** Returns the registered plugins, each under its name, in order of registration; a snapshot. */
    public Map<String, String> registry() {
        RunningHub current = running;
        return current == null ? Map.of() : current.registry();
    }

    /** Returns what is known of each registered plugin, in order of registration; a snapshot. */
    public List<PluginStatus> plugins() {
        RunningHub current = running;
        return current == null ? List.of() : current.plugins();
    }

    /** Returns what is known of the cluster; {@code null} if this hub has joined none. */
    public @Nullable ClusterStatus cluster() {
        RunningHub current = running;
        return current == null ? null : current.cluster();
    }

    public HubStatistics statistics() {
        return running().statistics();
    }

    /** Returns what goes through the hub's sockets. */
    public HubTraffic traffic() {
        return running().traffic();
    }

    /** Runs a task on the hub's loop in one of its next turns; never, if it is closed or turns no more. */
    public void afterTurn(Runnable task) {
        RunningHub current = running;
        if (current != null) {
            current.afterTurn(task);
        }
    }

    /** Tells of every broadcast from now on, also after a {@link #reset}. */
    public void addListener(BroadcastListener listener) {
        listeners.add(listener);
    }

    /** Tells of no further broadcast. */
    public void removeListener(BroadcastListener listener) {
        listeners.remove(listener);
    }

    /** Returns who was refused lately, and why, the newest last; a snapshot. */
    public List<RefusedAccess> refusedAccess() {
        RunningHub current = running;
        return current == null ? List.of() : current.access().last();
    }

    /**
     * Takes a message as though it had come from the query socket; its answer goes where the envelope says.
     *
     * @param frames routing identity, empty delimiter, JSON
     */
    public void onQueryReceived(List<byte[]> frames) {
        running().inject(Channel.QUERY, message(frames));
    }

    /**
     * Takes a message as though it had come from the command socket.
     *
     * @param frames source, any one frame, JSON
     */
    public void onCommandReceived(List<byte[]> frames) {
        running().inject(Channel.COMMAND, message(frames));
    }

    /**
     * Sends a message on the query socket.
     *
     * @param envelope the frames before the JSON: the receiver's routing identity, and the empty delimiter
     */
    public void querySend(List<byte[]> envelope, Message message) {
        byte[] json = MessageWriter.write(message);
        running().querySend(HubFrames.answer(new Envelope(envelope), json));
    }

    private static long nanos(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time);
    }

    private Map<String, Object> status() {
        return HubStatus.of(plugins(), statistics(), running().access(), cluster());
    }

    private long memory() {
        return memory == AUTOMATIC ? MemoryBudget.defaultBytes() : memory;
    }

    private static List<byte[]> message(List<byte[]> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one frame");
        }
        return List.copyOf(frames);
    }

    private RunningHub running() {
        RunningHub current = running;
        if (current == null) {
            throw new IllegalStateException("the hub is not running: call reset() first");
        }
        return current;
    }

    private synchronized void stop() {
        RunningHub current = running;
        running = null;
        if (current != null) {
            current.close();
        }
    }

    /**
     * The description of a socket: the socket itself belongs to one internal thread.
     *
     * @param type the ZeroMQ socket type
     * @param identity the routing identity, or empty
     */
    public record SocketInfo(String type, String uri, String identity) {}
}
