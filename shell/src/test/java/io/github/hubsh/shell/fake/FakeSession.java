package io.github.hubsh.shell.fake;

import io.github.hubsh.core.content.Json;
import io.github.hubsh.shell.command.Display;
import io.github.hubsh.shell.command.Draft;
import io.github.hubsh.shell.command.Files;
import io.github.hubsh.shell.command.Host;
import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.command.Network;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Request;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.command.Settings;
import io.github.hubsh.shell.command.ShellException;
import io.github.hubsh.shell.command.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A session without any hub: it joins a {@link FakeNetwork}, and writes down what it is asked to do. */
public final class FakeSession implements Session, Names, Host {
    public final List<String> calls = new ArrayList<>();
    public final FakeNetwork network = new FakeNetwork();
    public volatile boolean hubIsThere = true;

    /** What joining waits for. */
    public CountDownLatch door = new CountDownLatch(0);

    private final List<String> remembered = new CopyOnWriteArrayList<>();
    private final Workspace workspace = new Workspace();
    private final Settings settings;
    private final Files files;
    private final Display display;
    private volatile boolean joined;

    public FakeSession(Settings settings, Files files, Display display) {
        this.settings = settings;
        this.files = files;
        this.display = display;
    }

    @Override
    public Settings settings() {
        return workspace.over(settings);
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public Network network() {
        return joined ? network : connect(settings.hub());
    }

    @Override
    public Network joined() {
        return joined ? network : null;
    }

    @Override
    public Network connect(String uri) {
        try {
            door.await();
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped");
        }
        if (!hubIsThere) {
            throw new ShellException(Problem.CANNOT_CONNECT, "no hub answers at " + uri);
        }
        if (uri != null) {
            network.hubUri = uri;
        }
        joined = true;
        return network;
    }

    @Override
    public boolean disconnect() {
        boolean was = joined;
        joined = false;
        return was;
    }

    @Override
    public Draft draft(Request request) {
        return new Draft(request, "{\"content\":{\"command\":" + Json.write(request.command()) + "}}");
    }

    @Override
    public Names names() {
        return this;
    }

    @Override
    public List<String> plugins() {
        return network.plugins;
    }

    @Override
    public List<String> commands(String plugin) {
        return Map.of("plugin_a", List.of("do_other", "do_thing"), "microdrop.dropbot", List.of("find_liquid"))
                .getOrDefault(plugin, List.of());
    }

    @Override
    public List<String> history() {
        return remembered.isEmpty() ? List.of("status", "ping hub", "exit") : remembered;
    }

    @Override
    public void remember(String line) {
        remembered.add(line);
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public Display display() {
        return display;
    }

    @Override
    public Host host() {
        return this;
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    public void serveHub(String uri, String name) {
        calls.add("hub " + uri + " " + name);
    }

    @Override
    public void startDemo() {
        calls.add("demo");
        joined = true;
    }
}
