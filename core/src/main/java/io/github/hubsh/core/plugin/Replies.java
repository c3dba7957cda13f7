package io.github.hubsh.core.plugin;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waiting for a reply, and what is in it. */
final class Replies {
    /** How often a wait function is called, in milliseconds. */
    private static final long WAIT_FUNCTION_MILLIS = 20;

    private Replies() {}

    /**
     * Waits for the reply, calling the wait function meanwhile.
     *
     * @param giveUp called when the caller stops waiting before the reply has come
     */
    static ReceivedReply await(
            CompletableFuture<ReceivedReply> reply, ExecuteRequest request, ExecuteOptions options, Runnable giveUp) {
        try {
            Runnable waitFunction = options.waitFunction();
            return waitFunction == null ? reply.get() : awaitCalling(waitFunction, reply);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), request, options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while waiting for " + describe(request), e);
        } finally {
            if (!reply.isDone()) {
                giveUp.run();
            }
        }
    }

    /** Returns the reply's value; throws its error. */
    static @Nullable Object value(ExecuteReply reply) {
        RemoteError error = reply.error();
        if (error != null) {
            throw new RemoteErrorException(error);
        }
        try {
            return ContentData.decode(reply.result());
        } catch (ContentException e) {
            throw new PluginException("the result cannot be read: " + e.getMessage(), e);
        }
    }

    private static ReceivedReply awaitCalling(Runnable waitFunction, CompletableFuture<ReceivedReply> reply)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return reply.get(WAIT_FUNCTION_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                waitFunction.run();
            }
        }
    }

    private static PluginException failure(@Nullable Throwable cause, ExecuteRequest request, ExecuteOptions options) {
        if (cause instanceof ReplyTimeoutException) {
            return new ReplyTimeoutException(
                    "no reply to " + describe(request) + " within " + QueryClient.seconds(options.timeout()));
        }
        return cause instanceof PluginException known
                ? known
                : new PluginException(
                        "no reply to " + describe(request), cause == null ? new IllegalStateException() : cause);
    }

    private static String describe(ExecuteRequest request) {
        return request.target() + " " + request.command();
    }
}
