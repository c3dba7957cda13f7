package io.github.hubsh.core.testkit;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.ExecuteOptions;
import io.github.hubsh.core.plugin.Plugin;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A plugin that does nothing wrong and asks the hub and itself all the time: other peers must not prevent its replies.
 */
public final class GoodClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ExecuteOptions OPTIONS = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);

    private final Plugin plugin;
    private final String hubName;
    private final Thread thread = new Thread(this::run, "good-client");
    private final AtomicInteger served = new AtomicInteger();
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    public GoodClient(Hub hub) {
        this(hub.queryUri(), hub.name());
    }

    public GoodClient(String uri, String hubName) {
        plugin = new Plugin("good", uri);
        plugin.reset(TIMEOUT);
        this.hubName = hubName;
        thread.setDaemon(true);
        thread.start();
    }

    public Plugin plugin() {
        return plugin;
    }

    /** Waits until it has been served some more. */
    public void assertServed() {
        int before = served.get();
        Eventually.eventually(() -> failure != null || served.get() > before + 2, TIMEOUT.multipliedBy(2));
        if (failure != null) {
            throw new AssertionError("a good client was not served", failure);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        plugin.close();
    }

    private void run() {
        try {
            while (!closing) {
                plugin.execute(hubName, "ping", Map.of(), OPTIONS);
                plugin.execute("good", "ping", Map.of(), OPTIONS);
                plugin.register(TIMEOUT);
                served.incrementAndGet();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
