package io.github.hubsh.core.cluster;

import io.github.hubsh.core.driver.DropLog;
import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.protocol.PluginNames;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.thread.DaemonThreads;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener.Events;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A hub's connection to NATS. It is made in the background, and made again when it is lost, for as long as the link is
 * open.
 *
 * <p>Nothing here waits: a message is taken at once or not at all, so any thread may call, the hub's loop first of all.
 * What waits for a slow server is bounded. What comes is handed to the receiver on two threads of NATS, one for
 * broadcasts and one for all else; a receiver that is slow makes NATS drop messages, which are counted.
 */
public final class ClusterLink implements AutoCloseable {
    /** What may wait for the server, in bytes: as much as comes in a tenth of a second on a fast link. */
    static final long MAX_WAITING_BYTES = 16L << 20;

    /** Broadcasts leave the rest to requests and replies. */
    static final long MAX_WAITING_BROADCAST_BYTES = MAX_WAITING_BYTES / 2;

    private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(200);

    private static final int MAX_WAITING_MESSAGES = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLink.class);

    private final String hub;
    private final JoinOptions options;
    private final Subjects subjects;
    private final Receiver receiver;
    private final LinkErrors errors;
    private final DropLog drops;
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder unsent = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder disconnected = new LongAdder();

    // Mutable state
    private volatile @Nullable Connection connection;
    private volatile @Nullable Dispatcher broadcasts;
    private volatile long roundTrip = -1;
    private volatile boolean closed;
    private volatile boolean isUp;

    /** What is done with what comes. Called on threads of NATS. */
    public interface Receiver {
        /** Messages can be sent from now on. */
        void connected(String server);

        /** No messages can be sent, for now. */
        void disconnected();

        /** Something has come. The thread may be held up: more comes when this returns. */
        void received(ClusterText text);
    }

    private ClusterLink(String hub, JoinOptions options, Receiver receiver) {
        this.hub = hub;
        this.options = options;
        this.subjects = new Subjects(options.cluster(), hub);
        this.receiver = receiver;
        this.drops = new DropLog(InstanceLog.of(ClusterLink.class, hub), Level.WARN);
        this.errors = new LinkErrors(hub, subjects, this::denied);
    }

    /**
     * Opens a link; the connection follows.
     *
     * @throws IOException if a file that it needs cannot be used
     */
    public static ClusterLink open(String hub, JoinOptions options, Receiver receiver) throws IOException {
        ClusterLink link = new ClusterLink(hub, options, receiver);
        Options made = link.options();
        DaemonThreads.start(hub + "-join", () -> link.connect(made));
        return link;
    }

    /** Sends a message to all hubs. */
    public LinkDelivery announce(ClusterMessage message) {
        return publish(subjects.toAll(), message, new byte[0], MAX_WAITING_BYTES);
    }

    /** Sends a message to one hub, with a text behind it or an empty one. */
    public LinkDelivery send(String toHub, ClusterMessage message, byte[] text) {
        return publish(subjects.toHub(toHub), message, text, MAX_WAITING_BYTES);
    }

    /** Sends a broadcast to the hubs that have subscribed to this prefix. */
    public LinkDelivery broadcast(String prefix, ClusterMessage message, byte[] text) {
        return publish(subjects.broadcasts(prefix), message, text, MAX_WAITING_BROADCAST_BYTES);
    }

    /** Receives the broadcasts that are sent for this prefix, or no longer. */
    public void subscribe(String prefix, boolean wanted) {
        Dispatcher dispatcher = broadcasts;
        if (dispatcher == null || closed) {
            return;
        }
        try {
            Dispatcher unused = wanted
                    ? dispatcher.subscribe(subjects.broadcastsOfAll(prefix))
                    : dispatcher.unsubscribe(subjects.broadcastsOfAll(prefix));
        } catch (IllegalStateException e) {
            LOG.debug("{}: not subscribed to {}: {}", hub, prefix, e.getMessage());
        }
    }

    /** Returns what the link is doing. */
    public LinkStatus status() {
        Connection current = connection;
        boolean isConnected = current != null && current.getStatus() == Connection.Status.CONNECTED;
        String server = current == null || !isConnected ? "" : String.valueOf(current.getConnectedUrl());
        long missed = current == null ? 0 : current.getStatistics().getDroppedCount();
        String problem = isConnected ? errors.denial() : errors.problem();
        return new LinkStatus(
                server,
                problem,
                roundTrip,
                sent.sum(),
                received.sum(),
                unsent.sum(),
                missed,
                disconnected.sum(),
                rejected.sum());
    }

    /** Says goodbye, if there is a message for that, and ends. */
    @Override
    public void close() {
        closed = true;
        Connection current = connection;
        if (current == null) {
            return;
        }
        try {
            current.flush(CLOSE_TIMEOUT);
        } catch (TimeoutException e) {
            LOG.debug("{}: the server of the cluster takes no more", hub);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(current);
    }

    private static void end(Connection current) {
        try {
            current.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** NATS leaves threads that it was given to their owner. */
    private static void stopThreads(Options ended) {
        ended.getExecutor().shutdown();
        ended.getScheduledExecutor().shutdown();
    }

    private LinkDelivery publish(String subject, ClusterMessage message, byte[] text, long maxWaiting) {
        LinkDelivery delivery = tryPublish(subject, message, text, maxWaiting);
        (delivery == LinkDelivery.SENT ? sent : unsent).increment();
        return delivery;
    }

    private LinkDelivery tryPublish(String subject, ClusterMessage message, byte[] text, long maxWaiting) {
        Connection current = connection;
        if (current == null || closed || errors.isOutside() || current.getStatus() != Connection.Status.CONNECTED) {
            return LinkDelivery.DISCONNECTED;
        }
        if (current.outgoingPendingBytes() + text.length > maxWaiting
                || current.outgoingPendingMessageCount() >= MAX_WAITING_MESSAGES) {
            return LinkDelivery.FULL;
        }
        try {
            byte[] payload = HeadWriter.write(message, text);
            if (payload.length > current.getMaxPayload()) {
                return LinkDelivery.TOO_LARGE;
            }
            current.publish(subject, payload);
            return LinkDelivery.SENT;
        } catch (IOException e) {
            return LinkDelivery.TOO_LARGE; // a session of more than 65,535 bytes
        } catch (IllegalStateException e) {
            return LinkDelivery.DISCONNECTED; // since a moment
        }
    }

    private void connect(Options made) {
        try {
            Nats.connectAsynchronously(made, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Options options() throws IOException {
        return LinkOptions.of(hub, options)
                .connectionListener(this::changed)
                .errorListener(errors)
                .build();
    }

    @SuppressWarnings("deprecation") // the method of a functional interface
    private void changed(Connection changed, Events event) {
        switch (event) {
            case CONNECTED, RECONNECTED, RESUBSCRIBED -> {
                if (connection == null) {
                    connected(changed);
                } else if (event == Events.RESUBSCRIBED) {
                    up(changed);
                }
            }
            case DISCONNECTED -> {
                disconnected();
                if (closed && connection == null) {
                    end(changed); // it would try again for ever
                }
            }
            case CLOSED -> stopThreads(changed.getOptions());
            default -> LOG.debug("{}: {}", hub, event);
        }
    }

    private void connected(Connection made) {
        connection = made;
        if (closed) {
            close();
            return;
        }
        Dispatcher dispatcher = made.createDispatcher(this::received);
        dispatcher.subscribe(subjects.fromAll());
        dispatcher.subscribe(subjects.toSelf());
        broadcasts = made.createDispatcher(this::received);
        up(made);
    }

    private void up(Connection current) {
        try {
            roundTrip = current.RTT().toNanos();
        } catch (IOException e) {
            LOG.debug("{}: no round trip to the server", hub, e);
        }
        errors.connected();
        synchronized (errors) {
            if (!errors.isOutside()) { // the server's refusals come on their own
                isUp = true;
                receiver.connected(String.valueOf(current.getConnectedUrl()));
            }
        }
    }

    /** Each attempt to connect that fails is an event, too. */
    private void disconnected() {
        synchronized (errors) {
            errors.disconnected();
            if (isUp) {
                isUp = false;
                disconnected.increment();
                LOG.warn("{}: no connection to the cluster; trying again", hub);
                receiver.disconnected();
            }
        }
    }

    /** The server has refused a subject. */
    private void denied(boolean isPublished) {
        if (isPublished) {
            unsent.increment();
        }
        synchronized (errors) {
            if (errors.isOutside() && isUp) {
                isUp = false;
                receiver.disconnected();
            }
        }
    }

    private void received(Message message) {
        if (errors.isOutside()) {
            return;
        }
        received.increment();
        byte[] payload = message.getData();
        try {
            ClusterText text = HeadReader.read(payload == null ? new byte[0] : payload);
            checkSender(text.head().from().hub(), message.getSubject());
            receiver.received(text);
        } catch (IOException e) {
            rejected.increment();
            drops.dropped("of the cluster: " + e.getMessage(), System.nanoTime());
        }
    }

    private static void checkSender(String sender, String subject) throws IOException {
        if (PluginNames.refusal(sender) != null) {
            throw new IOException("from a hub without a name that a hub can have");
        }
        if (!Subjects.isFrom(sender, subject)) {
            throw new IOException("in the name of '" + sender + "', on the subject of another: " + subject);
        }
    }
}
