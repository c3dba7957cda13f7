package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * All listeners to broadcasts. They continue to listen when the hub is lost and back, and when another is joined, by
 * another plugin of ours. Thread-safe.
 */
final class BroadcastListeners {
    private final @Nullable HubMemory memory;
    private final LongAdder dropped = new LongAdder();

    // Mutable state, guarded by this
    private final Set<LiveBroadcasts> open = new LinkedHashSet<>();
    private volatile @Nullable Plugin plugin;

    /** @param memory learns from all that is listened to; {@code null} where it hears every broadcast already */
    BroadcastListeners(@Nullable HubMemory memory) {
        this.memory = memory;
    }

    /** Starts to listen; the caller closes it. */
    synchronized BroadcastStream listen(BroadcastFilter filter) {
        LiveBroadcasts broadcasts = new LiveBroadcasts(filter, dropped, this::learn, this::closed);
        open.add(broadcasts);
        if (plugin != null) {
            broadcasts.listenAt(plugin);
        }
        return broadcasts;
    }

    /** Returns how many broadcasts were dropped because their listener did not take them. Any thread. */
    long dropped() {
        return dropped.sum();
    }

    /** From now on all listeners hear what this plugin hears. */
    synchronized void moveTo(Plugin joined) {
        plugin = joined;
        open.forEach(each -> each.listenAt(joined));
    }

    /** Tells all listeners what has happened to the hub. */
    synchronized void happened(HubEvent event) {
        open.forEach(each -> each.happened(event));
    }

    /** From now on there is nothing to hear. */
    synchronized void leave() {
        plugin = null;
    }

    private void learn(Message message) {
        Plugin joined = plugin;
        if (memory != null && joined != null) {
            memory.heard(message, joined.name());
        }
    }

    private synchronized void closed(LiveBroadcasts broadcasts) {
        if (open.remove(broadcasts) && plugin != null) {
            broadcasts.stopAt(plugin);
        }
    }
}
