package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.ShellException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * A script's calls to the outside. A blocking one happens on the script's thread; one that is started, on a thread of a
 * pool, and its result comes by the inbox. A script that serves commands might be what its own blocking call waits for:
 * then the call goes to the pool too, and meanwhile the script answers requests.
 */
final class HostCalls {
    private final Operations operations;
    private final ScriptPlugins services;
    private final ScriptThread thread;
    private final Inbox inbox;
    private final Supplier<ScriptRuntime> runtime;

    // Mutable state, of the script's thread
    private final Map<Integer, Future<?>> started = new HashMap<>();
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
            Supplier<String> work = operations.prepare(a, 0, journal);
            return services.isOpen() ? beside(work) : work.get();
        });
    }

    /** Takes the call's number, the operation, and its arguments. */
    Object start(Value[] a) {
        int id = a[0].asInt();
        Supplier<String> work = prepared(a);
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    String text = HostFunctions.guarded(work::get);
                    inbox.post(() -> settle(id, text));
                },
                null);
        started.put(id, task);
        CallThreads.execute(task);
        return "";
    }

    Object forget(int id) {
        Future<?> call = started.remove(id);
        if (call != null) {
            call.cancel(true);
        }
        return "";
    }

    void close() {
        Map.copyOf(started).values().forEach(call -> call.cancel(true));
        started.clear();
    }

    private Supplier<String> prepared(Value[] a) {
        try {
            return operations.prepare(a, 1, journal);
        } catch (ShellException wrong) {
            return () -> ScriptText.failure(wrong);
        }
    }

    private void settle(int id, String text) {
        if (started.remove(id) != null) {
            runtime.get().settle(id, text);
        }
    }

    private String beside(Supplier<String> work) {
        FutureTask<String> task = new FutureTask<>(() -> HostFunctions.guarded(work::get));
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
