package io.github.hubsh.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.command.Broadcast;
import io.github.hubsh.shell.command.Broadcasts;
import io.github.hubsh.shell.command.Filter;
import io.github.hubsh.shell.command.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Broadcasts on their way from the subscribe socket's thread to whoever shows them; what is too much is counted. */
final class LiveBroadcasts implements Broadcasts {
    private static final int QUEUE_LENGTH = 20_000;

    private final Plugin plugin;
    private final Filter filter;
    private final String prefix;
    private final BlockingQueue<Broadcast> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final AtomicLong lost = new AtomicLong();
    private final Consumer<io.github.hubsh.core.plugin.Broadcast> listener = this::heard;

    LiveBroadcasts(Plugin plugin, Filter filter) {
        this.plugin = plugin;
        this.filter = filter;
        this.prefix = filter.source() == null ? "" : filter.source();
        plugin.onSubscribe(listener);
        plugin.subscribe(prefix);
    }

    @Override
    public @Nullable Broadcast next(Duration wait) {
        try {
            return queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw ShellException.interrupted("stopped");
        }
    }

    @Override
    public long missed() {
        return queue.isEmpty() ? lost.getAndSet(0) : 0;
    }

    @Override
    public void close() {
        plugin.removeSubscribeListener(listener);
        plugin.unsubscribe(prefix);
    }

    private void heard(io.github.hubsh.core.plugin.Broadcast broadcast) {
        try {
            Message message = broadcast.message();
            if (filter.accepts(message)
                    && !queue.offer(new Broadcast(Instant.now(), message, new String(broadcast.json(), UTF_8)))) {
                lost.incrementAndGet();
            }
        } catch (MalformedMessageException e) {
            // What the hub passes on it has checked; what it broadcasts of a stranger's question it has not.
            lost.incrementAndGet();
        }
    }
}
