package io.github.hubsh.core.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of this host for what a test starts later. Each is bound, without a listener, until this process ends: so the
 * system gives it to no other test meanwhile, and who asks for it by its number gets it, as servers let an address be
 * used again.
 */
public final class ReservedPorts {
    private static final List<Socket> BOUND = new ArrayList<>();

    private ReservedPorts() {}

    /** Returns a port that the system chooses, and at which nothing listens. */
    public static synchronized int next() {
        try {
            Socket socket = new Socket();
            BOUND.add(socket);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
