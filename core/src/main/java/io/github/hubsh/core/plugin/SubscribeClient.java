package io.github.hubsh.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.LossNotice;
import io.github.hubsh.core.wire.SubscriptionMark;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The subscribe socket, connected to one hub, and its thread. */
final class SubscribeClient implements AutoCloseable {
    private static final AtomicLong LAST_MARK = new AtomicLong();

    private final MessageSocket socket;
    private final SubscribeOptions options;
    private final BroadcastReceiver receiver;
    private final Consumer<Throwable> failures;
    private final SocketLoop loop;
    private final Map<String, CompletableFuture<Void>> marks = new ConcurrentHashMap<>();

    // Mutable state
    private volatile boolean abandoned;
    private volatile @Nullable TransportException refusal;

    // Mutable state, of the socket's thread
    private boolean counted; // by the hub: what it drops

    SubscribeClient(
            Transport transport,
            String name,
            Endpoint hub,
            SubscribeOptions options,
            BroadcastReceiver receiver,
            Consumer<Throwable> failures) {
        this.options = options;
        this.receiver = receiver;
        socket = SocketOpener.connected(transport, SocketType.SUB, null, hub, this::prepare);
        this.failures = failures;
        loop = new SocketLoop(
                name + "-subscribe", socket, options.conflated() ? this::conflate : this::receive, this::failed);
        loop.start();
    }

    /**
     * A hub that refuses subscriptions with our key says so once; a caller that waits for them has to know. For all
     * others the command connection says it, which has the same key.
     */
    private void failed(Throwable failure) {
        if (failure instanceof TransportException refused && refused.concernsSecurity()) {
            refusal = refused;
            marks.values().forEach(waiting -> waiting.completeExceptionally(refused));
        } else {
            failures.accept(failure);
        }
    }

    private void prepare(MessageSocket opened) {
        opened.limitReceived(options.receiveHighWaterMark(), options.receiveBufferBytes());
        if (!options.conflated()) {
            opened.subscribe(LossNotice.topic());
        }
        options.sources().forEach(source -> opened.subscribe(source.getBytes(UTF_8)));
    }

    private void receive(Frames frames) {
        if (!isNotice(frames)) {
            receiver.received(frames);
        }
    }

    /** Passes on the newest of what waits; in an endless flood, one now and then. */
    private void conflate(Frames first) {
        @Nullable Frames newest = null;
        @Nullable Frames next = first;
        for (int i = 0; next != null && i <= options.receiveHighWaterMark(); i++) {
            newest = isNotice(next) ? newest : next;
            next = i < options.receiveHighWaterMark() ? socket.receive(0) : null;
        }
        if (newest != null) {
            receiver.received(newest);
        }
    }

    private boolean isNotice(Frames frames) {
        byte[] first = BroadcastFrames.topic(frames.parts());
        if (LossNotice.isTopic(first)) {
            notice(LossNotice.read(frames.parts()));
            return true;
        }
        if (!SubscriptionMark.isMark(first)) {
            return false;
        }
        CompletableFuture<Void> waiting = marks.remove(new String(first, UTF_8));
        if (waiting != null) {
            waiting.complete(null);
        }
        return true;
    }

    /** The hub begins to count on each new connection; what waited for the one before is lost. */
    private void notice(long count) {
        if (count > 0) {
            receiver.lost(count);
        } else if (count == 0 && counted && !abandoned) {
            receiver.lost(BroadcastLossListener.UNKNOWN);
        }
        counted |= count == 0;
    }

    /**
     * Waits until the hub has made every subscription so far.
     *
     * @return whether the hub says so; not every hub does
     * @throws HubUnreachableException if the hub lets us hear nothing
     */
    boolean awaitSubscribed(Duration timeout) {
        if (loop.isCurrent()) {
            return false; // what is waited for would wait for us
        }
        byte[] mark = SubscriptionMark.of(LAST_MARK.incrementAndGet());
        CompletableFuture<Void> answered = new CompletableFuture<>();
        marks.put(new String(mark, UTF_8), answered);
        loop.execute(() -> socket.subscribe(mark));
        try {
            throwRefusal();
            answered.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            throwRefusal();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            marks.remove(new String(mark, UTF_8));
            loop.execute(() -> socket.unsubscribe(mark));
        }
    }

    /** Whether the hub has refused to let us hear anything. It may do so no longer. */
    boolean isRefused() {
        return refusal != null;
    }

    private void throwRefusal() {
        TransportException refused = refusal;
        if (refused != null) {
            throw HubUnreachableException.of(refused);
        }
    }

    /** The hub is lost: that the socket reaches the next one says nothing new. Any thread. */
    void abandon() {
        abandoned = true;
    }

    void subscribe(String source) {
        loop.execute(() -> socket.subscribe(source.getBytes(UTF_8)));
    }

    void unsubscribe(String source) {
        loop.execute(() -> socket.unsubscribe(source.getBytes(UTF_8)));
    }

    @Override
    public void close() {
        loop.close();
    }
}
