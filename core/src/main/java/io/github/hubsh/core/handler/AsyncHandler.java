package io.github.hubsh.core.handler;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Executes a command whose result comes later, without a thread that waits for it. The requests to all such commands of
 * a plugin start one at a time, in the order in which they came.
 */
@FunctionalInterface
public interface AsyncHandler {
    /**
     * Starts one request; the next one starts when this returns.
     *
     * @return what is completed with the result, as one of the value types of the {@code content} room, {@code null}
     *     for no data; or with an exception, which is the error reply as one that is thrown here
     * @throws Exception any exception: the error reply has its class, message and stack trace
     */
    CompletableFuture<@Nullable Object> start(Call call) throws Exception;
}
