package io.github.hubsh.core.transport;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.zeromq.ZContext;

/** Sockets of JeroMQ. One context, and so one I/O thread, serves the process. */
final class JeroMqTransport implements Transport {
    private static @Nullable JeroMqTransport shared;

    private final GuardedMessages messages = new GuardedMessages();
    private final Waker waker = new Waker(JeroMqTransport::failed);

    // Mutable state, guarded by this; made on first use, because many processes open no socket
    private @Nullable ZContext context;

    /** Returns that of the process, made on first use: JeroMQ is many classes. */
    static synchronized Transport shared() {
        JeroMqTransport made = shared;
        if (made == null) {
            made = new JeroMqTransport();
            shared = made;
        }
        return made;
    }

    @Override
    public Transport to(Endpoint hub) {
        if (hub.isInproc()) {
            return InprocTransport.SHARED;
        }
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
    public synchronized void shutDown() {
        if (context != null) {
            context.close();
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

    /** After an I/O thread has ended, no socket receives, while the process lives on. */
    private static void failed(Throwable failure) {
        LoggerFactory.getLogger(JeroMqTransport.class).error("a thread of JeroMQ has failed", failure);
    }
}
