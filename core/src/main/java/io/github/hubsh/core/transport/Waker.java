package io.github.hubsh.core.transport;

import io.github.hubsh.core.thread.DaemonThreads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Wakes sockets' owners from a thread of its own. A wake-up is a write to a channel, and an interrupt of a caller that
 * writes would close the channel, after which no thread could wake that socket again.
 */
final class Waker {
    private final LinkedBlockingQueue<JeroMqSocket> wanted = new LinkedBlockingQueue<>();
    private final Consumer<Throwable> failures;

    // Mutable state, guarded by this
    private boolean started;

    Waker(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    void wake(JeroMqSocket socket) {
        start();
        wanted.add(socket);
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            Thread unused = DaemonThreads.start("hubsh-waker", this::run);
        }
    }

    private void run() {
        try {
            while (true) {
                wake();
            }
        } catch (InterruptedException e) {
            // this thread is interrupted only to end it
        }
    }

    private void wake() throws InterruptedException {
        JeroMqSocket socket = wanted.take();
        try {
            socket.wakeNow();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }
}
