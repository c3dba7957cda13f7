package io.github.hubsh.core.server;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.InprocAddresses;
import io.github.hubsh.core.transport.InprocLink;
import io.github.hubsh.core.transport.InprocListener;
import io.github.hubsh.core.zmtp.LocalSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An {@code inproc://} address, and the connections of peers in this process. */
final class InprocServer implements PeerServer, InprocListener {
    private static final long CLOSE_SECONDS = 5;

    private final ServerLoop loop;
    private final Endpoint endpoint;
    private final LocalSocket self;
    private final ServerLimits limits;
    private final Peer.Owner owner;

    // Mutable state, the loop's
    private final Set<InprocConnection> connections = new LinkedHashSet<>();
    private final List<InprocLink> waiting = new ArrayList<>(); // until this is open
    private boolean open;
    private boolean closed;

    private InprocServer(ServerLoop loop, Endpoint endpoint, LocalSocket self, ServerLimits limits, Peer.Owner owner) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.self = self;
        this.limits = limits;
        this.owner = owner;
    }

    static InprocServer bind(
            ServerLoop loop, Endpoint endpoint, LocalSocket self, ServerLimits limits, Peer.Owner owner) {
        InprocServer server = new InprocServer(loop, endpoint, self, limits, owner);
        InprocAddresses.bind(endpoint, server);
        loop.beforeEnd(server);
        return server;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public void connected(InprocLink link) {
        loop.post(() -> {
            if (closed) {
                link.end();
            } else if (open) {
                accept(link);
            } else {
                waiting.add(link);
            }
        });
    }

    @Override
    public void open() {
        loop.post(() -> {
            open = true;
            waiting.forEach(this::accept);
            waiting.clear();
        });
    }

    private void accept(InprocLink link) {
        InprocConnection connection = new InprocConnection(loop, link, self, limits, owner);
        connections.add(connection);
        connection.open(() -> connections.remove(connection));
    }

    @Override
    public void close() {
        InprocAddresses.unbind(endpoint, this);
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            closed = true;
            waiting.forEach(InprocLink::end);
            waiting.clear();
            Set.copyOf(connections).forEach(InprocConnection::end);
            // Behind what each of them does at its end.
            loop.post(() -> done.complete(null));
        });
        if (!loop.isCurrent() && !loop.isEnding()) {
            done.completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
