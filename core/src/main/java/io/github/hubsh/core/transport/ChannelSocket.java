package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.PeerReady;
import io.github.hubsh.core.zmtp.SocketSecurity;
import io.github.hubsh.core.zmtp.ZmtpConnection;
import io.github.hubsh.core.zmtp.ZmtpException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A socket that connects to one peer over a channel of the JDK: for {@code ipc}, which JeroMQ cannot do, and for TCP.
 * It has no thread; everything happens in its owner's calls, of which {@link #receive} is the one that waits.
 *
 * <p>What a DEALER sends before it is connected waits. What a lost connection has not written is dropped: the next hub
 * gets nothing that was meant for the last one. Subscriptions are sent again on each connection. A peer that is silent
 * is asked for a sign of life, and is left when it has given one before and gives none now.
 */
final class ChannelSocket implements MessageSocket {
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(2);

    /** What the owner sends waits for its next {@link #receive}, so that it leaves in one piece; no more than this. */
    private static final int MAX_GATHERED_BYTES = 64 << 10;

    private static final long NEVER = Long.MAX_VALUE;

    private final SocketType type;
    private final boolean named;
    private final LinkOpener opener;
    private final HandshakeFailures failures;
    private final Selector selector;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** Held by the owner while it works on the link, and not while it waits: then another thread can send. */
    private final ReentrantLock work = new ReentrantLock();

    // Mutable state, the owner's; the thread that holds the lock may use the link
    private final Deque<Frames> received = new ArrayDeque<>();
    private final WaitingMessages waiting = new WaitingMessages();
    private final List<Octets> subscriptions = new ArrayList<>();
    private @Nullable Endpoint endpoint;
    private @Nullable ChannelLink link;
    private byte[] peerIdentity = new byte[0];
    private ReconnectPauses pauses = new ReconnectPauses(0);
    private Runnable connectionLost = () -> {};
    private int maxReceived = Integer.MAX_VALUE; // read ahead; never more than one buffer of the link
    private boolean lingering; // a DEALER has waited for its answer already

    ChannelSocket(SocketType type, @Nullable String identity) {
        this(type, identity, SocketSecurity.NONE);
    }

    ChannelSocket(SocketType type, @Nullable String identity, SocketSecurity security) {
        this(type, identity, security, HEARTBEAT_INTERVAL);
    }

