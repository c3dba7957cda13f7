package io.github.hubsh.core.testkit;

import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A bare socket that connects in this process, and its thread. */
public final class InprocPeer implements AutoCloseable {
    private final MessageSocket socket;
    private final BlockingQueue<Frames> received = new LinkedBlockingQueue<>();
    private final SocketLoop loop;

    public InprocPeer(String uri, SocketType type, @Nullable String identity) {
        Endpoint endpoint = Endpoint.parse(uri);
        socket = Transport.shared().to(endpoint).open(type, identity);
        socket.connect(endpoint);
        loop = new SocketLoop("inproc-peer", socket, received::add, failure -> {
            throw new AssertionError(failure);
        });
        loop.start();
    }

    public void send(byte[]... frames) {
        loop.execute(() -> {
            if (socket.send(Frames.of(frames)) != Delivery.SENT) {
                throw new AssertionError("not sent");
            }
        });
    }

    public void subscribe(String prefix) {
        loop.execute(() -> socket.subscribe(Frames.bytes(prefix)));
    }

    public void unsubscribe(String prefix) {
        loop.execute(() -> socket.unsubscribe(Frames.bytes(prefix)));
    }

    /** Returns the next message, or {@code null} if none comes in that time. */
    public @Nullable Frames receive(Duration time) {
        try {
            return received.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
