package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.ShellException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * A script's calls to the outside. A blocking one happens on the script's thread; the result of one that is started
 * comes by the inbox, and what may have to wait does so on a thread of a pool. A script that serves commands might be
 * what its own blocking call waits for: then that goes to the pool too, and meanwhile the script answers requests.
 */
final class HostCalls {
    /** More at once wait for a thread of the pool. */
    private static final int MAX_WITHOUT_THREAD = 1_000;

    private final Operations operations;
    private final ScriptPlugins services;
    private final ScriptThread thread;
    private final Inbox inbox;
    private final Supplier<ScriptRuntime> runtime;

    // Mutable state, of the script's thread
    private final Map<Integer, Runnable> started = new HashMap<>();
    private MessageJournal journal = MessageJournal.NONE;

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

    /** Takes the operation and its arguments; returns its result. */
    Object call(Value[] a) {
        return HostFunctions.guarded(() -> {
            Operation work = operations.prepare(a, 0, journal);
            return services.isOpen() ? beside(work) : work.run();
        });
    }

    /** Takes the call's number, the operation, and its arguments. */
    Object start(Value[] a) {
        int id = a[0].asInt();
        Consumer<String> done = text -> inbox.post(() -> settle(id, text));
        Runnable giveUp = () -> {};
        try {
            Operation work = operations.prepare(a, 1, journal);
            Runnable begun = started.size() < MAX_WITHOUT_THREAD ? work.start(done) : null;
            giveUp = begun == null ? onThread(work, done) : begun;
        } catch (ShellException wrong) {
            done.accept(ScriptText.failure(wrong));
        }
        started.put(id, giveUp);
        return "";
    }

    Object forget(int id) {
        Runnable giveUp = started.remove(id);
        if (giveUp != null) {
            giveUp.run();
        }
        return "";
    }

    void close() {
        Map.copyOf(started).values().forEach(Runnable::run);
        started.clear();
    }

    /** Returns what gives it up. */
    private static Runnable onThread(Operation work, Consumer<String> done) {
        FutureTask<Void> task = new FutureTask<>(() -> done.accept(HostFunctions.guardedBeside(work::run)), null);
        CallThreads.execute(task);
        return () -> task.cancel(true);
    }

    private void settle(int id, String text) {
        if (started.remove(id) != null) {
            runtime.get().settle(id, text);
        }
    }

    private String beside(Operation work) {
        FutureTask<String> task = new FutureTask<>(() -> HostFunctions.guarded(work::run));
        CallThreads.execute(() -> {
            task.run();
            inbox.request(() -> {});
        });
        try {
            while (!task.isDone()) {
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
