package io.github.hubsh.shell.script;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Listens to broadcasts in a thread of its own, times replies by their requests, and hands on what passes. */
final class BroadcastSubscription {
    private static final Duration WAIT_INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_WAITING_REQUESTS = 10_000;

    /** Gets what passes; called on the listening thread. */
    interface Receiver {
        void heard(TimedBroadcast broadcast, Map<String, @Nullable Object> object);

        /** Some did not come. */
        void missed(MissedBroadcasts missed);

        void ended(ShellException why);
    }

    private final BroadcastStream broadcasts;
    private final BroadcastFilter filter;
    private final ResultCondition condition;
    private final Receiver receiver;

    // Mutable state, of the listening thread
    private final Map<String, Instant> requests = new LinkedHashMap<>();
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    BroadcastSubscription(
            BroadcastStream broadcasts, BroadcastFilter filter, ResultCondition condition, Receiver receiver) {
        this.broadcasts = broadcasts;
        this.filter = filter;
        this.condition = condition;
        this.receiver = receiver;
    }

    void start(String name) {
        Thread listener = DaemonThreads.create(name, this::listen);
        thread = listener;
        listener.start();
    }

    void stop() {
        stopped = true;
        Thread listener = thread;
        if (listener != null) {
            listener.interrupt();
        }
    }

    private void listen() {
        try (broadcasts) {
            while (!stopped) {
                TimedBroadcast broadcast = broadcasts.next(WAIT_INTERVAL);
                tell(broadcasts.missed());
                if (broadcast != null) {
                    heard(broadcast);
                }
            }
        } catch (ShellException ended) {
            if (!stopped && !ended.isInterruption()) {
                receiver.ended(ended);
            }
        }
    }

    private void tell(MissedBroadcasts missed) {
        if (!missed.areNone()) {
            receiver.missed(missed);
        }
    }

    private void heard(TimedBroadcast broadcast) {
        Double roundTrip = null;
        if (broadcast.message() instanceof ExecuteRequest request) {
            begun(request, broadcast.time());
        } else if (broadcast.message() instanceof ExecuteReply reply) {
            Instant sent = requests.remove(reply.session());
            roundTrip = sent == null
                    ? null
                    : Duration.between(sent, broadcast.time()).toNanos() / 1e6;
        }
        if (filter.accepts(broadcast.message())) {
            Map<String, @Nullable Object> object = ScriptBroadcast.object(broadcast, roundTrip);
            if (condition.holds(object)) {
                receiver.heard(broadcast, object);
            }
        }
    }

    private void begun(ExecuteRequest request, Instant time) {
        if (requests.size() >= MAX_WAITING_REQUESTS) {
            requests.remove(requests.keySet().iterator().next());
        }
        requests.put(request.session(), time);
    }
}
