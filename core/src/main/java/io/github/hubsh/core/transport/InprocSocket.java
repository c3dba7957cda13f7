package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.Command.Cancel;
import io.github.hubsh.core.zmtp.Command.Subscribe;
import io.github.hubsh.core.zmtp.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A socket that connects to a hub of this process. It has no thread, and works like a {@link ChannelSocket}: its owner
 * connects again while it waits in {@link #receive}, and a lost connection takes with it what it has not delivered.
 * There is no heartbeat, because a hub in the same process never goes unnoticed.
 */
final class InprocSocket implements MessageSocket {
    private static final byte[] NAMELESS = {0, 0, 0, 0, 1};
    private static final long NEVER = Long.MAX_VALUE;

    private final SocketType type;
    private final Octets identity;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile @Nullable Thread owner;

    // Mutable state, the owner's
    private final WaitingMessages waiting = new WaitingMessages();
    private final List<Octets> subscriptions = new ArrayList<>();
    private @Nullable Endpoint endpoint;
    private @Nullable InprocLink link;
    private boolean welcome; // the hub has accepted the link
    private byte[] peerIdentity = NAMELESS;
    private ReconnectPauses pauses = new ReconnectPauses(0);
    private Runnable connectionLost = () -> {};

    InprocSocket(SocketType type, @Nullable String identity) {
        this.type = type;
        this.identity = identity == null ? Octets.EMPTY : Octets.ofText(identity);
    }

    @Override
    public Endpoint bind(Endpoint address) {
        throw new TransportException("cannot bind to " + address + ": this socket only connects");
    }

    @Override
    public void onConnectionLost(Runnable listener) {
        connectionLost = listener;
    }

    /** Nothing is read ahead, so there is no mark to set: what a slow reader misses, the hub counts. */
    @Override
    public void limitReceived(int messages, int bufferBytes) {}

    @Override
    public void connect(Endpoint address) {
        if (!address.isInproc()) {
            throw new TransportException("cannot connect to " + address + ": this socket connects in its process only");
        }
        if (endpoint != null) {
            throw new IllegalStateException("connected to " + endpoint + " already");
        }
        endpoint = address;
        pauses = new ReconnectPauses(System.nanoTime());
        maintain(System.nanoTime());
    }

    @Override
    public Delivery send(Frames frames) {
        maintain(System.nanoTime());
        InprocLink ready = welcome ? link : null;
        if (type != SocketType.ROUTER) {
            boolean taken = ready == null ? waiting.add(frames) : ready.send(frames);
            return taken ? Delivery.SENT : Delivery.FULL;
        }
        if (ready == null || !Arrays.equals(frames.get(0), peerIdentity)) {
            return Delivery.UNREACHABLE;
        }
        List<byte[]> parts = frames.parts();
        return ready.send(new Frames(parts.subList(1, parts.size()))) ? Delivery.SENT : Delivery.FULL;
    }

    @Override
    public @Nullable Frames receive(long timeoutNanos) {
        owner = Thread.currentThread();
        long start = System.nanoTime();
        while (true) {
            called.set(false);
            long now = System.nanoTime();
            Frames frames = next(now);
            long left = timeoutNanos == NEVER ? NEVER : timeoutNanos - (now - start);
            if (frames != null || woken.getAndSet(false) || left <= 0) {
                return frames;
            }
            await(Math.min(left, nextDeadline(now)));
        }
    }

    @Override
    public void subscribe(byte[] prefix) {
        Octets octets = Octets.of(prefix);
        subscriptions.add(octets);
        if (link != null && welcome) {
            link.send(new Subscribe(octets));
        }
    }

    @Override
    public void unsubscribe(byte[] prefix) {
        Octets octets = Octets.of(prefix);
        if (subscriptions.remove(octets) && link != null && welcome) {
            link.send(new Cancel(octets));
        }
    }

    @Override
    public void wake() {
        woken.set(true);
        call();
    }

    @Override
    public void dropUnsent() {
        waiting.clear();
        if (link != null) {
            link.dropUnsent();
        }
    }

    /** What was sent is read by the hub before it notices the end. */
    @Override
    public void close() {
        endpoint = null;
        if (link != null) {
            link.close();
            link = null;
        }
        welcome = false;
    }

    /** Does what is due, and returns the next message. */
    private @Nullable Frames next(long now) {
        maintain(now);
        Frames frames = link == null ? null : link.receive();
        if (frames == null || type != SocketType.ROUTER) {
            return frames;
        }
        List<byte[]> parts = new ArrayList<>();
        parts.add(peerIdentity);
        parts.addAll(frames.parts());
        return new Frames(parts);
    }

    private void maintain(long now) {
        InprocLink current = link;
        if (current == null) {
            if (endpoint != null && now - pauses.due() >= 0) {
                open(endpoint, now);
            }
        } else if (current.isOver()) {
            lost(current, now);
        } else if (!welcome && current.isAccepted()) {
            begin(current);
        }
    }

    private void open(Endpoint address, long now) {
        InprocListener listener = InprocAddresses.find(address);
        if (listener == null) {
            pauses.failed(now);
            return;
        }
        InprocLink opened = new InprocLink(LinkOpener.typeOf(type), identity, this::call);
        link = opened;
        listener.connected(opened);
    }

    private void begin(InprocLink accepted) {
        welcome = true;
        pauses.succeeded();
        Octets server = accepted.serverIdentity();
        peerIdentity = server.isEmpty() ? NAMELESS : server.toArray();
        subscriptions.forEach(prefix -> accepted.send(new Subscribe(prefix)));
        for (Frames next = waiting.poll(); next != null; next = waiting.poll()) {
            accepted.send(next);
        }
        if (type == SocketType.ROUTER) {
            woken.set(true); // what was unreachable until now can be sent
        }
    }

    private void lost(InprocLink over, long now) {
        boolean worked = welcome;
        link = null;
        welcome = false;
        if (worked) {
            connectionLost.run();
        }
        pauses.failed(now);
        String refusal = over.refusal();
        if (refusal != null) {
            String address = String.valueOf(endpoint);
            endpoint = null;
            throw new TransportException(address + " refuses the connection: " + refusal);
        }
    }

    /** Returns in how many nanoseconds {@link #maintain} has something to do. */
    private long nextDeadline(long now) {
        return link != null || endpoint == null ? NEVER : Math.max(0, pauses.due() - now);
    }

    /** There is something new. Any thread. */
    private void call() {
        if (!called.getAndSet(true)) {
            LockSupport.unpark(owner);
        }
    }

    private void await(long nanos) {
        if (!called.get()) {
            if (nanos == NEVER) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, nanos);
            }
        }
    }
}
