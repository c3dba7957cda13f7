package io.github.hubsh.core.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/** A JeroMQ socket with the options that make it safe among strangers and quick to connect. */
final class JeroMqSocket implements MessageSocket {
    /** Messages, per peer and direction: ten thousand requests at once are ordinary, and must all arrive. */
    private static final int HIGH_WATER_MARK = 50_000;

    /** How long what was sent may take to leave after closing; a DEALER has waited for its answer already. */
    private static final int LINGER_MILLIS = 500;

    private static final int RECONNECT_MILLIS = 10;
    private static final int RECONNECT_MAX_MILLIS = 250;

    /**
     * How long a handshake may take, in milliseconds, before the client tries again. In a share of all connects JeroMQ
     * 0.6.0 never sends its greeting, and would wait 30 s. Another machine's round trips need more patience.
     */
    private static final int LOCAL_HANDSHAKE_MILLIS = 300;

    private static final int REMOTE_HANDSHAKE_MILLIS = 2000;

    /** With a domain, and no handler for it, peers that speak an older ZMTP are refused: random bytes look like one. */
    private static final String ZAP_DOMAIN = "hub";

    /** First frame of a wake-up. No peer of the field begins a name with a NUL, which ZeroMQ reserves. */
    private static final byte[] WAKE = Frames.bytes("\0wake");

    private static final AtomicLong WAKE_ADDRESSES = new AtomicLong();
    private static final int NO_TIMEOUT = -1;

    private final ZContext context;
    private final ZMQ.Socket socket;
    private final ZMQ.@Nullable Socket wakingSocket;
    private final Waker waker;

    // Mutable state, the owner's
    private int receiveTimeout = NO_TIMEOUT;
    private boolean closed; // guarded by wakingSocket

    JeroMqSocket(ZContext context, Waker waker, GuardedMessages messages, SocketType type, @Nullable String identity) {
        this.context = context;
        this.waker = waker;
        this.socket = context.createSocket(typeOf(type));
        socket.setLinger(type == SocketType.DEALER ? 0 : LINGER_MILLIS);
        socket.setHWM(HIGH_WATER_MARK);
        socket.setMaxMsgSize(GuardedMessages.MAX_FRAME_BYTES);
        socket.setMsgAllocator(messages);
        socket.setReconnectIVL(RECONNECT_MILLIS);
        socket.setReconnectIVLMax(RECONNECT_MAX_MILLIS);
        if (identity != null) {
            socket.setIdentity(Frames.bytes(identity));
        }
        if (type == SocketType.ROUTER) {
            socket.setRouterMandatory(true);
            // Else what a lost connection has not sent is sent on the next one, perhaps to another hub. The name of the
            // option is JeroMQ's: its meaning is the opposite of ZMQ_IMMEDIATE.
            socket.setImmediate(false);
        }
        this.wakingSocket = type == SocketType.ROUTER || type == SocketType.SUB ? openWaker(type) : null;
    }

    @Override
    public Endpoint bind(Endpoint endpoint) {
        requireTcp("bind", endpoint);
        Endpoint literal = HostNames.resolve(endpoint);
        socket.setZapDomain(ZAP_DOMAIN);
        prepare(literal);
        try {
            socket.bind(literal.toString());
        } catch (ZMQException e) {
            throw new TransportException("cannot bind to " + endpoint + ": " + reason(e), e);
        }
        return endpoint.withPort(Endpoint.parse(socket.getLastEndpoint()).port());
    }

    @Override
    public void onConnectionLost(Runnable listener) {
        ZEvent.ZEventConsummer consumer = event -> listener.run();
        socket.setEventHook(consumer, ZMQ.EVENT_DISCONNECTED);
    }

    @Override
    public void limitReceived(int messages, int bufferBytes) {
        socket.setRcvHWM(messages);
        if (bufferBytes > 0) {
            socket.setReceiveBufferSize(bufferBytes);
        }
    }

    @Override
    public void connect(Endpoint endpoint) {
        requireTcp("connect", endpoint);
        Endpoint literal = HostNames.resolve(endpoint);
        prepare(literal);
        socket.setHandshakeIvl(literal.isLoopback() ? LOCAL_HANDSHAKE_MILLIS : REMOTE_HANDSHAKE_MILLIS);
        try {
            socket.connect(literal.toString());
        } catch (ZMQException e) {
            throw new TransportException("cannot connect to " + endpoint + ": " + reason(e), e);
        }
    }

