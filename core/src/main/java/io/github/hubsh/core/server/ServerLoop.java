package io.github.hubsh.core.server;

import io.github.hubsh.core.thread.DaemonThreads;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread of a server: all connections of all its sockets, and whatever is posted to it. Any thread may call.
 *
 * <p>A turn is: read what has come, pass the messages on, run what was posted, flush what was written.
 */
public final class ServerLoop implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private static final String LEAK_DETECTION = "io.netty.leakDetection.level";

    static {
        // To look for buffers that are never released takes 4 % of the loop's time. The tests do it.
        if (System.getProperty(LEAK_DETECTION) == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
    }

    private final ServerChannels channels;
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Consumer<Throwable> failures;
    private final ServerMemory memory;
    private final ReadTurns turns = new ReadTurns();
    private final HandshakeTurns handshakes;

    private final List<PeerServer> endedFirst = new CopyOnWriteArrayList<>();

    // Mutable state, the loop's
    private final List<PeerConnection> unflushed = new ArrayList<>();
    private boolean flushPosted;

    private volatile ServerSecurity security = ServerSecurity.NONE;

    private ServerLoop(String name, ServerChannels channels, MemoryBudget budget, Consumer<Throwable> failures) {
        this.channels = channels;
        this.group = new MultiThreadIoEventLoopGroup(1, DaemonThreads.factory(name), channels.ioHandler());
        this.loop = group.next();
        this.failures = failures;
        this.memory = new ServerMemory(budget, this::schedule);
        this.handshakes = new HandshakeTurns(this::schedule);
    }

    /**
     * Starts the thread.
     *
     * @param failures called with what a task throws; the loop continues
     */
    public static ServerLoop start(String threadName, Consumer<Throwable> failures) {
        return start(threadName, new MemoryBudget(MemoryBudget.defaultBytes()), failures);
    }

    /**
     * Starts the thread.
     *
     * @param budget for all its connections
     * @param failures called with what a task throws; the loop continues
     */
    public static ServerLoop start(String threadName, MemoryBudget budget, Consumer<Throwable> failures) {
        return start(threadName, ServerChannels.best(), budget, failures);
    }

    static ServerLoop start(
            String threadName, ServerChannels channels, MemoryBudget budget, Consumer<Throwable> failures) {
        return new ServerLoop(threadName, channels, budget, failures);
    }

    /** Secures all connections of sockets that are bound from now on. */
    public void secure(ServerSecurity wanted) {
        security = wanted;
    }

    /** Returns the memory of all its connections. */
    public MemoryBudget budget() {
        return memory.budget();
    }

    /** Returns how many connections were closed because their peers did not read, or held too much. */
    public long disconnected() {
        return memory.disconnected();
    }

    /** Returns what has gone through its sockets. */
    public ServerTraffic traffic() {
        long ended = memory.ended();
        long opened = memory.opened();
        return new ServerTraffic(opened - ended, opened, turns.bytesRead(), memory.bytesSent());
    }

    /** Runs {@code task} on the loop: at once if this is the loop, else soon. After {@link #close} it is dropped. */
    public void execute(Runnable task) {
        if (loop.inEventLoop()) {
            guarded(task);
        } else if (!loop.isShuttingDown()) {
            loop.execute(() -> guarded(task));
        }
    }

    /** Runs {@code task} on the loop after some time. */
    public void schedule(Runnable task, long nanos) {
        if (!loop.isShuttingDown()) {
            Future<?> unused = loop.schedule(() -> guarded(task), Math.max(0, nanos), TimeUnit.NANOSECONDS);
        }
    }

    /** Ends the thread and closes all connections; waits until this is done, unless the caller is the loop itself. */
    @Override
    public void close() {
        endedFirst.forEach(PeerServer::close);
        endedFirst.clear();
        Future<?> unused = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        if (!loop.inEventLoop()) {
            group.terminationFuture().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Runs {@code task} on the loop, behind what is to be done already. After {@link #close} it is dropped. */
    void post(Runnable task) {
        if (!loop.isShuttingDown()) {
            loop.execute(() -> guarded(task));
        }
    }

    /** Closes a server that is no channel when the loop ends, if it is still open then. */
    void beforeEnd(PeerServer server) {
        endedFirst.add(server);
    }

    boolean isEnding() {
        return loop.isShuttingDown();
    }

    ServerChannels channels() {
        return channels;
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    ServerSecurity security() {
        return security;
    }

    HandshakeTurns handshakes() {
        return handshakes;
    }

    ReadTurns turns() {
        return turns;
    }

    ServerMemory memory() {
        return memory;
    }

    boolean isCurrent() {
        return loop.inEventLoop();
    }

    /** Runs a part of a turn; what it throws ends that part and no more. */
    void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }

    /** Flushes the connection at the end of this turn. */
    void flushLater(PeerConnection connection) {
        unflushed.add(connection);
        enforceLater();
    }

    /** Looks at the end of this turn whether the memory is enough. */
    void enforceLater() {
        if (!flushPosted) {
            flushPosted = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        // A flush may fail at once, and its listeners may write to others: those come next turn.
        flushPosted = false;
        List<PeerConnection> written = List.copyOf(unflushed);
        unflushed.clear();
        written.forEach(PeerConnection::flush);
        memory.enforce();
    }
}
