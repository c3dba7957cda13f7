package io.github.hubsh.core.plugin;

import io.github.hubsh.core.driver.InstanceLog;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.ReceivedReply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends the requests of a plugin, and gives their replies to a caller that waits, later, or calls back. */
record RequestSender(HubConnection connection, PluginLoop loop, InstanceLog log) {
    /** Does not wait. */
    OutstandingRequest send(ExecuteRequest request, Duration timeout) {
        connection.connected();
        return loop.send(request, timeout);
    }

    /** Does not wait. The future is completed on a handler thread. */
    CompletableFuture<ExecuteReply> sendAsync(ExecuteRequest request, Duration timeout) {
        return send(request, timeout)
                .reply()
                .whenCompleteAsync((value, error) -> {}, loop.handlerThreads())
                .thenApply(ReceivedReply::reply)
                .whenComplete((value, error) -> loop.forget(request.session()));
    }

    /** Does not wait. The reply is given to {@code callback} on a handler thread, if it comes in time. */
    void sendAsync(ExecuteRequest request, Duration timeout, Consumer<ExecuteReply> callback) {
        CompletableFuture<Void> called = send(request, timeout)
                .reply()
                .thenAcceptAsync(received -> callback.accept(received.reply()), loop.handlerThreads());
        called.exceptionally(failure -> {
            log.logger().debug("{} of {}: {}", request.command(), request.target(), failure.toString());
            return null;
        });
    }
}
