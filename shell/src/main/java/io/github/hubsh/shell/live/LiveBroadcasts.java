package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.HubEvent;
import io.github.hubsh.shell.session.TimedBroadcast;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    /** How many events are kept: a listener may not be interested in them. */
    private static final int MAX_EVENTS = 100;

    private static final long REPORT_INTERVAL_NANOS = 1_000_000_000L;

    private final BroadcastFilter filter;
    private final String prefix;
    private final Consumer<LiveBroadcasts> onClose;
    /** Broadcasts, and what happened to the hub between them. */
    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH + MAX_EVENTS);

    private final Deque<HubEvent> events = new ArrayDeque<>(); // of the thread that takes
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
        Object next = Interruptible.get("stopped", () -> queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
        if (next instanceof HubEvent event) {
            take(event);
        }
        return next instanceof TimedBroadcast broadcast ? broadcast : null;
    }

    private void take(HubEvent event) {
        if (event.kind() == HubEvent.Kind.OVERDUE) {
            throw event.error();
        }
        if (events.size() == MAX_EVENTS) {
            events.remove();
        }
        events.add(event);
    }

    @Override
    public List<HubEvent> hubEvents() {
        List<HubEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Something has happened to the hub. */
    void happened(HubEvent event) {
        if (!queue.offer(event)) {
            lost.incrementAndGet();
        }
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
            if (filter.accepts(message) && !offer(message, broadcast)) {
                lost.incrementAndGet();
            }
        } catch (MalformedMessageException e) {
            // The hub has checked what it passes on, but not a stranger's question that it broadcasts.
            lost.incrementAndGet();
        }
    }

    private boolean offer(Message message, io.github.hubsh.core.plugin.Broadcast broadcast) {
        return queue.size() < QUEUE_LENGTH
                && queue.offer(new TimedBroadcast(Instant.now(), message, new String(broadcast.json(), UTF_8)));
    }
}
