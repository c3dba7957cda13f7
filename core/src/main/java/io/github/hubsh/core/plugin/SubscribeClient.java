package io.github.hubsh.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import java.util.function.Consumer;

/** The subscribe socket, connected to one hub, and its thread. */
final class SubscribeClient implements AutoCloseable {
    private final MessageSocket socket;
    private final SocketLoop loop;

    SubscribeClient(
            Transport transport,
            String name,
            Endpoint hub,
            SubscribeOptions options,
            Consumer<Frames> received,
            Consumer<Throwable> failures) {
        socket = SocketOpener.connected(
                transport,
                SocketType.SUB,
                null,
                hub,
                opened -> options.sources().forEach(source -> opened.subscribe(source.getBytes(UTF_8))));
        loop = new SocketLoop(name + "-subscribe", socket, received::accept, failures);
        loop.start();
    }

    void subscribe(String source) {
        loop.execute(() -> socket.subscribe(source.getBytes(UTF_8)));
    }

    void unsubscribe(String source) {
        loop.execute(() -> socket.unsubscribe(source.getBytes(UTF_8)));
    }

    @Override
    public void close() {
        loop.close();
    }
}
