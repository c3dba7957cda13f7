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
    private final SubscribeOptions options;
    private final Consumer<Frames> received;
    private final SocketLoop loop;

    SubscribeClient(
            Transport transport,
            String name,
            Endpoint hub,
            SubscribeOptions options,
            Consumer<Frames> received,
            Consumer<Throwable> failures) {
        this.options = options;
        this.received = received;
        socket = SocketOpener.connected(transport, SocketType.SUB, null, hub, this::prepare);
        loop = new SocketLoop(
                name + "-subscribe", socket, options.conflated() ? this::conflate : received::accept, failures);
        loop.start();
    }

    private void prepare(MessageSocket opened) {
        opened.limitReceived(options.receiveHighWaterMark(), options.receiveBufferBytes());
        options.sources().forEach(source -> opened.subscribe(source.getBytes(UTF_8)));
    }

    /** Passes on the newest of what waits; in an endless flood, one now and then. */
    private void conflate(Frames first) {
        Frames newest = first;
        Frames next = first;
        for (int i = 0; next != null && i < options.receiveHighWaterMark(); i++) {
            newest = next;
            next = socket.receive(0);
        }
        received.accept(next == null ? newest : next);
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
