package io.github.hubsh.core.plugin;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Transport;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin wants to hear, and the socket for it, which is open only while there is something to hear. For the
 * holder of the connection's lock, except {@link #options}.
 */
final class Subscription {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration FIRST_ANSWER_TIMEOUT = Duration.ofMillis(300);

    private final String name;
    private final Transport transport;
    private final BroadcastReceiver broadcasts;
    private final Consumer<Throwable> failures;

    // Mutable state
    private volatile SubscribeOptions options;
    private volatile @Nullable SubscribeClient client;
    private volatile Answers answers = Answers.UNKNOWN;

    /** Whether the hub says when a subscription is made. */
    private enum Answers {
        UNKNOWN,
        SOME,
        NONE
    }

    Subscription(
            String name,
            Transport transport,
            SubscribeOptions options,
            BroadcastReceiver broadcasts,
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
        answers = hub.isInproc() ? Answers.NONE : Answers.UNKNOWN;
        client = new SubscribeClient(transport, name, hub, options, broadcasts, failures);
    }

    /**
     * Adds a source.
     *
     * @param hub where to connect, if that is needed; {@code null} if there is no hub
     * @return the socket that subscribes; {@code null} if there is none
     */
    @Nullable
    SubscribeClient add(String source, Supplier<@Nullable Endpoint> hub) {
        options = options.plus(source);
        SubscribeClient current = client;
        if (current != null && !current.isRefused()) {
            current.subscribe(source);
            return current;
        }
        Endpoint reached = hub.get();
        if (reached != null) {
            open(reached);
        }
        return client;
    }

    /**
     * Waits until the hub has made the subscriptions of a socket, so that nothing is missed from now on; not for long
     * at a hub that does not say so. Without the connection's lock.
     */
    void awaitMade(@Nullable SubscribeClient subscribing) {
        Answers known = answers;
        if (subscribing == null || known == Answers.NONE) {
            return;
        }
        boolean answered = subscribing.awaitSubscribed(known == Answers.SOME ? ANSWER_TIMEOUT : FIRST_ANSWER_TIMEOUT);
        if (answered || known == Answers.UNKNOWN) {
            answers = answered ? Answers.SOME : Answers.NONE;
        }
    }

    void remove(String source) {
        SubscribeOptions fewer = options.minus(source);
        if (!fewer.equals(options) && client != null) {
            client.unsubscribe(source);
        }
        options = fewer;
    }

    /** The hub is lost. Any thread may call. */
    void abandon() {
        SubscribeClient abandoned = client;
        if (abandoned != null) {
            abandoned.abandon();
        }
    }

    void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