    @Override
    public Delivery send(Frames frames) {
        int last = frames.size() - 1;
        try {
            for (int i = 0; i < last; i++) {
                if (!socket.send(frames.get(i), ZMQ.SNDMORE | ZMQ.DONTWAIT)) {
                    return Delivery.FULL;
                }
            }
            return socket.send(frames.get(last), ZMQ.DONTWAIT) ? Delivery.SENT : Delivery.FULL;
        } catch (ZMQException e) {
            if (e.getErrorCode() == ZError.EHOSTUNREACH) {
                return Delivery.UNREACHABLE;
            }
            throw new TransportException("cannot send: " + reason(e), e);
        }
    }

    @Override
    public @Nullable Frames receive(long timeoutNanos) {
        byte[] first;
        if (timeoutNanos <= 0) {
            first = socket.recv(ZMQ.DONTWAIT);
        } else {
            setReceiveTimeout(millis(timeoutNanos));
            first = socket.recv(0);
        }
        if (first == null) {
            return null;
        }
        List<byte[]> parts = new ArrayList<>(4);
        parts.add(first);
        while (socket.hasReceiveMore()) {
            parts.add(socket.recv(0));
        }
        return wakingSocket != null && Arrays.equals(first, WAKE) ? null : new Frames(parts);
    }

    @Override
    public void subscribe(byte[] prefix) {
        socket.subscribe(prefix);
    }

    @Override
    public void unsubscribe(byte[] prefix) {
        socket.unsubscribe(prefix);
    }

    @Override
    public void wake() {
        if (wakingSocket == null) {
            throw new IllegalStateException("only a ROUTER or a SUB socket can be woken");
        }
        waker.wake(this);
    }

    /** On the waker's thread. */
    void wakeNow() {
        ZMQ.Socket sender = wakingSocket;
        if (sender != null) {
            synchronized (sender) {
                if (!closed) {
                    sender.send(WAKE, ZMQ.DONTWAIT);
                }
            }
        }
    }

    @Override
    public void dropUnsent() {
        socket.setLinger(0);
    }

    @Override
    public void close() {
        ZMQ.Socket sender = wakingSocket;
        if (sender != null) {
            synchronized (sender) {
                closed = true;
                sender.close();
            }
        }
        socket.close();
    }

    /** A ROUTER knows the waker by its identity, a SUB by its topic; both arrive as the first frame. */
    private ZMQ.Socket openWaker(SocketType type) {
        String address = "inproc://hubsh-wake-" + WAKE_ADDRESSES.incrementAndGet();
        boolean subscriber = type == SocketType.SUB;
        ZMQ.Socket sender = context.createSocket(subscriber ? org.zeromq.SocketType.PUB : org.zeromq.SocketType.DEALER);
        sender.setLinger(0);
        if (subscriber) {
            // This way round the subscription is in the pipe before the publisher sees the pipe: no wake-up is lost.
            sender.bind(address);
            socket.subscribe(WAKE);
            socket.connect(address);
        } else {
            sender.setIdentity(WAKE);
            socket.bind(address);
            sender.connect(address);
        }
        return sender;
    }

    private static void requireTcp(String what, Endpoint endpoint) {
        if (endpoint.isInproc()) {
            throw new TransportException(
                    "cannot " + what + " to " + endpoint + ": JeroMQ's own inproc reaches no hub of ours");
        }
        if (endpoint.isIpc()) {
            throw new TransportException("cannot " + what + " to " + endpoint
                    + ": it would go over TCP here, which no other ZeroMQ peer understands;"
                    + " use tcp://127.0.0.1:PORT");
        }
    }

    private void prepare(Endpoint literal) {
        socket.setIPv6(literal.host().indexOf(':') >= 0);
    }

    private void setReceiveTimeout(int millis) {
        if (millis != receiveTimeout) {
            socket.setReceiveTimeOut(millis);
            receiveTimeout = millis;
        }
    }

    /** Rounded up, so that a deadline has passed when the time is up. */
    private static int millis(long nanos) {
        return nanos == Long.MAX_VALUE ? NO_TIMEOUT : (int) Math.min(Integer.MAX_VALUE, (nanos + 999_999) / 1_000_000);
    }

    private static String reason(ZMQException e) {
        return switch (e.getErrorCode()) {
            case ZError.EADDRINUSE -> "the address is in use, or not one of this machine's";
            case ZError.EADDRNOTAVAIL -> "the address is not one of this machine's";
            default -> String.valueOf(ZError.toString(e.getErrorCode()));
        };
    }

    private static org.zeromq.SocketType typeOf(SocketType type) {
        return switch (type) {
            case DEALER -> org.zeromq.SocketType.DEALER;
            case ROUTER -> org.zeromq.SocketType.ROUTER;
            case PUB -> org.zeromq.SocketType.PUB;
            case SUB -> org.zeromq.SocketType.SUB;
        };
    }
}
