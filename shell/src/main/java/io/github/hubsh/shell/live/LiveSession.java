package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.knowledge.LastPorts;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.HubMembership;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session with a real network behind it. Statements run on one thread; calls that only ask may come from any. */
public final class LiveSession implements Session, HubAccess, HubMembership, LiveNetwork.Owner {
    private static final long CLOSE_MILLIS = 300;

    private final PluginIdentity identity;
    private final InputOutput io;
    private final SessionMemory memory;
    private final ProgramAccess program;
    private final HubMemory names;
    private final LiveHubs host;
    private final BroadcastListeners audience;
    private final LateReplies lateReplies;
    private final HubJoiner admission;
    private final PlainHubs plainHubs;
    private final List<Consumer<HubEvent>> listeners = new CopyOnWriteArrayList<>();

    /** Held while joining and leaving; a thread that waits for it can be interrupted. */
    private final ReentrantLock membership = new ReentrantLock();

    // Mutable state, guarded by membership
    private volatile SessionSettings settings;
    private volatile String hub;
    private volatile boolean left;
    private volatile @Nullable Thread unhurried; // the thread that joins in the background
    private volatile @Nullable LiveNetwork network;
    private volatile @Nullable ContextGuard guard; // made for the first context that needs one

    public LiveSession(SessionSettings settings, PluginIdentity identity, FileAccess files, Display display) {
        this.settings = settings;
        this.identity = identity;
        this.io = new InputOutput(files, display, new Dialog());
        this.hub = settings.hub();
        this.admission = new HubJoiner(identity);
        this.lateReplies = settings.observing()
                ? LateReplies.shownAtOnce(text -> display.say(MessageLevel.NOTE, text))
                : LateReplies.shownBetweenRequests(text -> display.say(MessageLevel.NOTE, text));
        ContextInUse context = new ContextInUse();
        this.names = new HubMemory(identity, context, settings.observing());
        this.audience = new BroadcastListeners(settings.observing() ? null : names);
        this.memory = new SessionMemory(names, context, new RecentLines());
        names.useHub(hub, true);
        this.plainHubs = new PlainHubs(identity.hubDirectory());
        this.host = new LiveHubs(display, names, this::connect, new LastPorts(identity.hubDirectory()));
        this.program = new ProgramAccess(host);
    }

    @Override
    public HubAccess hub() {
        return this;
    }

    @Override
    public HubMembership membership() {
        return this;
    }

    @Override
    public StatementLanguage language() {
        throw new IllegalStateException("no statement runs");
    }

    @Override
    public SessionSettings settings() {
        return memory.preferences().applyTo(settings);
    }

    @Override
    public SessionMemory memory() {
        return memory;
    }

    @Override
    public InputOutput io() {
        return io;
    }

    @Override
    public ProgramAccess program() {
        return program;
    }

    @Override
    public Network network() {
        LiveNetwork joined = network;
        if (joined == null) {
            joined = exclusively(this::joinUnlessLeft);
        }
        if (!joined.isConnected()) {
            Duration limit = lossLimit();
            joined.awaitHub(limit == null ? settings().patience() : limit);
        }
        return guarded(joined);
    }

    @Override
    public @Nullable Network joined() {
        LiveNetwork joined = network;
        return joined == null || !joined.isConnected() ? null : guarded(joined);
    }

    @Override
    public List<Consumer<HubEvent>> hubListeners() {
        return listeners;
    }

    @Override
    public void happened(HubEvent event) {
        audience.happened(event);
        listeners.forEach(listener -> listener.accept(event));
    }

    /** The prompt waits for ever; all else as long as for a reply, or as the user has said. */
    @Override
    public @Nullable Duration lossLimit() {
        SessionSettings now = settings();
        if (now.observing()) {
            return null;
        }
        return now.returnTime();
    }

    @Override
    public @Nullable Network joinUnhurried() {
        if (network != null || left || !membership.tryLock()) {
            return null;
        }
        unhurried = Thread.currentThread();
        try {
            return network != null || left ? null : guarded(join());
        } finally {
            unhurried = null;
            membership.unlock();
        }
    }

    @Override
    public Network connect(@Nullable String uri) {
        hurry();
        return exclusively(() -> {
            leave();
            if (uri != null) {
                hub = uri;
            }
            return guarded(join());
        });
    }

