package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.transport.Transport;
import io.github.hubsh.core.wire.PluginFrames;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The command socket, connected to one hub, and its thread. */
final class CommandClient implements AutoCloseable, CommandSender.Target {
    private final String hubName;
    private final MessageSocket socket;
    private final Outbox outbox;
    private final SocketLoop loop;

    /**
     * @param received called with the text of every message
     * @param tick called between messages; returns nanoseconds until it wants to be called again
     */
    CommandClient(
            Transport transport,
            String name,
            String hubName,
            Endpoint hub,
            Consumer<byte[]> received,
            LongSupplier tick,
            Consumer<Throwable> failures) {
        this.hubName = hubName;
        this.socket = SocketOpener.connected(transport, SocketType.ROUTER, name, hub, opened -> {});
        this.outbox = new Outbox(socket::send);
        this.loop = new SocketLoop(
                name + "-command",
                socket,
                new SocketLoop.Receiver() {
                    @Override
                    public void received(Frames frames) {
                        received.accept(PluginFrames.text(frames.parts()));
                    }

                    @Override
                    public long idle() {
                        return Math.min(outbox.flush(), tick.getAsLong());
                    }
                },
                failures);
        loop.start();
    }

    /** Sends when the hub can take it. Any thread may call. */
    @Override
    public void send(Message message) {
        Frames frames = new Frames(PluginFrames.command(hubName, message));
        loop.execute(() -> outbox.add(message.session(), frames));
    }

    /** Does not send the message after all, if it has not left yet. */
    @Override
    public void withdraw(String session) {
        loop.execute(() -> outbox.remove(session));
    }

    /** Closes a connection that does not work, and gives up what it was to carry. */
    void abandon() {
        loop.execute(socket::dropUnsent);
        loop.close();
    }

    @Override
    public void close() {
        loop.close();
    }
}
