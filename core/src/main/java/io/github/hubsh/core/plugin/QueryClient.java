package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.ConnectRequest;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.PluginFrames;
import io.github.hubsh.core.wire.ReceivedMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the hub's query socket, one question at a time.
 *
 * <p>A DEALER that frames like a REQ: the hub sees no difference, and an answer that never comes does not wedge it.
 * Each exchange has a thread of its own, never the caller's: to interrupt a thread that is inside JeroMQ breaks its
 * sockets.
 */
final class QueryClient implements AutoCloseable {
    /** How long a first answer usually takes at the most; doubled with each doubt. */
    static final Duration LOCAL_TIMEOUT = Duration.ofMillis(40);

    static final Duration REMOTE_TIMEOUT = Duration.ofMillis(500);

    /** The same, on a connection that works: a hub takes half a second to decide whose a name is. */
    static final Duration WORKING_TIMEOUT = Duration.ofSeconds(1);

    /** A hub gives up a connection that answers no heartbeat, as none does that is not read from; ours after 6 s. */
    static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Nanoseconds without an answer before looking whether anything listens there at all. */
    private static final long PROBE_DELAY_NANOS = 100_000_000L;

    /** How often, in nanoseconds, to look whether the asker still waits. */
    private static final long ABANDON_CHECK_NANOS = 100_000_000L;

    private static final int PROBE_MILLIS = 1000;

    private final Transport transport;
    private final Endpoint hub;
    private final LongSupplier clock;

    // Mutable state, guarded by this
    private @Nullable MessageSocket socket;
    private boolean working; // the socket has received an answer
    private long answeredAt; // if it works

    private volatile @Nullable CompletableFuture<Message> underWay;

    QueryClient(Transport transport, Endpoint hub) {
        this(transport, hub, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    QueryClient(Transport transport, Endpoint hub, LongSupplier clock) {
        this.transport = transport;
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @throws HubUnreachableException if none comes in time, or nothing listens at the address
     * @throws PluginException if the thread is interrupted; it stays so
     */
    Message ask(Message request, Duration timeout) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        underWay = answer;
        Thread unused = DaemonThreads.start("hubsh-query", () -> exchange(request, timeout, answer));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PluginException known
                    ? known
                    : new PluginException("the hub cannot be asked: " + e.getCause(), e);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while asking the hub", e);
        }
    }

    /** Makes the question that was asked last fail, if it has no answer yet. Does not wait. */
    void cancel(String reason) {
        CompletableFuture<Message> answer = underWay;
        if (answer != null) {
            answer.completeExceptionally(new HubUnreachableException(reason));
        }
    }

    private synchronized void exchange(Message request, Duration timeout, CompletableFuture<Message> answer) {
        try {
            answer.complete(exchange(request, timeout, answer::isDone));
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private Message exchange(Message request, Duration timeout, BooleanSupplier abandoned) {
        long start = clock.getAsLong();
        if (working && start - answeredAt >= MAX_IDLE_NANOS) {
            close();
        }
        long deadline = start + timeout.toNanos();
        long wait = repeatable(request) ? firstWait() : timeout.toNanos();
        boolean probed = hub.isInproc();
        send(request);
        while (true) {
            Message reply = await(request, Math.min(deadline, clock.getAsLong() + wait), abandoned);
            if (reply != null) {
                working = true;
                answeredAt = clock.getAsLong();
                return reply;
            }
            close(); // an answer that comes later must not be taken for the next question's
            if (abandoned.getAsBoolean() || clock.getAsLong() - deadline >= 0) {
                throw new HubUnreachableException("no hub answers at " + hub + " within " + seconds(timeout));
            }
            if (!probed && clock.getAsLong() - start >= PROBE_DELAY_NANOS) {
                probed = true;
                probe();
            }
            wait *= 2;
            send(request);
        }
    }

    @Override
    public synchronized void close() {
        MessageSocket open = socket;
        socket = null;
        working = false;
        if (open != null) {
            open.close();
        }
    }

    private void send(Message request) {
        open().send(new Frames(PluginFrames.query(request)));
    }

    private @Nullable Frames receive(long timeoutNanos) {
        try {
            return open().receive(timeoutNanos);
        } catch (TransportException refused) {
            close();
            throw HubUnreachableException.of(refused);
        }
    }

    private @Nullable Message await(Message request, long until, BooleanSupplier abandoned) {
        long left = until - clock.getAsLong();
        while (left > 0 && !abandoned.getAsBoolean()) {
            Message reply = reply(receive(Math.min(left, ABANDON_CHECK_NANOS)), request);
            if (reply != null) {
                return reply;
            }
            left = until - clock.getAsLong();
        }
        return null;
    }

    /**
     * How long a first answer may take, in nanoseconds, before we connect again: JeroMQ leaves a share of its
     * connections hanging, and a hub that is merely slow takes the same question twice.
     */
    private long firstWait() {
        if (working) {
            return WORKING_TIMEOUT.toNanos();
        }
        return (hub.isLoopback() ? LOCAL_TIMEOUT : REMOTE_TIMEOUT).toNanos();
    }

    /** Whether asking twice does what asking once does. */
    private static boolean repeatable(Message request) {
        return request instanceof ConnectRequest
                || (request instanceof ExecuteRequest execute
                        && execute.command().equals("register"));
    }

    private MessageSocket open() {
        MessageSocket open = socket;
        if (open == null) {
            open = transport.open(SocketType.DEALER, null);
            try {
                open.connect(hub);
            } catch (TransportException e) {
                open.close();
                throw HubUnreachableException.of(e);
            }
            socket = open;
        }
        return open;
    }

    /** ZeroMQ connects in the background and never says why it does not succeed; a plain connection does. */
    private void probe() {
        if (hub.isIpc()) {
            probeFile();
            return;
        }
        try (java.net.Socket plain = new java.net.Socket()) {
            plain.connect(new InetSocketAddress(InetAddress.getByName(hub.host()), hub.port()), PROBE_MILLIS);
        } catch (ConnectException e) {
            close();
            throw new HubUnreachableException("no hub listens at " + hub + " (connection refused)");
        } catch (IOException e) {
            // unclear: the timeout decides
        }
    }

    /** A Unix-domain socket is there or not: there is no network that could make it unclear. */
    private void probeFile() {
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(hub.host())).close();
        } catch (IOException e) {
            close();
            throw new HubUnreachableException("no hub listens at " + hub + " (" + reason(e) + ")");
        }
    }

    private static String reason(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static @Nullable Message reply(@Nullable Frames frames, Message request) {
        if (frames == null) {
            return null;
        }
        try {
            Message reply =
                    ReceivedMessage.read(PluginFrames.text(frames.parts())).message();
            return reply.session().equals(request.session()) ? reply : null;
        } catch (MalformedMessageException e) {
            throw new HubUnreachableException("the peer is not a hub: " + e.getMessage());
        }
    }

    static String seconds(Duration timeout) {
        long millis = timeout.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