    /**
     * A socket with another heartbeat.
     *
     * @param heartbeatInterval how long the peer may be silent before it is asked for a sign of life
     */
    ChannelSocket(SocketType type, @Nullable String identity, SocketSecurity security, Duration heartbeatInterval) {
        this.failures = new HandshakeFailures(security.isCurve() && type == SocketType.DEALER);
        this.type = type;
        this.named = identity != null;
        this.lingering = type != SocketType.DEALER;
        this.opener = new LinkOpener(type, identity, security, heartbeatInterval, new LinkListener());
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Endpoint bind(Endpoint address) {
        throw new TransportException("cannot bind to " + address + ": this socket only connects");
    }

    @Override
    public void onConnectionLost(Runnable listener) {
        connectionLost = listener;
    }

    @Override
    public void limitReceived(int messages, int bufferBytes) {
        maxReceived = messages;
        opener.useReceiveBuffer(bufferBytes);
    }

    @Override
    public void connect(Endpoint address) {
        if (endpoint != null) {
            throw new IllegalStateException("connected to " + endpoint + " already");
        }
        endpoint = address;
        pauses = new ReconnectPauses(System.nanoTime());
        maintain(System.nanoTime());
    }

    @Override
    public Delivery send(Frames frames) {
        work.lock();
        try {
            ChannelLink ready = readyFor(frames);
            if (ready != null) {
                return send(ready, written(frames));
            }
            return type == SocketType.ROUTER ? Delivery.UNREACHABLE : queue(frames);
        } finally {
            work.unlock();
        }
    }

    /** Does not wait for the owner where that is at work: it may want what the caller holds. */
    @Override
    public boolean sendNow(Frames frames, BooleanSupplier allowed) {
        if (!work.tryLock()) {
            return false;
        }
        try {
            ChannelLink ready = readyFor(frames);
            if (ready == null || ready.unsentBytes() > 0 || !allowed.getAsBoolean()) {
                return false;
            }
            sendNow(ready, written(frames));
            return true;
        } finally {
            work.unlock();
        }
    }

    /** What cannot be written now is the owner's, as is a connection that turns out to be lost. */
    private void sendNow(ChannelLink to, List<byte[]> frames) {
        try {
            to.send(frames);
        } catch (IOException e) {
            LoggerFactory.getLogger(ChannelSocket.class).debug("cannot write to {}: {}", endpoint, e.toString());
        }
        if (to.unsentBytes() > 0) {
            wake();
        }
    }

    private @Nullable ChannelLink readyFor(Frames frames) {
        ChannelLink current = link;
        boolean ready = current != null && current.isReady();
        return ready && (type != SocketType.ROUTER || Arrays.equals(frames.get(0), peerIdentity)) ? current : null;
    }

    /** A ROUTER's first frame names the peer, and is not written. */
    private List<byte[]> written(Frames frames) {
        return type == SocketType.ROUTER ? frames.parts().subList(1, frames.size()) : frames.parts();
    }

    @Override
    public @Nullable Frames receive(long timeoutNanos) {
        long start = System.nanoTime();
        long now = start;
        boolean last = false;
        while (received.isEmpty() && !woken.getAndSet(false) && !last) {
            long left = timeoutNanos == NEVER ? NEVER : timeoutNanos - (now - start);
            last = left <= 0;
            turn(now, left);
            now = System.nanoTime();
        }
        return received.poll();
    }

    @Override
    public void subscribe(byte[] prefix) {
        Octets octets = Octets.of(prefix);
        boolean first = !subscriptions.contains(octets);
        subscriptions.add(octets);
        if (first) {
            tell(new Subscribe(octets));
        }
    }

    @Override
    public void unsubscribe(byte[] prefix) {
        Octets octets = Octets.of(prefix);
        // A publisher of libzmq does not count: the first cancellation would end all subscriptions of this prefix.
        if (subscriptions.remove(octets) && !subscriptions.contains(octets)) {
            tell(new Cancel(octets));
        }
    }

    @Override
    public void wake() {
        woken.set(true);
        selector.wakeup();
    }

    @Override
    public void dropUnsent() {
        waiting.clear();
        lingering = false;
    }

    @Override
    public void close() {
        linger();
        lose();
        try {
            selector.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    /** Waits for the channel and the clock, no longer than {@code left} nanoseconds, and does what is due. */
    private void turn(long now, long left) {
        maintain(now);
        ChannelLink current = link;
        select(current != null && current.hasInput() ? 0 : Math.min(left, nextDeadline(now)));
        if (current != null) {
            work.lock();
            try {
                current.turn();
            } catch (IOException | ZmtpException e) {
                lost(e);
            } finally {
                work.unlock();
            }
        }
    }

    /** Connects when it is time, and looks after the connection. */
    private void maintain(long now) {
        work.lock();
        try {
            ChannelLink current = link;
            if (current != null) {
                current.tick(now);
                current.flush();
            } else if (endpoint != null && now - pauses.due() >= 0) {
                link = opener.open(endpoint, selector, failures.isCareful());
            }
        } catch (IOException | ZmtpException e) {
            lost(e);
        } finally {
            work.unlock();
        }
    }

    /** Returns in how many nanoseconds {@link #maintain} has something to do. */
    private long nextDeadline(long now) {
        ChannelLink current = link;
        if (current == null) {
            return endpoint == null ? NEVER : Math.max(0, pauses.due() - now);
        }
        return current.nextDeadline() == NEVER ? NEVER : Math.max(0, current.nextDeadline() - now);
    }

    private void select(long nanos) {
        try {
            if (nanos <= 0) {
                selector.selectNow();
            } else {
                // Rounded up, so that a deadline has passed when the time is up; 0 means without end.
                selector.select(nanos == NEVER ? 0 : nanos / 1_000_000 + 1);
            }
            selector.selectedKeys().clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivery send(ChannelLink to, List<byte[]> frames) {
        if (to.unsentBytes() >= WaitingMessages.MAX_BYTES) {
            return Delivery.FULL;
        }
        try {
            to.queue(frames);
            if (to.unsentBytes() >= MAX_GATHERED_BYTES) {
                to.flush();
            }
            return Delivery.SENT;
        } catch (IOException e) {
            lost(e);
            return Delivery.FULL;
        }
    }

    private Delivery queue(Frames frames) {
        return waiting.add(frames) ? Delivery.SENT : Delivery.FULL;
    }

    private void tell(Command command) {
        ChannelLink current = link;
        if (current != null && current.isReady()) {
            work.lock();
            try {
                current.send(command);
            } catch (IOException e) {
                lost(e);
            } finally {
                work.unlock();
            }
        }
    }

    private void lost(Exception reason) {
        boolean worked = link != null && link.reached() == ZmtpConnection.State.TRAFFIC;
        String useless = worked || link == null ? null : failures.ended(link.reached(), reason);
        lose();
        if (worked) {
            connectionLost.run();
        }
        pauses.failed(System.nanoTime());
        LoggerFactory.getLogger(ChannelSocket.class).debug("no connection to {}: {}", endpoint, reason.toString());
        if (useless != null) {
            String address = String.valueOf(endpoint);
            endpoint = null;
            throw TransportException.ofSecurity(address + " " + useless);
        } else if (reason instanceof ZmtpException && !worked && type == SocketType.DEALER && !named) {
            // A socket that only asks a question reports that nothing there can answer it.
            throw new TransportException(endpoint + " does not speak ZeroMQ's protocol: " + reason.getMessage());
        }
    }

    private void lose() {
        work.lock();
        try {
            ChannelLink current = link;
            link = null;
            if (current != null) {
                current.close();
            }
        } finally {
            work.unlock();
        }
    }

    /** Gives what was sent half a second to leave. */
    private void linger() {
        long end = System.nanoTime() + LINGER_NANOS;
        long left = lingering ? LINGER_NANOS : 0;
        while (left > 0 && link != null && link.unsentBytes() > 0) {
            turn(System.nanoTime(), left);
            left = end - System.nanoTime();
        }
    }

    private final class LinkListener implements ChannelLink.Listener {
        @Override
        public void ready(ChannelLink connected, PeerReady peer) throws IOException {
            pauses.succeeded();
            failures.succeeded();
            peerIdentity = peer.identity().isEmpty()
                    ? new byte[] {0, 0, 0, 0, 1}
                    : peer.identity().toArray();
            for (Octets prefix : new LinkedHashSet<>(subscriptions)) {
                connected.send(new Subscribe(prefix));
            }
            for (Frames next = waiting.poll(); next != null; next = waiting.poll()) {
                connected.send(next.parts());
            }
            if (type == SocketType.ROUTER) {
                woken.set(true); // what was unreachable until now can be sent
            }
        }

        @Override
        public void received(List<byte[]> message) {
            if (type == SocketType.ROUTER) {
                message.add(0, peerIdentity);
            }
            received.add(new Frames(message));
        }

        @Override
        public boolean isFull() {
            return received.size() >= maxReceived;
        }
    }
}
