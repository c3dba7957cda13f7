package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.PluginFrames;
import org.jspecify.annotations.Nullable;

/** The command socket, connected to one hub, and its thread. */
final class CommandClient implements AutoCloseable, CommandSender.Target {
    private final String hubName;
    private final Listener listener;
    private final MessageSocket socket;
    private final Outbox outbox;
    private final SocketLoop loop;

    // Mutable state, of the loop's thread
    private @Nullable HubPulse pulse;
    private @Nullable Message question;

    // Mutable state, guarded by this; loss also read without
    private int endedConnections;
    private boolean watched;
    private volatile @Nullable String loss;

    private volatile @Nullable TransportException refusal;

    /** What the owner does with what comes. On the loop's thread, unless it says otherwise. */
    interface Listener {
        /** Takes the text of a message. */
        void received(byte[] json);

        /** Whether it is better to write several messages together than each at once. On any thread. */
        boolean isBusy();

        /** Called between messages; returns nanoseconds until it wants to be called again. */
        long tick();

        /** The connection is lost; does not wait. On any thread. */
        void lost(CommandClient client, String reason);

        void failed(Throwable failure);
    }

    CommandClient(Transport transport, String name, String hubName, Endpoint hub, Listener listener) {
        this.hubName = hubName;
        this.listener = listener;
        this.outbox = new Outbox(this::deliver);
        this.socket = SocketOpener.connected(
                transport, SocketType.ROUTER, name, hub, opened -> opened.onConnectionLost(this::connectionEnded));
        this.loop = new SocketLoop(name + "-command", socket, new Receiver(), this::failed);
        loop.start();
    }

    /** Returns how many connections have ended; some did not come about. */
    synchronized int endedConnections() {
        return endedConnections;
    }

    /**
     * From now on tells when the hub is gone: when the connection ends, or when the hub is silent and does not answer
     * the question.
     *
     * @return whether no connection has ended since {@link #endedConnections} gave this number
     */
    boolean watch(int known, Message asked) {
        synchronized (this) {
            if (endedConnections != known) {
                return false;
            }
            watched = true;
        }
        loop.execute(() -> {
            question = asked;
            pulse = new HubPulse(System.nanoTime());
        });
        return true;
    }

    /** Returns why the connection is lost, or {@code null}. */
    @Nullable
    String loss() {
        return loss;
    }

    /** Returns why the hub will never hear this socket, or {@code null}. */
    @Nullable
    TransportException refusal() {
        return refusal;
    }

    /**
     * Sends when the hub can take it, in the order of the calls, which come one at a time from any thread. In most
     * cases that is now and on the calling thread: to hand a request to another costs more than to write it. Where the
     * owner is busy, the loop's thread writes what has gathered in one piece.
     */
    @Override
    public void send(Message message) {
        Frames frames = new Frames(PluginFrames.command(hubName, message));
        if (outbox.isEmpty() && !listener.isBusy() && socket.sendNow(frames, () -> loss == null)) {
            return;
        }
        outbox.announce();
        loop.execute(() -> outbox.add(message.session(), frames));
    }

    /** Does not send the message after all, if it has not left yet. */
    @Override
    public void withdraw(String session) {
        loop.execute(() -> outbox.remove(session));
    }

    @Override
    public void wakeWithin(long nanos) {
        loop.wakeWithin(nanos);
    }

    /** Closes a connection that does not work, and gives up what it was to carry. */
    void abandon() {
        loop.execute(socket::dropUnsent);
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            watched = false;
        }
        loop.close();
    }

    /** What was meant for a hub that is gone must not reach the next one, to which the socket connects by itself. */
    private Delivery deliver(Frames frames) {
        return loss == null ? socket.send(frames) : Delivery.UNREACHABLE;
    }

    private void failed(Throwable failure) {
        if (failure instanceof TransportException refused && refused.concernsSecurity()) {
            refusal = refused;
            lost("does not let this plugin in: " + refused.getMessage());
        } else {
            listener.failed(failure);
        }
    }

    private void connectionEnded() {
        synchronized (this) {
            endedConnections++;
        }
        lost("has closed the connection");
    }

    private void lost(String reason) {
        synchronized (this) {
            if (!watched || loss != null) {
                return;
            }
            loss = reason;
        }
        listener.lost(this, reason);
    }

    /** Returns nanoseconds until the hub is to be looked at again. */
    private long lookAtHub() {
        HubPulse current = pulse;
        Message asked = question;
        if (current == null || asked == null || loss != null) {
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        switch (current.tick(now)) {
            case WAIT -> {}
            case ASK -> send(asked);
            case GIVE_UP -> lost("gives no sign of life");
        }
        return Math.max(0, current.nextDeadline() - now);
    }

    private final class Receiver implements SocketLoop.Receiver {
        @Override
        public void received(Frames frames) {
            if (pulse != null) {
                pulse.received(System.nanoTime());
            }
            listener.received(PluginFrames.text(frames.parts()));
        }

        @Override
        public long idle() {
            long next = Math.min(lookAtHub(), listener.tick());
            return Math.min(outbox.flush(), next);
        }
    }
}
