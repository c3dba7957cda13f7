package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.ReceivedReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request on its way, and its reply when that has come. Thread-safe. */
public final class OutstandingRequest {
    /** How often a wait function is called, in milliseconds. */
    private static final long WAIT_FUNCTION_MILLIS = 20;

    private final PluginLoop loop;
    private final ExecuteRequest request;
    private final Duration timeout;
    private final CompletableFuture<ReceivedReply> reply;

    OutstandingRequest(
            PluginLoop loop, ExecuteRequest request, Duration timeout, CompletableFuture<ReceivedReply> reply) {
        this.loop = loop;
        this.request = request;
        this.timeout = timeout;
        this.reply = reply;
    }

    CompletableFuture<ReceivedReply> reply() {
        return reply;
    }

    /**
     * Calls the listener once, with the reply when it has come, or with {@code null} when none can come any more; at
     * once if that is so already. It is called on the thread of the command socket, and must not wait.
     */
    public void onArrival(Consumer<@Nullable ReceivedReply> listener) {
        CompletableFuture<ReceivedReply> unused = reply.whenComplete((received, error) -> listener.accept(received));
    }

    /**
     * Waits for the reply.
     *
     * @param waitFunction called again and again meanwhile, or {@code null}; what it throws ends the wait
     * @throws ReplyTimeoutException if no reply comes in time
     * @throws PluginException if none can come any more, or the thread is interrupted, as its state tells then
     */
    public ReceivedReply await(@Nullable Runnable waitFunction) {
        try {
            return waitFunction == null ? reply.get() : awaitCalling(waitFunction);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while waiting for " + describe(), e);
        } finally {
            if (!reply.isDone()) {
                boolean unused = forget();
            }
        }
    }

    /**
     * Waits until that time of {@link System#nanoTime}, or until the reply has come or none can come any more.
     *
     * @return whether it has ended; an interruption ends the wait alone
     */
    public boolean endsUntil(long nanoTime) {
        try {
            ReceivedReply unused = reply.get(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Stops waiting for the reply: one that comes all the same belongs to no request, and what waits fails.
     *
     * @return whether it has not ended before
     */
    public boolean forget() {
        loop.forget(request.session());
        return reply.completeExceptionally(new PluginException("stopped waiting for " + describe()));
    }

    private ReceivedReply awaitCalling(Runnable waitFunction) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return reply.get(WAIT_FUNCTION_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                waitFunction.run();
            }
        }
    }

    private PluginException failure(@Nullable Throwable cause) {
        if (cause instanceof ReplyTimeoutException) {
            return new ReplyTimeoutException("no reply to " + describe() + " within " + QueryClient.seconds(timeout));
        }
        return cause instanceof PluginException known
                ? known
                : new PluginException("no reply to " + describe(), cause == null ? new IllegalStateException() : cause);
    }

    private String describe() {
        return request.target() + " " + request.command();
    }
}
