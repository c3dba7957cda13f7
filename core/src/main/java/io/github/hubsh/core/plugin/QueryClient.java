package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.Socket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;
import io.github.hubsh.core.wire.MessageWriter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks the hub's query socket, one question at a time.
 *
 * <p>A DEALER that frames like a REQ: the hub sees no difference, and an answer that never comes does not wedge it. The
 * lock makes the asking thread the socket's owner.
 */
final class QueryClient implements AutoCloseable {
    /** Patience in nanoseconds before looking whether anything listens there at all. */
    private static final long PROBE_AFTER = 200_000_000L;

    private static final int PROBE_MILLIS = 1000;
    private static final byte[] DELIMITER = {};

    private final Transport transport;
    private final Endpoint hub;

    // Mutable state, guarded by this
    private @Nullable Socket socket;

    QueryClient(Transport transport, Endpoint hub) {
        this.transport = transport;
        this.hub = hub;
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @throws HubUnreachableException if none comes in time, or nothing listens at the address
     */
    synchronized Message ask(Message request, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Socket asked = open();
        asked.send(Frames.of(DELIMITER, MessageWriter.write(request)));
        long probeAt = System.nanoTime() + PROBE_AFTER;
        boolean probed = hub.isInproc();
        while (true) {
            long now = System.nanoTime();
            if (now - deadline >= 0) {
                close(); // an answer that comes later must not be taken for the next question's
                throw new HubUnreachableException("no hub answers at " + hub + " within " + seconds(timeout));
            }
            if (!probed && now - probeAt >= 0) {
                probed = true;
                probe();
            }
            Message reply = reply(asked.receive((probed ? deadline : Math.min(deadline, probeAt)) - now), request);
            if (reply != null) {
                return reply;
            }
        }
    }

    @Override
    public synchronized void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    private Socket open() {
        Socket open = socket;
        if (open == null) {
            open = transport.open(SocketType.DEALER, null);
            try {
                open.connect(hub);
            } catch (TransportException e) {
                open.close();
                throw new HubUnreachableException(String.valueOf(e.getMessage()));
            }
            socket = open;
        }
        return open;
    }

    /** ZeroMQ connects in the background and never says why it does not succeed; a plain connection does. */
    private void probe() {
        try (java.net.Socket plain = new java.net.Socket()) {
            plain.connect(new InetSocketAddress(InetAddress.getByName(hub.host()), hub.port()), PROBE_MILLIS);
        } catch (ConnectException e) {
            close();
            throw new HubUnreachableException("no hub listens at " + hub + " (connection refused)");
        } catch (IOException e) {
            // unclear: the timeout decides
        }
    }

    private static @Nullable Message reply(@Nullable Frames frames, Message request) {
        if (frames == null) {
            return null;
        }
        try {
            Message reply = MessageReader.read(frames.last());
            return reply.session().equals(request.session()) ? reply : null;
        } catch (MalformedMessageException e) {
            throw new HubUnreachableException("what answers is no hub: " + e.getMessage());
        }
    }

    static String seconds(Duration timeout) {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
