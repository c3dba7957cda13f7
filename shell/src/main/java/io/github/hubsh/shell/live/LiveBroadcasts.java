package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.plugin.BroadcastLossListener;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Interruptible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Broadcasts on their way from the subscribe socket's thread to the thread that shows them. The first thread looks at
 * the frames before the text, and no further; the text is read by the second. What does not fit between them is
 * counted.
 */
final class LiveBroadcasts implements BroadcastStream {
    private static final long REPORT_INTERVAL_NANOS = 1_000_000_000L;

    private final BroadcastFilter filter;
    private final String prefix;
    private final LongAdder dropped;
    private final Consumer<Message> learner;
    private final Consumer<LiveBroadcasts> onClose;
    private final BroadcastQueue queue;
    private final MissedCount missed = new MissedCount();
    private final Consumer<Broadcast> listener = this::heard;
    private final BroadcastLossListener lossListener = this::lostAtHub;

    // Mutable state, of the thread that takes
    private final Deque<HubEvent> events = new ArrayDeque<>();
    private long reportedAt = System.nanoTime();

    /**
     * Hears nothing yet.
     *
     * @param dropped gets what is dropped here, beside {@link #missed}
     * @param learner gets every message that is taken
     */
    LiveBroadcasts(
            BroadcastFilter filter, LongAdder dropped, Consumer<Message> learner, Consumer<LiveBroadcasts> onClose) {
        this.filter = filter;
        this.queue = new BroadcastQueue(filter.room());
        this.prefix = filter.source() == null ? "" : filter.source();
        this.dropped = dropped;
        this.learner = learner;
        this.onClose = onClose;
    }

    /** Hears from now on what this plugin hears. */
    void listenAt(Plugin plugin) {
        plugin.onSubscribe(listener);
        plugin.onBroadcastLoss(lossListener);
        plugin.subscribe(prefix);
    }

    void stopAt(Plugin plugin) {
        plugin.removeSubscribeListener(listener);
        plugin.removeBroadcastLossListener(lossListener);
        plugin.unsubscribe(prefix);
    }

    @Override
    public boolean isReady() {
        return !queue.isEmpty();
    }

    @Override
    public @Nullable TimedBroadcast next(Duration wait) {
        Interruptible.run("stopped", () -> queue.await(wait));
        BroadcastQueue.Entry next = queue.poll();
        if (next == null) {
            return null;
        }
        if (next.event() != null) {
            take(next.event());
        }
        return next.broadcast() == null ? null : read(next.time(), next.broadcast());
    }

    private void take(HubEvent event) {
        if (event.kind() == HubEvent.Kind.OVERDUE) {
            throw event.error();
        }
        if (events.size() == BroadcastQueue.MAX_EVENTS) {
            events.remove();
        }
        events.add(event);
    }

    private @Nullable TimedBroadcast read(Instant time, Broadcast broadcast) {
        try {
            Message message = broadcast.message();
            learner.accept(message);
            return filter.accepts(message) ? new TimedBroadcast(time, message, broadcast.text()) : null;
        } catch (MalformedMessageException e) {
            // The hub has checked what it passes on, but not a stranger's question that it broadcasts.
            drop();
            return null;
        }
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
            drop();
        }
    }

    /** Reports after the waiting broadcasts, which came earlier; in an endless flood, from time to time. */
    @Override
    public MissedBroadcasts missed() {
        if (missed.isNone()) {
            return MissedBroadcasts.NONE;
        }
        long now = System.nanoTime();
        if (isReady() && now - reportedAt < REPORT_INTERVAL_NANOS) {
            return MissedBroadcasts.NONE;
        }
        reportedAt = now;
        return missed.take();
    }

    @Override
    public MissedBroadcasts lastMissed() {
        return missed.take();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    private void heard(Broadcast broadcast) {
        if (filter.accepts(broadcast.source(), broadcast.target(), broadcast.type())
                && !queue.offer(Instant.now(), broadcast)) {
            drop();
        }
    }

    private void lostAtHub(long count) {
        missed.atHub(count);
        queue.wake();
    }

    private void drop() {
        missed.inShell();
        dropped.increment();
    }
}
