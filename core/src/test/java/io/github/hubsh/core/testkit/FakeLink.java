package io.github.hubsh.core.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A link that loses some of what it carries, and delivers the rest late and out of order; the same for a same seed. */
public final class FakeLink<T> {
    private final Random random;
    private final double loss;
    private final long slowest;

    // Mutable state
    private final List<InTransit<T>> inTransit = new ArrayList<>();
    private int lost;

    private record InTransit<T>(long arrives, T what) {}

    /**
     * @param loss the share that is lost, from 0 to 1
     * @param slowest how long something may be under way, in nanoseconds
     */
    public FakeLink(long seed, double loss, long slowest) {
        this.random = new Random(seed);
        this.loss = loss;
        this.slowest = slowest;
    }

    public void send(T what, long now) {
        if (random.nextDouble() < loss) {
            lost++;
        } else {
            inTransit.add(new InTransit<>(now + random.nextLong(slowest), what));
        }
    }

    /** Returns what has arrived by now, first come first. */
    public List<T> arrived(long now) {
        List<InTransit<T>> due = new ArrayList<>(inTransit);
        due.removeIf(each -> each.arrives() > now);
        inTransit.removeAll(due);
        due.sort(Comparator.comparingLong(InTransit::arrives));
        return due.stream().map(InTransit::what).toList();
    }

    public boolean isEmpty() {
        return inTransit.isEmpty();
    }

    public int lost() {
        return lost;
    }
}
