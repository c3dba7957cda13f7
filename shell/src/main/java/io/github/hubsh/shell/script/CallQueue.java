package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a script to one hub, which leave in the order of the calls. They wait while that hub is not joined
 * yet, or is lost, and while too many are under way. For the script's thread.
 */
final class CallQueue {
    static final int MAX_UNDER_WAY = 1_000;

    private final Executor threads;
    private final Consumer<Runnable> poster;

    // Mutable state
    private final Deque<Queued> waiting = new ArrayDeque<>();
    private int underWay;
    private int joins;
    private @Nullable FutureTask<Void> joining; // the last of them, while it is waited for

    /**
     * An empty one.
     *
     * @param threads for what waits for the hub
     * @param poster lets the script's thread run something
     */
    CallQueue(Executor threads, Consumer<Runnable> poster) {
        this.threads = threads;
        this.poster = poster;
    }

    /** Starts a call, or lets it wait until it can start. */
    CallUnderWay start(Operation work, Consumer<String> done) {
        Queued call = new Queued(work, done);
        waiting.add(call);
        startWaiting();
        return call;
    }

    /**
     * Starts what waits before a call that blocks.
     *
     * @throws ShellException if the hub cannot be joined
     */
    void startBefore(Operation blocking) {
        if (!waiting.isEmpty()) {
            blocking.awaitStart();
            joining = null;
            startWaiting();
        }
    }

    private void startWaiting() {
        while (joining == null && underWay < MAX_UNDER_WAY && !waiting.isEmpty()) {
            if (waiting.element().begin()) {
                waiting.remove();
            } else {
                join(waiting.element().work);
            }
        }
    }

    private void join(Operation work) {
        int join = ++joins;
        joining = new FutureTask<>(
                () -> {
                    String failure = HostFunctions.guardedBeside(() -> {
                        work.awaitStart();
                        return "";
                    });
                    poster.accept(() -> joined(join, failure));
                },
                null);
        threads.execute(joining);
    }

    /** All that wait share what became of it: to try again for each would take as long once more. */
    private void joined(int join, String failure) {
        if (joining == null || join != joins) {
            return;
        }
        joining = null;
        if (!failure.isEmpty()) {
            List<Queued> failed = List.copyOf(waiting);
            waiting.clear();
            failed.forEach(call -> call.fail(failure));
        }
        startWaiting();
    }

    private final class Queued implements CallUnderWay {
        private final Operation work;
        private final Consumer<String> done;
        private @Nullable Runnable giveUp; // once begun

        Queued(Operation work, Consumer<String> done) {
            this.work = work;
            this.done = done;
        }

        boolean begin() {
            try {
                giveUp = work.start(done);
            } catch (ShellException wrong) {
                fail(ScriptText.failure(wrong));
                return true;
            }
            underWay += giveUp == null ? 0 : 1;
            return giveUp != null;
        }

        void fail(String failure) {
            giveUp = () -> {};
            underWay++;
            done.accept(failure);
        }

        @Override
        public void giveUp() {
            if (giveUp != null) {
                giveUp.run();
                ended();
            } else {
                waiting.remove(this);
                stopJoining();
            }
        }

        @Override
        public void ended() {
            underWay--;
            startWaiting();
        }
    }

    /** Nothing waits for it any longer. */
    private void stopJoining() {
        if (waiting.isEmpty() && joining != null) {
            joining.cancel(true);
            joining = null;
        }
    }
}
