package io.github.hubsh.shell.live;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks plugins to describe themselves, silently. Most plugins in the field cannot: one that says so was asked once for
 * as long as we are connected, and is not bothered again. Thread-safe.
 */
final class DescriptionQueries {
    private static final ExecuteOptions OPTIONS =
            ExecuteOptions.DEFAULT.withSilent(true).withTimeout(Duration.ofSeconds(2));

    /** A registry may be full of names that are long gone; those must neither delay the others nor flood the hub. */
    private static final int MAX_AT_ONCE = 16;

    private static final int MAX_ASKED_PLUGINS = 10_000;

    /** A plugin registers before the hub can reach it. */
    private static final long REACHABLE_DELAY_MILLIS = 500;

    private final Plugin plugin;
    private final HubMemory memory;

    // Mutable state, guarded by this
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> underWay = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private enum State {
        WAITING,
        UNDER_WAY,
        /** It has described itself; it may be asked again for news. */
        DESCRIBED,
        /** Perhaps it is busy: it may be asked again, but only by a person. */
        SILENT,
        CANNOT
    }

    DescriptionQueries(Plugin plugin, HubMemory memory) {
        this.plugin = plugin;
        this.memory = memory;
    }

    /** Asks those that were not asked before, a few at a time; returns at once. */
    synchronized void inBackground(Collection<String> names) {
        for (String name : names) {
            if (!name.equals(plugin.name())
                    && states.size() < MAX_ASKED_PLUGINS
                    && states.putIfAbsent(name, State.WAITING) == null) {
                waiting.add(name);
            }
        }
        askNext();
    }

    /** As {@link #inBackground}, for a plugin that has just registered. */
    void askSoon(String name) {
        synchronized (this) {
            if (states.containsKey(name)) {
                return;
            }
        }
        CompletableFuture.delayedExecutor(REACHABLE_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> inBackground(List.of(name)));
    }

    /**
     * Asks for a person, and waits for the answer; does nothing if the plugin has said that it cannot describe itself.
     */
    void now(String name) {
        memory.openNow();
        CompletableFuture<Void> done;
        synchronized (this) {
            if (states.get(name) == State.CANNOT || name.equals(plugin.name())) {
                return;
            }
            CompletableFuture<Void> asked = underWay.get(name);
            done = asked != null ? asked : ask(name);
        }
        try {
            Void unused = Interruptible.get("stopped asking " + name + " what it can do", done::get);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void askNext() {
        while (underWay.size() < MAX_AT_ONCE && !waiting.isEmpty()) {
            String name = waiting.remove();
            if (states.get(name) == State.WAITING) {
                var unused = ask(name);
            }
        }
    }

    private synchronized CompletableFuture<Void> ask(String name) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        states.put(name, State.UNDER_WAY);
        underWay.put(name, done);
        try {
            var unused = plugin.executeAsync(name, Handlers.DESCRIBE, Map.of(), OPTIONS)
                    .whenComplete((reply, error) -> settled(name, reply, done));
        } catch (PluginException disconnected) {
            settled(name, null, done);
        }
        return done;
    }

    private void settled(String name, @Nullable ExecuteReply reply, CompletableFuture<Void> done) {
        try {
            State state = learned(name, reply);
            synchronized (this) {
                underWay.remove(name);
                if (state == null) {
                    states.remove(name);
                } else {
                    states.put(name, state);
                }
            }
        } finally {
            done.complete(null);
        }
        askNext();
    }

    /** Returns {@code null} if the plugin was not reached: it has not been asked. */
    private @Nullable State learned(String name, @Nullable ExecuteReply reply) {
        if (reply == null) {
            return State.SILENT;
        }
        if (reply.error() != null) {
            boolean reached = !reply.error().isUnanswered();
            if (reached) {
                memory.describesNothing(name);
            }
            return reached ? State.CANNOT : null;
        }
        try {
            memory.describe(name, ContentData.decode(reply.result()));
            return State.DESCRIBED;
        } catch (ContentException unreadable) {
            return State.CANNOT;
        }
    }
}
