package io.github.hubsh.core.transport;

import io.github.hubsh.core.thread.DaemonThreads;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a socket. It blocks in {@code receive}, passes on what comes, and between messages runs what other
 * threads have posted: except for {@link MessageSocket#sendNow} a socket is never touched by two threads, and no thread
 * polls.
 *
 * <p>{@link #turn} is one turn, which a test may call directly; {@link #start} runs the turns on a thread.
 */
public final class SocketLoop implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    /** The loop is at work, and waits next for as long as the receiver says then; or it waits for ever. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    /** How long the thread rests after an error of the machine, in nanoseconds: it may come again at once. */
    private static final long ERROR_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final String name;
    private final MessageSocket socket;
    private final Receiver receiver;
    private final Consumer<Throwable> failures;
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakeUnderWay = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile long waitsUntil = UNKNOWN;
    private volatile @Nullable Thread thread;

    /** What a socket's owner does with messages and time. Called on the loop's thread only. */
    public interface Receiver {
        void received(Frames frames);

        /**
         * Called after every turn.
         *
         * @return nanoseconds until the next call at the latest; {@link Long#MAX_VALUE} for never
         */
        default long idle() {
            return Long.MAX_VALUE;
        }
    }

    /**
     * @param name the thread's name
     * @param failures called with what the receiver or a posted task throws, an {@link Error} included: a message that
     *     does not fit into memory is dropped, and the loop continues
     */
    public SocketLoop(String name, MessageSocket socket, Receiver receiver, Consumer<Throwable> failures) {
        this.name = name;
        this.socket = socket;
        this.receiver = receiver;
        this.failures = failures;
    }

    public SocketLoop start() {
        Thread owner = DaemonThreads.create(name, this::run);
        thread = owner;
        owner.start();
        return this;
    }

    /** Runs {@code task} on the socket's thread, soon. Any thread may call; after {@link #close} it is dropped. */
    public void post(Runnable task) {
        posted.add(task);
        if (Thread.currentThread() != thread && wakeUnderWay.compareAndSet(false, true)) {
            socket.wake();
        }
    }

    /** Sends and reports the outcome, both on the socket's thread. Any thread may call. */
    public void send(Frames frames, Consumer<Delivery> delivered) {
        execute(() -> delivered.accept(socket.send(frames)));
    }

    /** Whether this is the socket's thread. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Runs {@code task} at once if this is the socket's thread, else {@link #post}s it. */
    public void execute(Runnable task) {
        if (Thread.currentThread() == thread) {
            task.run();
        } else {
            post(task);
        }
    }

    /**
     * Makes sure that the receiver is asked again within this time how long to wait, after another thread has given it
     * a new deadline. Any thread may call.
     */
    public void wakeWithin(long nanos) {
        long end = waitsUntil;
        if (end == UNKNOWN || System.nanoTime() + nanos - end < 0) {
            post(() -> {});
        }
    }

    /** Runs what was posted, waits for a message no longer than the receiver allows, and passes it on. */
    public void turn() {
        wakeUnderWay.set(false);
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            guarded(task);
        }
        if (closing) {
            return;
        }
        Frames frames = receive();
        if (frames != null) {
            guarded(() -> receiver.received(frames));
        }
    }

    /**
     * Runs what was posted before, ends the loop and closes the socket; waits until this is done, unless the caller is
     * the loop itself.
     */
    @Override
    public void close() {
        Thread owner = thread;
        if (owner == null) {
            closing = true;
            socket.close();
        } else if (Thread.currentThread() == owner) {
            closing = true;
        } else {
            post(() -> closing = true);
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                report(new TransportException(name + " does not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing) {
                guardedTurn();
            }
        } catch (RuntimeException e) {
            report(e);
        } finally {
            socket.close();
            ended.countDown();
        }
    }

    /** A socket that cannot be used ends the loop; an error while it receives costs one message. */
    private void guardedTurn() {
        try {
            turn();
        } catch (Error e) {
            report(e);
            LockSupport.parkNanos(ERROR_PAUSE);
        }
    }

    private @Nullable Frames receive() {
        long nanos = posted.isEmpty() ? waitNanos() : 0;
        waitsUntil = nanos == Long.MAX_VALUE ? UNKNOWN : System.nanoTime() + nanos;
        try {
            return socket.receive(nanos);
        } finally {
            waitsUntil = UNKNOWN;
        }
    }

    private long waitNanos() {
        try {
            return receiver.idle();
        } catch (RuntimeException | Error e) {
            report(e);
            return ERROR_PAUSE; // what is due is still due
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }

    /** Where memory is short, even the report may fail; the loop continues. */
    private void report(Throwable failure) {
        try {
            failures.accept(failure);
        } catch (RuntimeException | Error e) {
            // Nothing is left to report it to.
        }
    }
}
