package io.github.hubsh.core.driver;

import io.github.hubsh.core.handler.HandlerThreads;
import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.RemoteError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Drives one protocol machine: takes its decisions one at a time, tells it the time, runs the handlers that it asks
 * for, and logs what it drops. Any thread may call.
 *
 * <p>The machine's lock is held for the decision alone, never while something is read, executed or sent.
 *
 * @param <P> the machine
 */
public final class MachineDriver<P> implements AutoCloseable {
    private final P machine;
    private final Handlers handlers;
    private final Role role;
    private final ExecutorService threads;
    private final ExecutorService inOrder;
    private final DropLog dropLog;
    private final LongSupplier nanoTime;
    private final long started;

    /** What the machine is. */
    public enum Role {
        HUB,
        PLUGIN
    }

    /** A decision of the machine that depends on the time, in nanoseconds since the driver was made. */
    public interface TimedDecision<P, T> {
        T decide(P machine, long now);
    }

    /** @param name the name of the hub or plugin, which its handler threads carry */
    public MachineDriver(Role role, String name, P machine, Handlers handlers, DropLog dropLog) {
        this(
                role,
                machine,
                handlers,
                HandlerThreads.create(name + "-handler"),
                HandlerThreads.createOne(name + "-handler"),
                dropLog,
                System::nanoTime);
    }

    MachineDriver(
            Role role,
            P machine,
            Handlers handlers,
            ExecutorService threads,
            ExecutorService inOrder,
            DropLog dropLog,
            LongSupplier nanoTime) {
        this.role = role;
        this.machine = machine;
        this.handlers = handlers;
        this.threads = threads;
        this.inOrder = inOrder;
        this.dropLog = dropLog;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /** Takes a decision. */
    public <T> T decide(Function<P, T> decision) {
        synchronized (machine) {
            return decision.apply(machine);
        }
    }

    /** Takes a decision that depends on the time. */
    public <T> T decideNow(TimedDecision<P, T> decision) {
        synchronized (machine) {
            return decision.decide(machine, now());
        }
    }

    /** A change of what the machine knows, in nanoseconds since the driver was made. */
    public interface TimedChange<P> {
        void change(P machine, long now);
    }

    /** Changes what the machine knows, at this time. */
    public void changeNow(TimedChange<P> change) {
        synchronized (machine) {
            change.change(machine, now());
        }
    }

    /** Changes what the machine knows. */
    public void change(Consumer<P> change) {
        synchronized (machine) {
            change.accept(machine);
        }
    }

    /** Returns nanoseconds until the machine's deadline, 0 if it has passed, {@link Long#MAX_VALUE} for none. */
    public long nanosUntil(ToLongFunction<P> deadline) {
        synchronized (machine) {
            long next = deadline.applyAsLong(machine);
            return next == Long.MAX_VALUE ? next : Math.max(0, next - now());
        }
    }

    /** Returns nanoseconds since the driver was made: the machine's time. */
    public long now() {
        return nanoTime.getAsLong() - started;
    }

    /** Runs a request on a handler thread, and passes on its outcome; {@code Busy} at once if too many wait. */
    public void execute(ExecuteRequest request, Consumer<Handlers.Outcome> done) {
        try {
            (handlers.isInOrder(request.command()) ? inOrder : threads).execute(() -> executeHere(request, done));
        } catch (RejectedExecutionException e) {
            String text = "The " + (role == Role.HUB ? "hub" : "plugin") + " is busy: try again.";
            done.accept(new Handlers.Failure(new RemoteError("Busy", text, List.of())));
        }
    }

    /** Starts a request on the calling thread, and passes on its outcome when it is there. */
    public void executeHere(ExecuteRequest request, Consumer<Handlers.Outcome> done) {
        CompletableFuture<Handlers.Outcome> outcome = handlers.start(request);
        if (outcome.isDone()) {
            done.accept(outcome.join());
        } else {
            CompletableFuture<Void> unused = outcome.thenAccept(done);
        }
    }

    /** Returns the threads that run handlers. */
    public ExecutorService threads() {
        return threads;
    }

    public void logDrop(String reason) {
        dropLog.dropped(reason, now());
    }

    public void logDrop(String peer, String reason) {
        dropLog.dropped(peer, reason, now());
    }

    /** Ends the handler threads. */
    @Override
    public void close() {
        threads.shutdownNow();
        inOrder.shutdownNow();
    }
}
