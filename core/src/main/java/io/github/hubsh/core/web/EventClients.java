package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The viewers that get events: the status every second, and broadcasts as they come. The hub is asked, and broadcasts
 * are listened to, only while there is one. On the loop of HTTP.
 */
final class EventClients {
    /** How many there may be. */
    static final int MAX_CLIENTS = 16;

    /** How many writes may wait for one client until it is hung up on. */
    static final int MAX_UNSENT = 64;

    /** How many broadcasts a new client gets of those that others have seen. */
    static final int MAX_RECENT = 20;

    static final long TURN_MILLIS = 200;
    static final int TURNS_PER_STATUS = 5;

    private final WatchedHub hub;
    private final Clock clock;
    private final WebCounter counter;
    private final BroadcastTap tap;

    // Mutable state
    private final Map<Channel, Integer> unsent = new LinkedHashMap<>();
    private final Deque<String> recent = new ArrayDeque<>();
    private @Nullable Future<?> timer;
    private int turns;

    EventClients(WatchedHub hub, Clock clock, WebCounter counter) {
        this.hub = hub;
        this.clock = clock;
        this.counter = counter;
        this.tap = new BroadcastTap(clock);
    }

    boolean isFull() {
        return unsent.size() >= MAX_CLIENTS;
    }

    /** Returns what is counted of the viewers. */
    WebCounts counts() {
        return counter.counts(unsent.size(), tap.unshown());
    }

    /** From now on the channel gets events; the head of its response was written. */
    void add(Channel channel) {
        if (unsent.isEmpty()) {
            start(channel.eventLoop());
        }
        unsent.put(channel, 0);
        channel.closeFuture().addListener(closed -> remove(channel));
        StringBuilder first = new StringBuilder(EventText.start()).append(status());
        recent.forEach(first::append);
        send(channel, first.toString());
    }

    /** Sends what is new; every fifth time that includes the status. */
    void turn() {
        StringBuilder news = new StringBuilder();
        for (SeenBroadcast seen : tap.take()) {
            String event = BroadcastEvent.render(seen);
            news.append(event);
            recent.addLast(event);
            if (recent.size() > MAX_RECENT) {
                recent.removeFirst();
            }
        }
        if (++turns % TURNS_PER_STATUS == 0) {
            news.append(status());
        }
        if (!news.isEmpty()) {
            List.copyOf(unsent.keySet()).forEach(channel -> send(channel, news.toString()));
        }
    }

    private void start(EventExecutor executor) {
        hub.addListener(tap);
        timer = executor.scheduleAtFixedRate(this::guardedTurn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void remove(Channel channel) {
        unsent.remove(channel);
        if (unsent.isEmpty()) {
            hub.removeListener(tap);
            tap.take();
            recent.clear();
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    /** A turn that fails must not be the last. */
    private void guardedTurn() {
        try {
            turn();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(EventClients.class).warn("events were lost: {}", e.toString());
        }
    }

    private String status() {
        try {
            return StatusEvent.render(hub.snapshot(), counts(), clock.instant());
        } catch (IllegalStateException e) {
            return EventText.of("stopped", Map.of());
        }
    }

    private void send(Channel channel, String events) {
        Integer waiting = unsent.get(channel);
        if (waiting == null) {
            return;
        }
        if (waiting >= MAX_UNSENT || !channel.isWritable()) {
            counter.slow();
            ChannelFuture unused = channel.close();
            return;
        }
        unsent.put(channel, waiting + 1);
        ChannelFuture unused = channel.writeAndFlush(new DefaultHttpContent(Unpooled.copiedBuffer(events, UTF_8)))
                .addListener(written -> unsent.computeIfPresent(channel, (key, count) -> count - 1));
    }
}
