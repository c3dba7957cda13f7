package io.github.hubsh.shell.live;

import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a free name for us, and a hub that accepts it. For the holder of the session's membership lock. */
final class HubJoiner {
    private static final long RETRY_MILLIS = 100;
    private static final int MAX_IGNORED_NAMES = 2;

    private final PluginIdentity identity;

    // Mutable state
    private @Nullable NameLease lease;

    HubJoiner(PluginIdentity identity) {
        this.identity = identity;
    }

    String nameWanted(SessionSettings settings) {
        return settings.name() != null ? settings.name() : baseName(settings);
    }

    private String baseName(SessionSettings settings) {
        return KeyedPlugins.name(settings.keys(), identity.baseName());
    }

    void giveNameBack() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    /**
     * Connects to a hub, until the deadline.
     *
     * @param deadline of {@link System#nanoTime()}; it is tried once even if that has passed
     */
    Plugin enter(String hub, SessionSettings settings, long deadline) {
        while (true) {
            try {
                return enter(hub, settings);
            } catch (SecurityMismatchException e) {
                throw KeyedPlugins.refusal(e, settings.keys());
            } catch (HubUnreachableException e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e);
                }
                pause();
            }
        }
    }

    /** Waits for the plugins that the settings name, until the deadline. */
    static void awaitPlugins(LiveNetwork joined, SessionSettings settings, long deadline) {
        if (settings.awaited().isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(settings.awaited());
        while (true) {
            joined.peers().plugins().forEach(missing::remove);
            if (missing.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new ShellException(
                                Problem.TIMEOUT,
                                "not registered at " + joined.identity().uri() + ": " + String.join(", ", missing))
                        .hint("wait longer with --wait " + Durations.longer(settings.patience(), "60s")
                                + ", or see the registered ones with plugins");
            }
            pause();
        }
    }

    private Plugin enter(String hub, SessionSettings settings) {
        NameLease name = lease(settings);
        int ignored = 0;
        while (true) {
            long begun = System.nanoTime();
            try {
                return enterAs(name.name(), hub, settings);
            } catch (NameInUseException e) {
                // A hub that says nothing may have a peer of that name, or listen to no peer at all.
                ignored += System.nanoTime() - begun >= settings.timeout().toNanos() ? 1 : 0;
                if (ignored == MAX_IGNORED_NAMES) {
                    throw new ShellException(
                            Problem.CANNOT_CONNECT,
                            "the hub at " + hub + " answers questions, and ignores what comes for its commands",
                            e);
                }
                if (settings.name() != null) {
                    throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e)
                            .hint("choose another name with --name");
                }
                // A shell on another machine, with the same user and host name: it has no lock file here.
                name.close();
                name = NameLease.take(baseName(settings), identity.lockDirectories(), name.number() + 1);
                lease = name;
            }
        }
    }

    private static Plugin enterAs(String name, String hub, SessionSettings settings) {
        Plugin plugin;
        try {
            plugin = KeyedPlugins.plugin(name, hub, settings.keys());
        } catch (TransportException e) {
            throw new ShellException(Problem.USAGE, String.valueOf(e.getMessage()), e)
                    .hint("an address looks like " + SessionSettings.DEFAULT_HUB);
        }
        try {
            plugin.reset(settings.timeout());
            return plugin;
        } catch (PluginException e) {
            boolean interrupted = Thread.interrupted();
            plugin.close();
            throw interrupted
                    ? ShellException.interrupted("stopped connecting to " + hub).hint("")
                    : e;
        }
    }

    private NameLease lease(SessionSettings settings) {
        NameLease held = lease;
        if (held == null) {
            String exact = settings.name();
            held = exact != null
                    ? NameLease.exactly(exact)
                    : NameLease.take(baseName(settings), identity.lockDirectories(), 1);
            lease = held;
        }
        return held;
    }

    /** A hub that is not there yet and a plugin that has not registered announce nothing: both can only be polled. */
    private static void pause() {
        Interruptible.run("stopped waiting for the hub", () -> Thread.sleep(RETRY_MILLIS));
    }
}
