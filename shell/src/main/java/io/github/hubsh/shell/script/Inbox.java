package io.github.hubsh.shell.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a script's thread: timers that are due, events, requests to commands that the script serves, and whole
 * jobs. Any thread may post; the script's thread takes.
 */
final class Inbox {
    private static final int MAX_EVENTS = 20_000;

    /** Of the events that may be left out: so many characters may wait, and one event may always. */
    private static final long MAX_EVENT_CHARACTERS = 16L << 20;

    /** What the taker is ready for. */
    enum Ready {
        /** It waits for the time alone. */
        FOR_NOTHING,
        /** It waits inside a blocking call: only what it would otherwise wait for forever. */
        FOR_REQUESTS,
        /** It sleeps, or its turn has ended. */
        FOR_EVENTS,
        /** Nothing runs. */
        FOR_JOBS
    }

    private record ScriptTimer(int id, long due, long order) implements Comparable<ScriptTimer> {
        @Override
        public int compareTo(ScriptTimer other) {
            return due != other.due ? Long.compare(due, other.due) : Long.compare(order, other.order);
        }
    }

    // Mutable state, guarded by this
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final Deque<Runnable> requests = new ArrayDeque<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final Map<Integer, ScriptTimer> timers = new HashMap<>();
    private final PriorityQueue<ScriptTimer> due = new PriorityQueue<>();
    private long order;
    private long dropped;
    private long characters;

    synchronized void submit(Runnable job) {
        jobs.add(job);
        notifyAll();
    }

    synchronized void request(Runnable request) {
        requests.add(request);
        notifyAll();
    }

    synchronized void post(Runnable event) {
        events.add(event);
        notifyAll();
    }

    /** Posts what may be left out where there is too much of it, and holds so many characters. */
    synchronized void postUnlessFull(int size, Runnable event) {
        boolean full = characters > 0 && characters + size > MAX_EVENT_CHARACTERS;
        if (full || events.size() >= MAX_EVENTS) {
            dropped++;
        } else {
            characters += size;
            post(() -> {
                release(size);
                event.run();
            });
        }
    }

    private synchronized void release(int size) {
        characters = Math.max(0, characters - size);
    }

    /** Returns how many events were left out since this was asked last. */
    synchronized long takeDropped() {
        long number = dropped;
        dropped = 0;
        return number;
    }

    synchronized void timer(int id, double millis) {
        ScriptTimer timer = new ScriptTimer(id, System.nanoTime() + (long) (Math.min(millis, 1e12) * 1e6), order++);
        timers.put(id, timer);
        due.add(timer);
        notifyAll();
    }

    synchronized void cancelTimer(int id) {
        ScriptTimer timer = timers.remove(id);
        if (timer != null) {
            due.remove(timer);
        }
    }

    synchronized boolean hasTimer(int id) {
        return timers.containsKey(id);
    }

    /** Forgets everything but the jobs. */
    synchronized void clear() {
        requests.clear();
        events.clear();
        characters = 0;
        timers.clear();
        due.clear();
    }

    /** Wakes a waiting taker, so that it looks again. */
    synchronized void wake() {
        notifyAll();
    }

    /** What was taken: something to run, or the number of a timer. */
    record Taken(@Nullable Runnable work, int timer) {}

    /**
     * Waits for something to do.
     *
     * @param end in the time of {@link System#nanoTime}
     * @return {@code null} if nothing came until then
     */
    synchronized @Nullable Taken take(Ready ready, long end) throws InterruptedException {
        while (true) {
            Taken taken = poll(ready);
            if (taken != null) {
                return taken;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            ScriptTimer next = ready.compareTo(Ready.FOR_EVENTS) < 0 ? null : due.peek();
            long wait = next == null ? left : Math.min(left, next.due - System.nanoTime());
            if (wait > 0) {
                wait(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
    }

    private @Nullable Taken poll(Ready ready) {
        if (ready == Ready.FOR_NOTHING) {
            return null;
        }
        if (!requests.isEmpty()) {
            return new Taken(requests.remove(), 0);
        }
        if (ready == Ready.FOR_REQUESTS) {
            return null;
        }
        ScriptTimer next = due.peek();
        if (next != null && next.due - System.nanoTime() <= 0) {
            due.remove();
            timers.remove(next.id);
            return new Taken(null, next.id);
        }
        if (!events.isEmpty()) {
            return new Taken(events.remove(), 0);
        }
        return ready == Ready.FOR_JOBS && !jobs.isEmpty() ? new Taken(jobs.remove(), 0) : null;
    }
}
