package io.github.hubsh.core.plugin;

import io.github.hubsh.core.thread.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after a plugin's connection: when it is lost, fails what is under way, and connects again until that succeeds.
 * Any thread may call.
 *
 * <p>Each loss has a thread of its own, which ends when the connection is there again. That thread is never
 * interrupted, because it may be inside JeroMQ; {@link #end} cancels what it waits for instead.
 */
final class ConnectionKeeper {
    /** How long one attempt may take. A hub that is not there is noticed much sooner. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);

    private final String name;
    private final Connection connection;
    private final ReconnectBackoff backoff;
    private final Consumer<Throwable> failures;
    private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();

    // Mutable state, guarded by this
    private State state = State.UNUSED;
    private int term; // counts losses, beginnings and ends: the thread of an earlier one ends
    private long begun; // attempts
    private long ended; // number of the last attempt that has ended
    private boolean hurried;
    private String obstacle = "";
    private boolean refused; // by a hub with other keys
    private @Nullable Thread thread;

    private enum State {
        UNUSED,
        CONNECTED,
        LOST
    }

    /** What is looked after. */
    interface Connection {
        /** Fails what is under way. Does not wait. */
        void lose(String reason);

        /** Closes what is left of the connection, if that is still wanted. */
        void discard(BooleanSupplier wanted);

        /**
         * Connects again, once, if that is still wanted.
         *
         * @return whether it was
         * @throws PluginException if there is no connection afterwards
         */
        boolean reconnect(Duration timeout, BooleanSupplier wanted);

        /** Makes a {@link #reconnect} under way fail. Does not wait. */
        void cancel(String reason);

        /** Returns why the connection that was made last is lost, or {@code null} if it is not. */
        @Nullable
        String loss();
    }

    /** @param failures called with what listeners throw */
    ConnectionKeeper(String name, Connection connection, ReconnectBackoff backoff, Consumer<Throwable> failures) {
        this.name = name;
        this.connection = connection;
        this.backoff = backoff;
        this.failures = failures;
    }

    void add(ConnectionListener listener) {
        listeners.add(listener);
    }

    void remove(ConnectionListener listener) {
        listeners.remove(listener);
    }

    synchronized boolean isConnected() {
        return state == State.CONNECTED;
    }

    /** Looks after the connection that was just made. */
    void begin() {
        synchronized (this) {
            term++;
            state = State.CONNECTED;
            notifyAll();
        }
        lookForLoss();
    }

    /** Looks after nothing, and gives up an attempt under way. */
    void end(String reason) {
        synchronized (this) {
            term++;
            boolean connecting = state == State.LOST;
            state = State.UNUSED;
            obstacle = reason;
            refused = false;
            notifyAll();
            if (!connecting) {
                return;
            }
        }
        connection.cancel(reason);
    }

    /** The connection is lost. Does not wait. */
    synchronized void lost(String reason) {
        if (state != State.CONNECTED) {
            return;
        }
        state = State.LOST;
        obstacle = reason;
        refused = false;
        int mine = ++term;
        Thread earlier = thread;
        thread = DaemonThreads.start(name + "-reconnect", () -> recover(reason, mine, earlier));
    }

    /**
     * Waits until the connection is there again; lets the next attempt begin at once, and waits for its end in any
     * case.
     *
     * @throws HubUnreachableException if it is not there in time
     * @throws PluginException if the thread is interrupted; it stays so
     */
    synchronized void await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        long wanted = begun + 1; // one under way may have begun before the hub was there
        hurried = true;
        notifyAll();
        try {
            while (state == State.LOST && (ended < wanted || deadline - System.nanoTime() > 0)) {
                TimeUnit.NANOSECONDS.timedWait(this, ended < wanted ? ATTEMPT_TIMEOUT.toNanos() : left(deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while waiting for the hub", e);
        }
        if (state != State.CONNECTED) {
            throw refused ? new SecurityMismatchException(obstacle) : new HubUnreachableException(obstacle);
        }
    }

    private void recover(String reason, int mine, @Nullable Thread earlier) {
        if (!lose(reason, mine)) {
            return;
        }
        connection.discard(() -> isTerm(mine));
        awaitEnd(earlier);
        tell(listener -> listener.lost(reason));
        backoff.restart();
        while (pause(mine) && !attempt(mine)) {
            // The next attempt comes after a longer pause.
        }
    }

    /** Returns whether the connection is still the one that was lost. */
    private synchronized boolean lose(String reason, int mine) {
        if (term == mine) {
            connection.lose(reason);
        }
        return term == mine;
    }

    /** Listeners hear of one thing after the other. */
    private void awaitEnd(@Nullable Thread earlier) {
        if (earlier != null) {
            try {
                earlier.join();
            } catch (InterruptedException e) {
                failures.accept(e); // no code of ours interrupts this thread
            }
        }
    }

    /** Returns whether to try again. */
    private synchronized boolean pause(int mine) {
        long deadline = System.nanoTime() + backoff.next();
        try {
            while (term == mine && !hurried && deadline - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left(deadline));
            }
        } catch (InterruptedException e) {
            failures.accept(e); // as above
        }
        hurried = false;
        begun++;
        return term == mine;
    }

    /** Returns whether there is nothing left to try. */
    private boolean attempt(int mine) {
        try {
            if (connection.reconnect(ATTEMPT_TIMEOUT, () -> isTerm(mine))) {
                recovered(mine);
            }
            return true;
        } catch (RuntimeException | Error e) {
            failed(mine, e);
            return false;
        }
    }

    private synchronized void failed(int mine, Throwable why) {
        if (term == mine) {
            ended = begun;
            obstacle = String.valueOf(why.getMessage());
            refused = why instanceof SecurityMismatchException;
            notifyAll();
        }
    }

    private void recovered(int mine) {
        synchronized (this) {
            if (term != mine) {
                return;
            }
            ended = begun;
            state = State.CONNECTED;
            notifyAll();
        }
        tell(ConnectionListener::recovered);
        lookForLoss();
    }

    private synchronized boolean isTerm(int mine) {
        return term == mine;
    }

    /** A connection may be lost before it is looked after. */
    private void lookForLoss() {
        String reason = connection.loss();
        if (reason != null) {
            lost(reason);
        }
    }

    private void tell(Consumer<ConnectionListener> news) {
        for (ConnectionListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error e) {
                failures.accept(e);
            }
        }
    }

    /** At least a millisecond: {@code timedWait} would not wait for less. */
    private static long left(long deadline) {
        return Math.max(TimeUnit.MILLISECONDS.toNanos(1), deadline - System.nanoTime());
    }
}
