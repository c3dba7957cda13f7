package io.github.hubsh.shell.live;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.plugin.ConnectionListener;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.ServedCommand;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.session.network.Traffic;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A hub that we have joined. */
final class LiveNetwork implements Network, Peers, AutoCloseable {
    /** Long enough for a hub that is there to answer a question. */
    private static final Duration QUICK_CHECK_TIMEOUT = Duration.ofSeconds(1);

    private static final ExecuteOptions GLANCE =
            ExecuteOptions.DEFAULT.withSilent(true).withTimeout(QUICK_CHECK_TIMEOUT);

    private final Plugin plugin;
    private final HubMemory names;
    private final BroadcastListeners audience;
    private final LateReplies late;
    private final Owner owner;
    private final Messages messages = Messages.create();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong broadcasts = new AtomicLong();
    private final LongAdder missed = new LongAdder();
    private final DescriptionQueries inquiries;
    private final HubReports reports;

    // Mutable state
    private volatile boolean closed;

    /** The session. Its methods are called on other threads. */
    interface Owner {
        void happened(HubEvent event);

        /** Returns another plugin for the same hub, not connected yet. */
        Plugin plugin(String name);

        /** Returns how long a lost hub is waited for before it is overdue, or {@code null} for ever. */
        @Nullable
        Duration lossLimit();
    }

    /**
     * @param plugin connected
     * @param late gets the replies that come after their timeout
     * @param owner learns what happens to the hub
     */
    LiveNetwork(Plugin plugin, HubMemory names, BroadcastListeners audience, LateReplies late, Owner owner) {
        this.plugin = plugin;
        this.names = names;
        this.audience = audience;
        this.late = late;
        this.owner = owner;
        plugin.onUnclaimedReply(late::heard);
        plugin.onBroadcastLoss(missed::add);
        plugin.onConnectionChange(new Watch());
        audience.moveTo(plugin);
        this.inquiries = new DescriptionQueries(plugin, names);
        this.reports = new HubReports(plugin, GLANCE);
        names.registered(List.copyOf(plugin.registry().keySet()));
    }

    /** Listens to every broadcast from now on, so that Tab knows who is there and what they can do. */
    void observe() {
        plugin.onSubscribe(this::heard);
        plugin.subscribe("");
        names.openNow();
        inquiries.inBackground(List.copyOf(plugin.registry().keySet()));
        inquiries.inBackground(List.of(plugin.hubName()));
    }

    boolean isConnected() {
        return plugin.isConnected();
    }

    /**
     * Waits for a hub that is lost.
     *
     * @throws ShellException HUB_LOST if it is not back in time, INTERRUPTED
     */
    void awaitHub(Duration patience) {
        try {
            plugin.awaitConnection(patience);
        } catch (HubUnreachableException e) {
            throw lost(e);
        } catch (PluginException e) {
            throw Thread.interrupted()
                    ? ShellException.interrupted("stopped waiting for the hub").hint("")
                    : e;
        }
    }

    @Override
    public void inquire(String target) {
        inquiries.now(target);
    }

    @Override
    public HubIdentity identity() {
        return new HubIdentity(plugin.queryUri(), plugin.hubName(), plugin.name());
    }

    @Override
    public Peers peers() {
        return this;
    }

    @Override
    public String addressee(String target) {
        boolean hub = target.equals("hub") && !plugin.registry().containsKey(target);
        return hub ? plugin.hubName() : target;
    }

    @Override
    public List<String> plugins() {
        try {
            return registered(ExecuteOptions.DEFAULT_TIMEOUT);
        } catch (HubUnreachableException e) {
            throw lost(String.valueOf(e.getMessage()));
        } catch (PluginException e) {
            throw Thread.interrupted()
                    ? ShellException.interrupted("stopped asking the hub").hint("")
                    : e;
        }
    }

    @Override
    public @Nullable HubReport report() {
        return reports.ask();
    }

