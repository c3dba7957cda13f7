package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * A script's calls to the outside. A blocking one happens on the script's thread; the result of one that is started
 * comes by the inbox. Requests need no thread, and leave in their order; what else may have to wait does so on a thread
 * of a pool. A script that serves commands might be what its own blocking call waits for: then that goes to the pool
 * too, and meanwhile the script answers requests.
 */
final class HostCalls {
    /** Of the calls that have ended, so many are settled before it is the turn of what else has come. */
    private static final int MAX_SETTLED = 64;

    private final Operations operations;
    private final ScriptPlugins services;
    private final ScriptThread thread;
    private final Inbox inbox;
    private final Supplier<ScriptRuntime> runtime;

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean announced = new AtomicBoolean(); // that something has ended

    // Mutable state, of the script's thread
    private final Map<Integer, Started> started = new HashMap<>();
    private final Map<Integer, CallQueue> queues = new HashMap<>();
    private MessageJournal journal = MessageJournal.NONE;

    /** A call under way, and where the script began it. */
    private record Started(CallUnderWay call, CallStack from) {}

    /** What became of a call. */
    private record Ended(int id, String text) {}

    HostCalls(
            Connections connections,
            ScriptPlugins services,
            ScriptThread thread,
            Inbox inbox,
            Supplier<ScriptRuntime> runtime) {
        this.operations = new Operations(connections);
        this.services = services;
        this.thread = thread;
        this.inbox = inbox;
        this.runtime = runtime;
    }

    /** Writes down what is sent and what comes back from now on. On the script's thread. */
    void journal(MessageJournal other) {
        journal = other;
    }

    boolean isPending() {
        return !started.isEmpty();
    }

    /** Takes no number of a call, the operation, and its arguments; returns its result. */
    Object call(Value[] a) {
        return HostFunctions.guarded(() -> {
            Operation work = operations.prepare(a, journal);
            if (services.isOpen()) {
                return beside(work);
            }
            if (work.keepsOrder()) {
                queue(a).startBefore(work);
            }
            return work.run();
        });
    }

    /** Takes the call's number, the operation, and its arguments. */
    Object start(Value[] a) {
        int id = a[0].asInt();
        Consumer<String> done = text -> ended(new Ended(id, text));
        CallUnderWay call = () -> {};
        try {
            Operation work = operations.prepare(a, journal);
            call = work.keepsOrder() ? queue(a).start(work, done) : onThread(work, done);
        } catch (ShellException wrong) {
            done.accept(ScriptText.failure(wrong));
        }
        started.put(id, new Started(call, CallStack.here()));
        return "";
    }

    private CallQueue queue(Value[] a) {
        return queues.computeIfAbsent(
                Operations.connection(a), number -> new CallQueue(CallThreads::execute, inbox::post));
    }

    Object forget(int id) {
        Started known = started.remove(id);
        if (known != null) {
            known.call.giveUp();
        }
        return "";
    }

    void close() {
        // The last first: what waits behind others must not start in their place.
        started.keySet().stream().sorted(Comparator.reverseOrder()).toList().forEach(this::forget);
    }

    private static CallUnderWay onThread(Operation work, Consumer<String> done) {
        FutureTask<Void> task = new FutureTask<>(() -> done.accept(HostFunctions.guardedBeside(work::run)), null);
        CallThreads.execute(task);
        return () -> task.cancel(true);
    }

    /** Those that end together cross into JavaScript together: to cross costs as much as to end one. On any thread. */
    private void ended(Ended call) {
        ended.add(call);
        announce();
    }

    private void announce() {
        if (!announced.getAndSet(true)) {
            inbox.post(this::settle);
        }
    }

    /** One that failed is the last: what is rejected in one crossing, and not handled, has no place together. */
    private void settle() {
        announced.set(false);
        ScriptRuntime ready = runtime.get();
        List<Object> arguments = new ArrayList<>();
        boolean failed = false;
        for (int i = 0; i < MAX_SETTLED && !failed && !ended.isEmpty(); i++) {
            Ended next = ended.remove();
            Started known = started.remove(next.id);
            if (known != null) {
                failed = ScriptText.isFailure(next.text);
                Collections.addAll(arguments, next.id, next.text, failed ? ready.inside(known.from::text) : "");
                known.call.ended();
            }
        }
        if (!ended.isEmpty()) {
            announce();
        }
        if (!arguments.isEmpty()) {
            ready.settle(arguments.toArray());
        }
    }

    private String beside(Operation work) {
        FutureTask<String> task = new FutureTask<>(() -> HostFunctions.guarded(work::run));
        CallThreads.execute(() -> {
            task.run();
            inbox.request(() -> {});
        });
        try {
            while (!task.isDone() && !thread.isFull()) {
                boolean pending = services.hasPendingRequests();
                thread.once(pending ? Inbox.Ready.FOR_EVENTS : Inbox.Ready.FOR_REQUESTS, Long.MAX_VALUE / 4);
                if (services.hasPendingRequests()) {
                    Microtasks.run();
                }
            }
            return Interruptible.get("the script was stopped", task::get);
        } catch (java.util.concurrent.ExecutionException defect) {
            throw new IllegalStateException(defect);
        } finally {
            task.cancel(true);
        }
    }
}
