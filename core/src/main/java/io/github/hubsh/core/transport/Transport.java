package io.github.hubsh.core.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens sockets. Any thread may call. */
public interface Transport {
    /**
     * Opens a socket, to be owned by the thread that uses it first.
     *
     * @param identity the routing identity that peers see, or {@code null} for one that the peer makes up
     */
    MessageSocket open(SocketType type, @Nullable String identity);

    /** Returns the transport that connects to {@code hub}: this one, or the one that can. */
    default Transport to(Endpoint hub) {
        return this;
    }

    /** Tells {@code listener} when the engine itself fails, after which no socket can be relied on. */
    void onFailure(Consumer<Throwable> listener);

    void removeFailureListener(Consumer<Throwable> listener);

    /**
     * Ends the engine and all its sockets, for good; for a process that is about to end. The virtual machine would wait
     * 300 ms for the engine's threads to notice.
     */
    void shutDown();

    /** The transport of this process, on JeroMQ. */
    static Transport shared() {
        return ProcessTransports.jeroMq();
    }

    /**
     * A transport that connects without JeroMQ. It has no engine to start and to end, and takes broadcasts in with less
     * work: for a plugin that asks little and leaves, or that listens.
     */
    static Transport forRequests() {
        return ChannelTransport.SHARED;
    }

    /** Ends what this process has used of {@link #shared}, as {@link #shutDown} does. */
    static void shutDownShared() {
        ProcessTransports.shutDown();
    }
}