    @Override
    public PendingReply send(Request request) {
        ExecuteRequest message = message(request);
        late.beforeRequest();
        sent.incrementAndGet();
        long now = System.nanoTime();
        try {
            return new LiveRequest(this, request, message, plugin.send(message, request.timeout()), now);
        } catch (HubUnreachableException e) {
            throw lost(String.valueOf(e.getMessage()));
        } catch (PluginException e) {
            throw new ShellException(Problem.INTERNAL, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Duration ping(String target, Duration timeout) {
        Request ping = new Request(target, "ping", Map.of(), Payload.JSON, false, timeout);
        return send(ping).await().roundTrip();
    }

    @Override
    public BroadcastStream listen(BroadcastFilter filter) {
        return audience.listen(filter);
    }

    @Override
    public ServedPlugin serve(String name, List<ServedCommand> commands) {
        return LiveService.start(owner.plugin(name), commands);
    }

    @Override
    public ServedPlugin serve(FakePlugin fake) {
        return LiveService.start(FakePlugins.plugin(fake, plugin.queryUri()));
    }

    @Override
    public Traffic traffic() {
        return new Traffic(sent.get(), received.get(), broadcasts.get(), missed.sum() + audience.dropped());
    }

    @Override
    public void close() {
        closed = true;
        audience.leave();
        plugin.close();
    }

    /** Builds the message that a request would send. */
    static ExecuteRequest message(Request request, String ownName, Messages messages) {
        try {
            Payload payload = request.body() instanceof Payload encoded
                    ? encoded
                    : ContentData.encode(request.body(), request.mimeType());
            return messages.executeRequest(
                            ownName, request.target(), request.command(), payload, request.silent(), false)
                    .with(request.content());
        } catch (ContentException e) {
            throw new ShellException(Problem.BAD_DATA, "the arguments cannot be sent: " + e.getMessage(), e)
                    .during(request.target(), request.command());
        }
    }

    private ExecuteRequest message(Request request) {
        return message(request.to(addressee(request.target())), plugin.name(), messages);
    }

    LateReplies late() {
        return late;
    }

    /** Takes down that a request was answered. */
    void exchanged(ExecuteRequest request, ExecuteReply reply) {
        received.incrementAndGet();
        names.exchanged(request, reply);
    }

    TargetCheck check(String target) {
        return new TargetCheck(target, () -> registered(QUICK_CHECK_TIMEOUT));
    }

    boolean isHub(String target) {
        return target.equals(plugin.hubName());
    }

    boolean isKnown(String target) {
        return isHub(target) || plugin.registry().containsKey(target);
    }

    private List<String> registered(Duration timeout) {
        List<String> registered = List.copyOf(plugin.register(timeout).keySet());
        names.registered(registered);
        return registered;
    }

    /**
     * Asks the hub something, because a plugin does not answer.
     *
     * @throws ShellException HUB_LOST if the hub does not answer either, INTERRUPTED
     */
    void quickly(Runnable question) {
        try {
            question.run();
        } catch (HubUnreachableException e) {
            plugin.giveUpConnection(String.valueOf(e.getMessage()));
            throw lost(e);
        } catch (PluginException e) {
            throw Thread.interrupted()
                    ? ShellException.interrupted("stopped looking for the hub").hint("")
                    : e;
        }
    }

    /** Checks that the hub was not restarted with other ports. */
    void requireOldPorts() {
        Message reply = plugin.query(messages.connectRequest(plugin.name(), plugin.hubName()), QUICK_CHECK_TIMEOUT);
        if (reply instanceof ConnectReply now && hasMoved(now)) {
            throw lost("the hub at " + plugin.queryUri() + " has restarted");
        }
    }

    private boolean hasMoved(ConnectReply now) {
        Endpoint known = Endpoint.parse(plugin.commandUri());
        return known.isTcp()
                ? known.port() != now.command().port()
                : !known.toString().equals(now.command().uri());
    }

    private static ShellException lost(HubUnreachableException reason) {
        ShellException lost = new ShellException(Problem.HUB_LOST, "the hub is lost: " + reason.getMessage(), reason);
        return reason instanceof SecurityMismatchException
                ? lost.hint("ask the administrator of the hub what has changed; doctor looks at the files of the keys")
                : lost;
    }

    ShellException lost(String reason) {
        plugin.giveUpConnection(reason);
        return new ShellException(Problem.HUB_LOST, "the hub is lost: " + reason);
    }

    private void heard(Broadcast broadcast) {
        broadcasts.incrementAndGet();
        try {
            Message message = broadcast.message();
            names.heard(message, plugin.name());
            if (message instanceof ExecuteRequest request && request.command().equals("register")) {
                inquiries.askSoon(request.source());
            }
        } catch (MalformedMessageException e) {
            // nothing to learn from it
        }
    }

    private void awaitReconnection(Duration limit) {
        try {
            plugin.awaitConnection(limit);
        } catch (HubUnreachableException absent) {
            happened(HubEvent.Kind.OVERDUE);
        }
    }

    private void happened(HubEvent.Kind kind) {
        if (!closed) {
            owner.happened(new HubEvent(kind, Instant.now(), identity()));
        }
    }

    /** Passes on what the plugin finds out about its connection. */
    private final class Watch implements ConnectionListener {
        @Override
        public void lost(String reason) {
            happened(HubEvent.Kind.LOST);
            Duration limit = owner.lossLimit();
            if (limit != null) {
                Thread unused = DaemonThreads.start("hubsh-lost", () -> awaitReconnection(limit));
            }
        }

        @Override
        public void recovered() {
            names.registered(List.copyOf(plugin.registry().keySet()));
            happened(HubEvent.Kind.BACK);
        }
    }
}
