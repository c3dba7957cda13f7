package io.github.hubsh.core.plugin;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a socket on a thread of its own. The caller's thread may be interrupted at any time, and an interrupt inside
 * JeroMQ closes channels that other sockets need.
 */
final class SocketOpener {
    private SocketOpener() {}

    /**
     * Returns a connected socket, which the caller owns from now on.
     *
     * @param prepare receives the socket before it connects
     * @throws RuntimeException of the transport, if it cannot be connected; then nothing is left open
     */
    static MessageSocket connected(
            Transport transport,
            SocketType type,
            @Nullable String identity,
            Endpoint hub,
            Consumer<MessageSocket> prepare) {
        CompletableFuture<MessageSocket> opened = new CompletableFuture<>();
        Thread unused = DaemonThreads.start("hubsh-open", () -> {
            try {
                opened.complete(open(transport, type, identity, hub, prepare));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        try {
            return opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private static MessageSocket open(
            Transport transport,
            SocketType type,
            @Nullable String identity,
            Endpoint hub,
            Consumer<MessageSocket> prepare) {
        MessageSocket socket = transport.open(type, identity);
        try {
            prepare.accept(socket);
            socket.connect(hub);
            return socket;
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
