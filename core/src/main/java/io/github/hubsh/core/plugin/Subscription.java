package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.Transport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin wants to hear, and the socket for it, which is open only while there is something to hear. For the
 * holder of the connection's lock, except {@link #options}.
 */
final class Subscription {
    private final String name;
    private final Transport transport;
    private final Consumer<Frames> broadcasts;
    private final Consumer<Throwable> failures;

    // Mutable state
    private volatile SubscribeOptions options;
    private @Nullable SubscribeClient client;

    Subscription(
            String name,
            Transport transport,
            SubscribeOptions options,
            Consumer<Frames> broadcasts,
            Consumer<Throwable> failures) {
        this.name = name;
        this.transport = transport;
        this.options = options;
        this.broadcasts = broadcasts;
        this.failures = failures;
    }

    /** Any thread may call. */
    SubscribeOptions options() {
        return options;
    }

    void openIfWanted(Endpoint hub) {
        if (!options.sources().isEmpty()) {
            open(hub);
        }
    }

    /** Connects, again where it is connected. */
    void open(Endpoint hub) {
        close();
        client = new SubscribeClient(transport, name, hub, options, broadcasts, failures);
    }

    /** @param hub where to connect, if that is needed; {@code null} if there is no hub */
    void add(String source, Supplier<@Nullable Endpoint> hub) {
        options = options.plus(source);
        if (client != null) {
            client.subscribe(source);
            return;
        }
        Endpoint reached = hub.get();
        if (reached != null) {
            open(reached);
        }
    }

    void remove(String source) {
        SubscribeOptions fewer = options.minus(source);
        if (!fewer.equals(options) && client != null) {
            client.unsubscribe(source);
        }
        options = fewer;
    }

    void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