    @Override
    public void switchTo(SessionSettings other) {
        hurry();
        exclusively(() -> {
            leave();
            left = false;
            if (!Objects.equals(other.name(), settings.name())
                    || !Objects.equals(other.keys().ownKey(), settings.keys().ownKey())) {
                admission.giveNameBack();
            }
            settings = other;
            hub = other.hub();
            return hub;
        });
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        ContextGuard guards = guard(hub);
        if (guards != null) {
            guards.permit(request, confirmed, io.dialog());
        }
    }

    @Override
    public boolean disconnect() {
        hurry();
        return exclusively(this::leave);
    }

    @Override
    public DraftMessage draft(Request request) {
        Network joined = network;
        String ownName = joined != null ? joined.identity().ownName() : admission.nameWanted(settings);
        Request addressed = joined != null ? request.to(joined.peers().addressee(request.target())) : request;
        byte[] json = MessageWriter.write(LiveNetwork.message(addressed, ownName, Messages.create()));
        return new DraftMessage(addressed, new String(json, UTF_8));
    }

    @Override
    public Session openAnother(SessionSettings other) {
        LiveSession opened = new LiveSession(other, identity, io.files(), io.display());
        // What guards a hub guards it on every way there.
        opened.memory.context().use(memory.context().current());
        if (io.dialog().isConfirmed()) {
            opened.io.dialog().confirmAll();
        }
        return opened;
    }

    @Override
    public void close() {
        boolean mine = false;
        // Our own hubs end first: one that runs while its plugins leave would log what it cannot deliver.
        host.close();
        try {
            // Another thread may still be joining a hub that does not answer; the process's end stops it.
            mine = membership.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            if (mine) {
                leave();
                admission.giveNameBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                membership.unlock();
            }
        }
    }

    private Network guarded(LiveNetwork joined) {
        ContextGuard guards = guard(joined.identity().uri());
        return guards == null ? joined : new GuardedNetwork(joined, guards, io.dialog());
    }

    /** Returns the guard of a hub, or {@code null}: a context guards only its own hub. */
    private @Nullable ContextGuard guard(String uri) {
        HubContext context = memory.context().at(uri);
        if (context == null || !context.isGuarded()) {
            return null;
        }
        ContextGuard known = guard;
        if (known == null || !known.context().equals(context)) {
            known = new ContextGuard(context);
            guard = known;
        }
        return known;
    }

    private <T> T exclusively(Supplier<T> change) {
        try {
            membership.lockInterruptibly();
        } catch (InterruptedException e) {
            throw ShellException.interrupted("stopped waiting for " + hub).hint("");
        }
        try {
            return change.get();
        } finally {
            membership.unlock();
        }
    }

    private LiveNetwork joinUnlessLeft() {
        LiveNetwork joined = network;
        if (joined != null) {
            return joined;
        }
        if (left) {
            throw new ShellException(Problem.CANNOT_CONNECT, "not connected").hint("connect joins " + hub + " again");
        }
        return join();
    }

    private boolean leave() {
        left = true;
        names.forgetAll();
        return drop();
    }

    private boolean drop() {
        LiveNetwork joined = network;
        network = null;
        if (joined != null) {
            joined.close();
        }
        return joined != null;
    }

    /** Joins, as patiently as the settings say, and waits for the plugins that they name. */
    private LiveNetwork join() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        names.useHub(hub, !host.isDemo(hub));
        Plugin plugin = admission.enter(hub, settings.withKeys(keys()), deadline);
        LiveNetwork joined = new LiveNetwork(plugin, names, audience, lateReplies, this);
        String warning = plainHubs.warning(hub, keys());
        if (warning != null) {
            io.display().say(MessageLevel.WARNING, warning);
        }
        network = joined;
        left = false;
        HubJoiner.awaitPlugins(joined, settings, deadline);
        if (settings.observing()) {
            joined.observe();
        }
        return joined;
    }

    @Override
    public Plugin plugin(String name) {
        return KeyedPlugins.plugin(name, hub, keys());
    }

    /** The demo is ours, and has no keys. */
    private HubKeys keys() {
        return host.isDemo(hub) ? HubKeys.NONE : settings.keys();
    }

    /** Makes the thread that joins in the background give way. */
    private void hurry() {
        Thread busy = unhurried;
        if (busy != null) {
            busy.interrupt();
        }
    }
}
