package io.github.hubsh.core.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.zeromq.ZContext;

/**
 * Sockets of JeroMQ. One context, and so one I/O thread, serves the process; broadcasts have a context of their own,
 * because a fan-out to many subscribers on the same I/O thread would delay the replies.
 */
final class JeroMqTransport implements Transport {
    private final List<Consumer<Throwable>> failureListeners = new CopyOnWriteArrayList<>();
    private final GuardedMessages messages = new GuardedMessages();
    private final Waker waker = new Waker(this::failed);

    // Mutable state, guarded by this; made on first use, because many processes open no socket
    private @Nullable ZContext context;
    private @Nullable ZContext broadcastContext;

    @Override
    public Transport to(Endpoint hub) {
        return hub.isIpc() ? ChannelTransport.SHARED : this;
    }

    @Override
    public synchronized MessageSocket open(SocketType type, @Nullable String identity) {
        if (context == null) {
            context = newContext();
        }
        return new JeroMqSocket(context, waker, messages, type, identity);
    }

    @Override
    public synchronized MessageSocket openBroadcast() {
        if (broadcastContext == null) {
            broadcastContext = newContext();
        }
        return new JeroMqSocket(broadcastContext, waker, messages, SocketType.PUB, null);
    }

    @Override
    public void onFailure(Consumer<Throwable> listener) {
        failureListeners.add(listener);
    }

    @Override
    public void removeFailureListener(Consumer<Throwable> listener) {
        failureListeners.remove(listener);
    }

    @Override
    public synchronized void shutDown() {
        if (context != null) {
            context.close();
        }
        if (broadcastContext != null) {
            broadcastContext.close();
        }
    }

    private ZContext newContext() {
        ZContext created = new ZContext(1);
        created.setUncaughtExceptionHandler((thread, failure) -> failed(failure));
        // One connection has ended at a bad moment, and JeroMQ continues; by default it prints a stack on stderr.
        created.setNotificationExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(JeroMqTransport.class).debug("a connection ended with {}", failure.toString()));
        return created;
    }

    /** After an I/O thread has ended, no socket receives, while the process lives on: the listeners must know. */
    private void failed(Throwable failure) {
        for (Consumer<Throwable> listener : failureListeners) {
            listener.accept(failure);
        }
    }
}
