package io.github.hubsh.core.protocol;

import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hubs of a cluster, a link between them that loses and delays as much as a test asks for, and time that a test moves.
 */
final class SimulatedWorld {
    final Random random;
    final Map<String, SimulatedHub> hubs = new LinkedHashMap<>();
    final List<SimulatedRequest> requests = new ArrayList<>();

    // Mutable state
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<String, Integer> sides = new HashMap<>();
    private long eventCount;
    private long now;
    private double loss;
    private double repetition;
    private long maxDelay = TimeUnit.MILLISECONDS.toNanos(1);
    private long epoch = 1_700_000_000_000L;
    /** How many messages of each kind were sent, to all or to one. */
    final Map<Class<?>, Integer> sent = new HashMap<>();

    private record Event(long at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    SimulatedWorld(long seed) {
        random = new Random(seed);
    }

    long now() {
        return now;
    }

    long nextEpoch() {
        return ++epoch;
    }

    /** From now on the link loses and repeats messages, and delays each by up to this, so that they overtake. */
    void link(double lossNow, double repetitionNow, long maxDelayMillis) {
        loss = lossNow;
        repetition = repetitionNow;
        maxDelay = TimeUnit.MILLISECONDS.toNanos(maxDelayMillis);
    }

    /** From now on one hub of so many is on the other side of a cut. */
    void cut(int oneOf) {
        hubs.keySet().forEach(hub -> sides.put(hub, random.nextInt(oneOf) == 0 ? 1 : 0));
    }

    void heal() {
        sides.clear();
    }

    void later(long nanos, Runnable action) {
        events.add(new Event(now + nanos, eventCount++, action));
    }

    void laterMillis(long millis, Runnable action) {
        later(TimeUnit.MILLISECONDS.toNanos(millis), action);
    }

    /** Lets time pass. */
    void runMillis(long millis) {
        long until = now + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!events.isEmpty() && events.peek().at() <= until) {
            Event event = Objects.requireNonNull(events.poll());
            now = event.at();
            event.action().run();
        }
        now = until;
    }

    void announce(SimulatedHub from, ClusterMessage message) {
        sent.merge(message.getClass(), 1, Integer::sum);
        hubs.values().forEach(hub -> carry(from, hub, message, null));
    }

    void send(SimulatedHub from, String to, ClusterMessage message, @Nullable WireMessage text) {
        sent.merge(message.getClass(), 1, Integer::sum);
        SimulatedHub hub = hubs.get(to);
        if (hub != null) {
            carry(from, hub, message, text);
        }
    }

    private void carry(SimulatedHub from, SimulatedHub to, ClusterMessage message, @Nullable WireMessage text) {
        boolean apart = !sides.isEmpty() && !Objects.equals(sides.get(from.name()), sides.get(to.name()));
        if (from == to || apart || !to.isLinked() || random.nextDouble() < loss) {
            return;
        }
        int copies = random.nextDouble() < repetition ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            // Now and then one is very late.
            long delay = random.nextInt(50) == 0 ? 20 * maxDelay : maxDelay;
            later(1 + (long) (random.nextDouble() * delay), () -> to.receive(message, text));
        }
    }
}
