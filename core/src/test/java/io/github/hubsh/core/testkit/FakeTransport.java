package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sockets without a network: a test sees what is sent, and says what is received. */
public final class FakeTransport implements Transport {
    private static final Frames WAKE = Frames.of();

    private final Peer peer;
    private final List<FakeSocket> sockets = new CopyOnWriteArrayList<>();

    /** The other end of every socket. Called on the socket's own thread. */
    public interface Peer {
        Delivery sent(FakeSocket socket, Frames frames);
    }

    public FakeTransport(Peer peer) {
        this.peer = peer;
    }

    /** Returns the sockets of this type, in the order in which they were opened. */
    public List<FakeSocket> sockets(SocketType type) {
        return sockets.stream().filter(socket -> socket.type == type).toList();
    }

    @Override
    public MessageSocket open(SocketType type, @Nullable String identity) {
        FakeSocket socket = new FakeSocket(type, peer);
        sockets.add(socket);
        return socket;
    }

    @Override
    public void shutDown() {}

    /** A socket whose other end is the test. */
    public static final class FakeSocket implements MessageSocket {
        private final SocketType type;
        private final Peer peer;
        private final BlockingQueue<Frames> incoming = new LinkedBlockingQueue<>();
        private final List<Frames> sent = new CopyOnWriteArrayList<>();
        private final List<String> subscriptions = new CopyOnWriteArrayList<>();
        private volatile boolean closed;
        private volatile boolean unsentDropped;
        private volatile List<Integer> limits = List.of();
        private volatile Runnable connectionLost = () -> {};
        private volatile Runnable beforeReceiving = () -> {};

        public FakeSocket(SocketType type, Peer peer) {
            this.type = type;
            this.peer = peer;
        }

        public SocketType type() {
            return type;
        }

        public List<Frames> sent() {
            return sent;
        }

        public boolean isClosed() {
            return closed;
        }

        public boolean hasDroppedUnsent() {
            return unsentDropped;
        }

        public List<String> subscriptions() {
            return subscriptions;
        }

        /** Lets these frames come in. */
        public void arrive(byte[]... frames) {
            incoming.add(Frames.of(frames));
        }

        @Override
        public Endpoint bind(Endpoint endpoint) {
            return endpoint;
        }

        @Override
        public void limitReceived(int messages, int bufferBytes) {
            limits = List.of(messages, bufferBytes);
        }

        /** Returns the high-water mark and the buffer's size that were set; empty for none. */
        public List<Integer> limits() {
            return limits;
        }

        @Override
        public void onConnectionLost(Runnable listener) {
            connectionLost = listener;
        }

        /** Calls this whenever the owner begins to receive. */
        public void beforeReceiving(Runnable call) {
            beforeReceiving = call;
        }

        /** Lets the connection go. */
        public void loseConnection() {
            connectionLost.run();
        }

        @Override
        public void connect(Endpoint endpoint) {}

        @Override
        public Delivery send(Frames frames) {
            Delivery delivery = peer.sent(this, frames);
            if (delivery == Delivery.SENT) {
                sent.add(frames);
            }
            return delivery;
        }

        @Override
        public @Nullable Frames receive(long timeoutNanos) {
            beforeReceiving.run();
            try {
                Frames frames = incoming.poll(timeoutNanos, TimeUnit.NANOSECONDS);
                return WAKE.equals(frames) ? null : frames;
            } catch (InterruptedException e) {
                throw new AssertionError("a socket's thread was interrupted", e);
            }
        }

        @Override
        public void subscribe(byte[] prefix) {
            subscriptions.add(new String(prefix, UTF_8));
        }

        @Override
        public void unsubscribe(byte[] prefix) {
            subscriptions.remove(new String(prefix, UTF_8));
        }

        @Override
        public void wake() {
            incoming.add(WAKE);
        }

        @Override
        public void dropUnsent() {
            unsentDropped = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
