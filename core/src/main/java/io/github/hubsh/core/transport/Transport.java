package io.github.hubsh.core.transport;

import io.github.hubsh.core.zmtp.SocketSecurity;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Opens sockets. Any thread may call. */
public interface Transport {
    /**
     * Opens a socket, to be owned by the thread that uses it first.
     *
     * @param identity the routing identity that peers see, or {@code null} for one that the peer makes up
     */
    MessageSocket open(SocketType type, @Nullable String identity);

    /** Returns the transport that connects to {@code hub}: this one, or the one that can. */
    default Transport to(Endpoint hub) {
        return this;
    }

    /**
     * Ends the engine and all its sockets, for good; for a process that is about to end. The virtual machine would wait
     * 300 ms for the engine's threads to notice.
     */
    void shutDown();

    /**
     * The transport of this process: each socket connects over a channel of its own. There is no engine to start, to
     * fail and to end.
     */
    static Transport shared() {
        return ChannelTransport.SHARED;
    }

    /**
     * Returns a transport whose sockets have keys: each talks to the hub that has the key of the server, and to no
     * other. A hub in this process needs none.
     */
    static Transport curve(CurveClient client) {
        return new ChannelTransport(SocketSecurity.curveClient(client.server(), client.own(), new SecureRandom()));
    }

    /**
     * The transport of this process on JeroMQ, with one I/O thread for all sockets. Version 0.6.0 loses a handshake now
     * and then, and under load leaves a closed socket connected, whose name then stays in use.
     */
    static Transport jeroMq() {
        return JeroMqTransport.shared();
    }
}
