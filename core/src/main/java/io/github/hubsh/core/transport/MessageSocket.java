package io.github.hubsh.core.transport;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A ZeroMQ socket as the one thread that owns it sees it. Only {@link #wake} and {@link #sendNow} may be called by
 * others.
 *
 * <p>A ROUTER is mandatory: it says when a peer cannot be reached, and never drops in silence.
 */
public interface MessageSocket extends AutoCloseable {
    /**
     * Binds to an address; a port of 0 or {@code *} lets the system choose.
     *
     * @return the address with the port that was chosen
     * @throws TransportException if the address is in use, is not ours, or cannot be used with this transport
     */
    Endpoint bind(Endpoint endpoint);

    /**
     * Calls {@code listener} when a connection is lost, before another is made. It runs on any thread and must not
     * wait. For a socket that connects; to be set before it does. JeroMQ also reports connections that did not come
     * about.
     */
    void onConnectionLost(Runnable listener);

    /**
     * Says how much may wait to be received on each connection; to be called before there is one.
     *
     * @param messages the high-water mark, where the engine reads ahead at all
     * @param bufferBytes the size that the system is asked for; 0 for its own choice
     */
    void limitReceived(int messages, int bufferBytes);

    /** Connects in the background, or while the owner waits in {@link #receive}; again and again until it succeeds. */
    void connect(Endpoint endpoint);

    /** Sends, and never blocks. What is not written at once may need its owner in {@link #receive} to leave. */
    Delivery send(Frames frames);

    /**
     * Sends on the calling thread, which may be any, if this kind of socket can and nothing is in the way: no other
     * thread is at work on the socket, and nothing waits to leave. Never blocks.
     *
     * @param allowed asked last, while no other thread can change the connection
     * @return whether the message is the socket's now; else the owner has to {@link #send} it
     */
    default boolean sendNow(Frames frames, BooleanSupplier allowed) {
        return false;
    }

    /**
     * Waits for a message.
     *
     * @param timeoutNanos how long to wait at the most, in nanoseconds; {@link Long#MAX_VALUE} waits for ever
     * @return the frames (a ROUTER's begin with the sender's routing identity), or {@code null} when the time is up or
     *     {@link #wake} was called
     */
    @Nullable
    Frames receive(long timeoutNanos);

    /** Lets messages whose first frame starts with {@code prefix} in. SUB only. */
    void subscribe(byte[] prefix);

    /** Takes one {@link #subscribe} back. SUB only. */
    void unsubscribe(byte[] prefix);

    /** Makes the owner's {@link #receive} return, now or when it is called next. ROUTER and SUB only. Any thread. */
    void wake();

    /** Gives up what was sent and has not left yet: closing will not wait for it. */
    void dropUnsent();

    /** Closes at once; what was sent has half a second to leave. */
    @Override
    void close();
}
