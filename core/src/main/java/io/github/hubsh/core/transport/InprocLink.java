package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.Command;
import io.github.hubsh.core.zmtp.Octets;
import io.github.hubsh.core.zmtp.ZmtpSocketType;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One connection in this process: two queues, one in each direction, and what each side has said about it. The arrays
 * are handed over, not copied. Each side has one thread; the two meet only here.
 */
public final class InprocLink {
    private final ZmtpSocketType type;
    private final Octets identity;
    private final Runnable clientCall;
    private final Queue<Input> toServer = new ConcurrentLinkedQueue<>();
    private final Queue<Parcel> toClient = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytesToServer = new AtomicLong();

    private volatile @Nullable Runnable serverCall;
    private volatile @Nullable Octets serverIdentity;
    private volatile @Nullable String refusal;
    private volatile boolean ended; // by the server
    private volatile boolean closed; // by the client

    /**
     * What a client sends: a message or a command.
     *
     * @param frames of a message; {@code null} for a command
     * @param command {@code null} for a message
     * @param size in bytes
     */
    public record Input(@Nullable Frames frames, @Nullable Command command, long size) {}

    /** A message for the client. */
    public interface Parcel {
        Frames frames();

        /** The client has taken it. Called on the client's thread; does not wait. */
        void taken();
    }

    /** @param clientCall called when there is something new for the client; does not wait */
    InprocLink(ZmtpSocketType type, Octets identity, Runnable clientCall) {
        this.type = type;
        this.identity = identity;
        this.clientCall = clientCall;
    }

    /** Returns the type of the client's socket. */
    public ZmtpSocketType type() {
        return type;
    }

    /** Returns the client's routing identity; empty if it has none. */
    public Octets identity() {
        return identity;
    }

    /**
     * The server takes the link over.
     *
     * @param call called when there is something new for the server; does not wait
     */
    public void serve(Runnable call) {
        serverCall = call;
        call.run();
    }

    /** Lets the client in. */
    public void accept(Octets server) {
        serverIdentity = server;
        clientCall.run();
    }

    /** Ends the link for the server. The client comes back by itself. */
    public void end() {
        ended = true;
        clientCall.run();
    }

    /** Ends the link for good. */
    public void refuse(String reason) {
        refusal = reason;
        end();
    }

    /** Returns what the client has sent next, or {@code null}. */
    public @Nullable Input next() {
        Input input = toServer.poll();
        if (input != null) {
            bytesToServer.addAndGet(-input.size());
        }
        return input;
    }

    /** Whether the client has sent nothing more. */
    public boolean isQuiet() {
        return toServer.isEmpty();
    }

    /** Whether the client has closed its socket. */
    public boolean isClosed() {
        return closed;
    }

    /** Sends to the client. */
    public void deliver(Parcel parcel) {
        toClient.add(parcel);
        clientCall.run();
    }

    boolean isAccepted() {
        return serverIdentity != null;
    }

    /** Returns the routing identity of the server. For a link that is accepted. */
    Octets serverIdentity() {
        return Objects.requireNonNull(serverIdentity);
    }

    /** Whether the server has ended it, and all that it has sent was received. */
    boolean isOver() {
        return ended && toClient.isEmpty();
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    /** Sends to the server, which may be slow: returns {@code false} if too much waits for it. */
    boolean send(Frames frames) {
        if (bytesToServer.get() >= WaitingMessages.MAX_BYTES) {
            return false;
        }
        add(new Input(frames, null, WaitingMessages.bytes(frames)));
        return true;
    }

    void send(Command command) {
        add(new Input(null, command, 0));
    }

    /** Takes back what the server has not read. */
    void dropUnsent() {
        while (next() != null) {
            // the next one is dropped, too
        }
    }

    /** Returns the next message of the server, or {@code null}. */
    @Nullable
    Frames receive() {
        Parcel parcel = toClient.poll();
        if (parcel == null) {
            return null;
        }
        parcel.taken();
        return parcel.frames();
    }

    void close() {
        closed = true;
        callServer();
    }

    private void add(Input input) {
        bytesToServer.addAndGet(input.size());
        toServer.add(input);
        callServer();
    }

    private void callServer() {
        Runnable call = serverCall;
        if (call != null) {
            call.run();
        }
    }
}
