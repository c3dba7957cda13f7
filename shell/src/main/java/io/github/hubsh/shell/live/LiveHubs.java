package io.github.hubsh.shell.live;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.hub.HubPorts;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.knowledge.LastPorts;
import io.github.hubsh.shell.session.EmbeddedHubs;
import io.github.hubsh.shell.session.KeyMaker;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hubs in this process. */
final class LiveHubs implements EmbeddedHubs {
    /** The port of hubs, where hubsh looks for one if none is named. */
    private static final int DEMO_PORT = 31_000;

    private static final int MAX_DEMO_PORTS = 20;

    private final Display display;
    private final HubMemory names;
    private final Consumer<String> connect;
    private final LastPorts lastPorts;

    // Mutable state, guarded by this
    private @Nullable DemoNetwork demo;
    private boolean playing;

    LiveHubs(Display display, HubMemory names, Consumer<String> connect, LastPorts lastPorts) {
        this.display = display;
        this.names = names;
        this.connect = connect;
        this.lastPorts = lastPorts;
    }

    @Override
    public void serveHub(ServedHub asked) {
        Endpoint address = address(asked.uri());
        String http = asked.http();
        try (ServedClients clients = ServedClients.of(asked.keys(), address);
                Hub hub = started(asked, ports(asked, address), clients)) {
            keepPorts(hub, address);
            if (http == null) {
                announce(hub, asked, clients);
                HubCluster.await(hub, asked.cluster(), display);
                awaitEnd("the hub is stopped");
            } else {
                serveShown(hub, asked, clients, http);
            }
        }
    }

    private void serveShown(Hub hub, ServedHub asked, ServedClients clients, String http) {
        try (HubPage page = HubPage.open(hub, http)) {
            announce(hub, asked, clients);
            page.announce(display);
            HubCluster.await(hub, asked.cluster(), display);
            awaitEnd("the hub is stopped");
        }
    }

    private void announce(Hub hub, ServedHub asked, ServedClients clients) {
        display.say(MessageLevel.NOTE, "hub '" + hub.name() + "' listens at " + hub.queryUri() + "; Ctrl-C stops it");
        clients.tell(display);
        boolean open = asked.keys().key() == null && !asked.keys().insecure();
        if (open && !address(asked.uri()).isLoopback()) {
            display.say(
                    MessageLevel.WARNING,
                    "other machines reach this hub without keys, and may do all that its plugins can do:"
                            + " use --curve (help curve), or --insecure");
        }
    }

    @Override
    public KeyMaker keys() {
        return new LocalKeyMaker();
    }

    @Override
    public String startDemo(@Nullable String uri, List<FakePlugin> fakes) {
        DemoNetwork started;
        synchronized (this) {
            if (demo != null) {
                throw new ShellException(Problem.USAGE, "the demo runs already").hint("see plugins");
            }
            started = demoAt(uri, plugins(fakes));
            demo = started;
            playing = !fakes.isEmpty();
        }
        connect.accept(started.uri());
        started.commands().forEach((plugin, commands) -> commands.forEach(command -> names.learn(plugin, command)));
        return started.uri();
    }

    private static List<Function<String, Plugin>> plugins(List<FakePlugin> fakes) {
        List<Function<String, Plugin>> plugins = new ArrayList<>();
        for (FakePlugin fake : fakes) {
            plugins.add(hub -> FakePlugins.plugin(fake, hub));
        }
        return plugins.isEmpty() ? DemoNetwork.PLUGINS : plugins;
    }

    private static DemoNetwork demoAt(@Nullable String uri, List<Function<String, Plugin>> plugins) {
        for (int port = DEMO_PORT; uri == null && port < DEMO_PORT + MAX_DEMO_PORTS; port++) {
            try {
                return DemoNetwork.start("tcp://127.0.0.1:" + port, plugins);
            } catch (TransportException taken) {
                // The next one may be free.
            }
        }
        try {
            return DemoNetwork.start(uri == null ? "tcp://127.0.0.1:*" : uri, plugins);
        } catch (TransportException e) {
            throw unusable(e);
        } catch (PluginException e) {
            throw new ShellException(Problem.CANNOT_CONNECT, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void awaitDemo() {
        awaitEnd("the demo is stopped");
    }

    /** The address differs at every start. */
    @Override
    public synchronized boolean isDemo(String uri) {
        return demo != null && demo.uri().equals(uri);
    }

    @Override
    public synchronized boolean playsRecording() {
        return playing;
    }

    synchronized void close() {
        if (demo != null) {
            demo.close();
            demo = null;
        }
    }

    /** The last ports are those of an address that is the same next time. */
    private HubPorts ports(ServedHub asked, Endpoint address) {
        LastPorts.Ports last = address.port() == 0 ? LastPorts.Ports.UNKNOWN : lastPorts.of(address.toString());
        return new HubPorts(port(asked.commandPort(), last.command()), port(asked.publishPort(), last.publish()));
    }

    private static HubPorts.Port port(int asked, int last) {
        return asked == 0
                ? new HubPorts.Port(last, HubPorts.Rule.PREFERRED)
                : new HubPorts.Port(asked, HubPorts.Rule.FIXED);
    }

    private void keepPorts(Hub hub, Endpoint address) {
        if (address.port() != 0) {
            lastPorts.keep(address.toString(), new LastPorts.Ports(port(hub.commandUri()), port(hub.publishUri())));
        }
    }

    private static Hub named(ServedHub asked) {
        String name = asked.name();
        try {
            return new Hub(asked.uri(), name == null ? Hub.DEFAULT_NAME : name);
        } catch (IllegalArgumentException e) {
            throw new ShellException(Problem.USAGE, String.valueOf(e.getMessage()), e)
                    .hint("choose another with --name, or hub-name in the configuration");
        } catch (TransportException e) {
            throw unusable(e);
        }
    }

    private static Hub started(ServedHub asked, HubPorts ports, ServedClients clients) {
        Hub hub = named(asked).ports(ports);
        try {
            Duration away = asked.away();
            if (away != null) {
                hub.awayTimeout(away);
            }
            Long memory = asked.memory();
            if (memory != null) {
                hub.memory(memory);
            }
            clients.guard(hub);
            HubCluster.join(hub, asked.cluster());
            hub.reset();
            return hub;
        } catch (IllegalArgumentException e) {
            throw new ShellException(Problem.USAGE, String.valueOf(e.getMessage()), e)
                    .hint("give it more, for example --memory 64m");
        } catch (TransportException e) {
            throw unusable(e);
        }
    }

    private static Endpoint address(String uri) {
        try {
            return Endpoint.parse(uri);
        } catch (TransportException e) {
            throw unusable(e);
        }
    }

    private static int port(String uri) {
        return Endpoint.parse(uri).port();
    }

    private static ShellException unusable(TransportException failure) {
        return new ShellException(Problem.CANNOT_CONNECT, String.valueOf(failure.getMessage()), failure)
                .hint("choose another address, for example tcp://127.0.0.1:*");
    }

    /** A hub serves until it is interrupted. */
    private static void awaitEnd(String stopped) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted(stopped).hint("its plugins keep running without it");
        }
    }
}
