package io.github.hubsh.shell.live;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.SessionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real hub named {@code lab}, with plugins and sessions of {@code hubsh-ann-bench}; closes all that it made. */
final class LiveBench {
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    final Hub hub = new Hub("tcp://127.0.0.1:*", "lab");

    private final Path locks;
    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();

    /** @param locks where shells agree on who has which name */
    LiveBench(Path locks) {
        this.locks = locks;
        hub.reset();
    }

    /** Connects a plugin, and closes it with the rest. */
    void connect(Plugin plugin) {
        open(plugin);
        plugin.reset(TIMEOUT);
    }

    /** Makes a session for this hub, which is not joined yet. */
    LiveSession session() {
        return session(settings());
    }

    LiveSession session(SessionSettings settings) {
        LiveSession session = new LiveSession(
                settings, new PluginIdentity("hubsh-ann-bench", locks), new NoFiles(), new NotedDisplay());
        open(session::close);
        return session;
    }

    SessionSettings settings() {
        return SessionSettings.ofHub(hub.queryUri());
    }

    /** Closes it too, before all that was opened earlier. */
    void open(AutoCloseable resource) {
        opened.add(0, resource);
    }

    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        hub.close();
    }
}
