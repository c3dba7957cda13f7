package io.github.hubsh.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.command.Display;
import io.github.hubsh.shell.command.Draft;
import io.github.hubsh.shell.command.Files;
import io.github.hubsh.shell.command.Guard;
import io.github.hubsh.shell.command.Host;
import io.github.hubsh.shell.command.NamedHub;
import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.command.Network;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Questions;
import io.github.hubsh.shell.command.Request;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.Settings;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.command.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session with a real network behind it. Statements run on one thread; whoever only asks may use any. */
public final class LiveSession implements Session {
    private static final int LONGEST_HISTORY = 10_000;
    private static final long RETRY_MILLIS = 100;
    private static final long CLOSE_MILLIS = 300;

    private final Identity identity;
    private final Files files;
    private final Display display;
    private final Workspace workspace = new Workspace();
    private final Memory names;
    private final LiveHost host;
    private final List<String> history = new ArrayList<>();

    /** Held while joining and leaving; whoever waits for it can be interrupted. */
    private final ReentrantLock membership = new ReentrantLock();

    // Mutable state, guarded by membership
    private volatile Settings settings;
    private volatile String hub;
    private boolean left;
    private @Nullable NameLease lease;
    private volatile @Nullable LiveNetwork network;
    private volatile @Nullable Questions questions;
    private volatile @Nullable Guard guard; // made for the first context that needs one

    public LiveSession(Settings settings, Identity identity, Files files, Display display) {
        this.settings = settings;
        this.identity = identity;
        this.files = files;
        this.display = display;
        this.hub = settings.hub();
        this.names = new Memory(identity, workspace, settings.observing());
        names.useHub(hub, true);
        this.host = new LiveHost(display, names, this::connect);
    }

    @Override
    public Settings settings() {
        return workspace.over(settings);
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public Network network() {
        LiveNetwork joined = network;
        return guarded(joined != null ? joined : exclusively(this::joinUnlessLeft));
    }

    @Override
    public @Nullable Network joined() {
        LiveNetwork joined = network;
        return joined == null ? null : guarded(joined);
    }

    @Override
    public Network connect(@Nullable String uri) {
        return exclusively(() -> {
            leave();
            if (uri != null) {
                hub = uri;
            }
            return guarded(join());
        });
    }

    @Override
    public void turn(Settings other) {
        exclusively(() -> {
            leave();
            left = false;
            if (!Objects.equals(other.name(), settings.name())) {
                giveNameBack();
            }
            settings = other;
            hub = other.hub();
            return hub;
        });
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        Guard guards = guard(hub);
        if (guards != null) {
            guards.permit(request, confirmed, this);
        }
    }

    @Override
    public boolean disconnect() {
        return exclusively(this::leave);
    }

    @Override
    public Draft draft(Request request) {
        Network joined = network;
        String ownName = joined != null ? joined.ownName() : ownNameWanted();
        Request addressed = joined != null ? request.to(joined.addressee(request.target())) : request;
        byte[] json = MessageWriter.write(LiveNetwork.message(addressed, ownName, Messages.create()));
        return new Draft(addressed, new String(json, UTF_8));
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Questions questions() {
        Questions asked = questions;
        return asked != null ? asked : Session.super.questions();
    }

    @Override
    public void askAt(Questions terminal) {
        questions = terminal;
    }

    @Override
    public List<String> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    @Override
    public void remember(String line) {
        synchronized (history) {
            if (history.size() >= LONGEST_HISTORY) {
                history.remove(0);
            }
            history.add(line);
        }
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public Display display() {
        return display;
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Session another(Settings other) {
        return new LiveSession(other, identity, files, display);
    }

    @Override
    public void close() {
        boolean mine = false;
        try {
            // Somebody may still be joining a hub that does not answer; the process's end stops him.
            mine = membership.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            if (mine) {
                leave();
                giveNameBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                membership.unlock();
            }
            host.close();
        }
    }

    private Network guarded(LiveNetwork joined) {
        Guard guards = guard(joined.hubUri());
        return guards == null ? joined : new GuardedNetwork(joined, guards, this);
    }

    /** Returns who stands before a hub, or {@code null}: contexts guard their own hub only. */
    private @Nullable Guard guard(String uri) {
        NamedHub context = workspace.contextAt(uri);
        if (context == null || !context.isGuarded()) {
            return null;
        }
        Guard known = guard;
        if (known == null || !known.context().equals(context)) {
            known = new Guard(context);
            guard = known;
        }
        return known;
    }

    private <T> T exclusively(Supplier<T> change) {
        try {
            membership.lockInterruptibly();
        } catch (InterruptedException e) {
            throw ShellException.interrupted("stopped waiting for " + hub);
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

    private void giveNameBack() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    private String ownNameWanted() {
        return settings.name() != null ? settings.name() : identity.baseName();
    }

    /** Joins, as patiently as the settings say, and waits for the plugins that they name. */
    private LiveNetwork join() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        LiveNetwork joined = null;
        names.useHub(hub, !host.isDemo(hub));
        while (joined == null) {
            try {
                joined = tryJoin();
            } catch (HubUnreachableException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e);
                }
                pause();
            }
        }
        network = joined;
        left = false;
        awaitPlugins(joined, deadline);
        if (settings.observing()) {
            joined.observe();
        }
        return joined;
    }

    private LiveNetwork tryJoin() {
        NameLease name = lease();
        while (true) {
            try {
                return joinAs(name.name());
            } catch (NameInUseException e) {
                if (settings.name() != null) {
                    throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e)
                            .hint("choose another name with --name");
                }
                // A shell on another machine, with the same user and host name: it has no lock file here.
                name.close();
                name = NameLease.take(identity.baseName(), identity.lockDirectory(), name.number() + 1);
                lease = name;
            }
        }
    }

    private LiveNetwork joinAs(String name) {
        Plugin plugin;
        try {
            plugin = new Plugin(name, hub);
        } catch (TransportException e) {
            throw new ShellException(Problem.USAGE, String.valueOf(e.getMessage()), e)
                    .hint("an address looks like " + Settings.DEFAULT_HUB);
        }
        try {
            plugin.reset(settings.timeout());
        } catch (PluginException e) {
            boolean interrupted = Thread.interrupted();
            plugin.close();
            throw interrupted ? ShellException.interrupted("stopped connecting to " + hub) : e;
        }
        return new LiveNetwork(plugin, names, this::lost);
    }

    private NameLease lease() {
        NameLease held = lease;
        if (held == null) {
            String exact = settings.name();
            held = exact != null
                    ? NameLease.exactly(exact)
                    : NameLease.take(identity.baseName(), identity.lockDirectory(), 1);
            lease = held;
        }
        return held;
    }

    private void awaitPlugins(LiveNetwork joined, long deadline) {
        if (settings.awaited().isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(settings.awaited());
        while (true) {
            joined.plugins().forEach(missing::remove);
            if (missing.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new ShellException(
                                Problem.TIMEOUT, "not registered at " + hub + ": " + String.join(", ", missing))
                        .hint("wait longer with --wait 60s, or see who is there with plugins");
            }
            pause();
        }
    }

    /** The hub is gone: the next statement that needs it joins anew. */
    private void lost() {
        exclusively(this::drop);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(RETRY_MILLIS).toMillis());
        } catch (InterruptedException e) {
            throw ShellException.interrupted("stopped waiting for the hub");
        }
    }
}
