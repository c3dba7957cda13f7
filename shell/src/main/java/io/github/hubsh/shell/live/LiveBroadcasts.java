package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.TimedBroadcast;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Broadcasts on their way from the subscribe socket's thread to the thread that shows them; those beyond the queue's
 * length are counted.
 */
final class LiveBroadcasts implements BroadcastStream {
    private static final int QUEUE_LENGTH = 20_000;
    private static final long REPORT_INTERVAL_NANOS = 1_000_000_000L;

    private final BroadcastFilter filter;
    private final String prefix;
    private final Consumer<LiveBroadcasts> onClose;
    private final BlockingQueue<TimedBroadcast> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
    private final AtomicLong lost = new AtomicLong();
    private long reportedAt = System.nanoTime(); // of the thread that takes
    private final Consumer<io.github.hubsh.core.plugin.Broadcast> listener = this::heard;

    LiveBroadcasts(BroadcastFilter filter, Consumer<LiveBroadcasts> onClose) {
        this.filter = filter;
        this.prefix = filter.source() == null ? "" : filter.source();
        this.onClose = onClose;
    }

    /** Hears from now on what this plugin hears. */
    void listenAt(Plugin plugin) {
        plugin.onSubscribe(listener);
        plugin.subscribe(prefix);
    }

    void stopAt(Plugin plugin) {
        plugin.removeSubscribeListener(listener);
        plugin.unsubscribe(prefix);
    }

    @Override
    public @Nullable TimedBroadcast next(Duration wait) {
        return Interruptible.get("stopped", () -> queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Reports after the waiting broadcasts, which came earlier; in an endless flood, from time to time. */
    @Override
    public long missed() {
        if (lost.get() == 0) {
            return 0;
        }
        long now = System.nanoTime();
        if (!queue.isEmpty() && now - reportedAt < REPORT_INTERVAL_NANOS) {
            return 0;
        }
        reportedAt = now;
        return lost.getAndSet(0);
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    private void heard(io.github.hubsh.core.plugin.Broadcast broadcast) {
        try {
            Message message = broadcast.message();
            if (filter.accepts(message)
                    && !queue.offer(new TimedBroadcast(Instant.now(), message, new String(broadcast.json(), UTF_8)))) {
                lost.incrementAndGet();
            }
        } catch (MalformedMessageException e) {
            // The hub has checked what it passes on, but not a stranger's question that it broadcasts.
            lost.incrementAndGet();
        }
    }
}
