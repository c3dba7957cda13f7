package io.github.hubsh.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Messages;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session with a real network behind it. Statements run on one thread; whoever only asks may use any. */
public final class LiveSession implements Session {
    private static final int LONGEST_HISTORY = 10_000;
    private static final long CLOSE_MILLIS = 300;

    private final Identity identity;
    private final Files files;
    private final Display display;
    private final Workspace workspace = new Workspace();
    private final Memory names;
    private final LiveHost host;
    private final Audience audience = new Audience();
    private final LateReplies lateReplies;
    private final Admission admission;
    private final List<String> history = new ArrayList<>();

    /** Held while joining and leaving; whoever waits for it can be interrupted. */
    private final ReentrantLock membership = new ReentrantLock();

    // Mutable state, guarded by membership
    private volatile Settings settings;
    private volatile String hub;
    private volatile boolean left;
    private volatile @Nullable Thread unhurried; // who joins for nobody in particular
    private volatile @Nullable LiveNetwork network;
    private volatile @Nullable Questions questions;
    private volatile @Nullable Guard guard; // made for the first context that needs one

    public LiveSession(Settings settings, Identity identity, Files files, Display display) {
        this.settings = settings;
        this.identity = identity;
        this.files = files;
        this.display = display;
        this.hub = settings.hub();
        this.admission = new Admission(identity);
        this.lateReplies = settings.observing()
                ? LateReplies.shownAtOnce(display::note)
                : LateReplies.shownBetweenRequests(display::note);
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
    public boolean hasLeft() {
        return left;
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
    public void turn(Settings other) {
        hurry();
        exclusively(() -> {
            leave();
            left = false;
            if (!Objects.equals(other.name(), settings.name())) {
                admission.giveNameBack();
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
        hurry();
        return exclusively(this::leave);
    }

    @Override
    public Draft draft(Request request) {
        Network joined = network;
        String ownName = joined != null ? joined.ownName() : admission.nameWanted(settings);
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
                admission.giveNameBack();
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

    /** Joins, as patiently as the settings say, and waits for the plugins that they name. */
    private LiveNetwork join() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        names.useHub(hub, !host.isDemo(hub));
        LiveNetwork joined =
                new LiveNetwork(admission.enter(hub, settings, deadline), names, audience, lateReplies, this::lost);
        network = joined;
        left = false;
        Admission.awaitPlugins(joined, settings, deadline);
        if (settings.observing()) {
            joined.observe();
        }
        return joined;
    }

    /** That hub is gone: the next statement that needs one joins anew. */
    private void lost(LiveNetwork gone) {
        exclusively(() -> network == gone && drop());
    }

    /** Whoever joins for nobody in particular gives way. */
    private void hurry() {
        Thread busy = unhurried;
        if (busy != null) {
            busy.interrupt();
        }
    }
}
