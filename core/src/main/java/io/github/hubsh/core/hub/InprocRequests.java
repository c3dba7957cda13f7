package io.github.hubsh.core.hub;

import io.github.hubsh.core.server.Account;
import io.github.hubsh.core.server.RouterServer;
import io.github.hubsh.core.server.ServerLoop;
import io.github.hubsh.core.server.SharedBytes;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.MessageSocket;
import io.github.hubsh.core.transport.SocketLoop;
import io.github.hubsh.core.zmtp.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A ROUTER for peers in this process. It has a thread of its own, and hands what comes to the hub's loop. */
final class InprocRequests implements RequestSocket {
    private final ServerLoop loop;
    private final RouterServer.Receiver receiver;
    private final Endpoint endpoint;
    private final SocketLoop thread;

    /** Takes a socket over and binds it. */
    InprocRequests(
            ServerLoop loop,
            MessageSocket socket,
            Endpoint endpoint,
            RouterServer.Receiver receiver,
            Consumer<Throwable> failures) {
        this.loop = loop;
        this.receiver = receiver;
        this.endpoint = bound(socket, endpoint);
        this.thread = new SocketLoop("hub-" + endpoint.host(), socket, this::received, failures).start();
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void send(Octets identity, List<SharedBytes> frames, Account account, Consumer<Delivery> delivered) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(identity.toArray());
        frames.forEach(frame -> parts.add(frame.toArray()));
        thread.send(new Frames(parts), delivery -> loop.execute(() -> delivered.accept(delivery)));
    }

    @Override
    public boolean pass(Octets identity, List<SharedBytes> frames, Account account) {
        return false;
    }

    @Override
    public void close() {
        thread.close();
    }

    /** Binds, or closes the socket and throws. */
    static Endpoint bound(MessageSocket socket, Endpoint endpoint) {
        try {
            return socket.bind(endpoint);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void received(Frames message) {
        Octets identity = Octets.of(message.get(0));
        List<SharedBytes> frames =
                message.parts().stream().skip(1).map(SharedBytes::of).toList();
        loop.execute(() -> receiver.received(identity, frames));
    }
}
