package io.github.hubsh.shell.conformance;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.shell.demo.DemoNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The demo's network with the plugins that the documentation speaks of, and one that asks again and again while a test
 * wants that.
 */
final class Lab implements AutoCloseable {
    private final DemoNetwork demo = DemoNetwork.start();
    private final List<Plugin> plugins = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    // Mutable state
    private volatile boolean trafficWanted;

    Lab() {
        AtomicInteger polls = new AtomicInteger();
        add(new Plugin("microdrop.electrode_controller_plugin", demo.uri())
                .command("set_electrode_state", Payload.JSON, call -> call.arguments())
                .command("goto_step", Payload.JSON, call -> call.arguments()));
        add(new Plugin("dropbot_plugin", demo.uri())
                .command("find_liquid", Payload.JSON, call -> List.of("electrode043"))
                .command(
                        "channels",
                        Payload.JSON,
                        call -> List.of(channel("e1", 1), channel("e2", 0), channel("e3", 1))));
        // Every third reply has a value.
        add(new Plugin("dstat-interface", demo.uri())
                .command(
                        "acquisition_complete",
                        Payload.JSON,
                        call -> polls.incrementAndGet() % 3 == 0 ? Map.of("points", 20) : null));
        Plugin traffic = add(new Plugin("traffic", demo.uri()));
        // One after the other, so that request and reply alternate for a watcher.
        var unused = clock.scheduleWithFixedDelay(() -> ask(traffic), 0, 20, TimeUnit.MILLISECONDS);
    }

    String uri() {
        return demo.uri();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        plugins.forEach(Plugin::close);
        demo.close();
    }

    /** Says whether there is traffic to watch: every program at the hub takes time to read it. */
    void traffic(boolean wanted) {
        trafficWanted = wanted;
    }

    private void ask(Plugin traffic) {
        if (!trafficWanted) {
            return;
        }
        try {
            traffic.execute("plugin_a", "do_thing", Map.of("x", 1));
        } catch (PluginException slow) {
            // The next try may succeed.
        }
    }

    private Plugin add(Plugin plugin) {
        plugins.add(plugin);
        plugin.reset();
        return plugin;
    }

    private static Map<String, Object> channel(String electrode, int state) {
        return Map.of("electrode_id", electrode, "state", state);
    }
}
