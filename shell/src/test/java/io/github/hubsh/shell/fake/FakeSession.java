package io.github.hubsh.shell.fake;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.EmbeddedHubs;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.HubMembership;
import io.github.hubsh.shell.session.KeyMaker;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.memory.LineHistory;
import io.github.hubsh.shell.session.memory.Observations;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.LastValue;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session without any hub: it joins a {@link FakeNetwork}, and writes down what it is asked to do. */
public final class FakeSession
        implements Session, HubAccess, HubMembership, Catalog, Observations, LineHistory, EmbeddedHubs {
    public final List<String> calls = new ArrayList<>();
    public final FakeNetwork network = new FakeNetwork();
    public final List<ServedHub> hubs = new ArrayList<>();
    public final Map<String, KnownCommand> known = new HashMap<>();
    public final List<LastValue> last = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    public volatile boolean hubIsThere = true;

    /** The last one that was asked for. */
    public Learner learner;

    /** What runs lines beside the statement, if a test wants that. */
    public @Nullable StatementLanguage language;

    /** Whether the memory knows who is registered, as that of a prompt does. */
    public boolean knowsPlugins = true;

    /** What is opened as another session, if one can be. */
    public FakeSession another;

    /** What joining waits for. */
    public CountDownLatch door = new CountDownLatch(0);

    private final List<String> remembered = new CopyOnWriteArrayList<>();
    private final SessionMemory memory = new SessionMemory(this, new ContextInUse(), this);
    private final Dialog dialog = new Dialog();
    private final ProgramAccess program = new ProgramAccess(this);
    private SessionSettings settings;
    private final FileAccess files;
    private final Display display;
    private volatile boolean joined;
    private volatile boolean left;
    private volatile boolean lost;
    private boolean playsRecording;
    private final List<Consumer<HubEvent>> hubListeners = new CopyOnWriteArrayList<>();

    public FakeSession(SessionSettings settings, FileAccess files, Display display) {
        this.settings = settings;
        this.files = files;
        this.display = display;
    }

    @Override
    public HubAccess hub() {
        return this;
    }

    @Override
    public HubMembership membership() {
        return this;
    }

    @Override
    public StatementLanguage language() {
        if (language == null) {
            throw new IllegalStateException("no statement runs");
        }
        return language;
    }

    @Override
    public SessionSettings settings() {
        return memory.preferences().applyTo(settings);
    }

    @Override
    public SessionMemory memory() {
        return memory;
    }

    @Override
    public InputOutput io() {
        return new InputOutput(files, display, dialog);
    }

    @Override
    public ProgramAccess program() {
        return program;
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
        left = false;
        lost = false;
        return network;
    }

    /** Lets the user answer what is asked from now on. */
    public void willAnswer(String... lines) {
        answers.addAll(List.of(lines));
        dialog.setQuestions(question -> {
            calls.add(question);
            String answer = answers.remove(0);
            if (answers.isEmpty()) {
                dialog.setQuestions(null);
            }
            return answer;
        });
    }

    /** Ends the hub, which the connection finds out. */
    public void loseHub() {
        hubIsThere = false;
        joined = false;
        lost = true;
        happened(HubEvent.Kind.LOST);
    }

    /** Lets the hub come back, which the connection finds out. */
    public void returnHub() {
        hubIsThere = true;
        joined = true;
        lost = false;
        happened(HubEvent.Kind.BACK);
    }

    /** Tells everyone that listens. */
    public void happened(HubEvent.Kind kind) {
        HubEvent event = new HubEvent(kind, Instant.parse("2024-01-01T10:00:00Z"), network.identity());
        hubListeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public List<Consumer<HubEvent>> hubListeners() {
        return hubListeners;
    }

    @Override
    public Network joinUnhurried() {
        return joined || left || lost ? null : network();
    }

    @Override
    public Session openAnother(SessionSettings other) {
        if (another == null) {
            throw new ShellException(Problem.USAGE, "there is only one session here");
        }
        another.settings = other;
        return another;
    }

    @Override
    public void switchTo(SessionSettings other) {
        settings = other;
        joined = false;
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        HubContext context = memory.context().at(settings.hub());
        if (context != null) {
            new ContextGuard(context).permit(request, confirmed, dialog);
        }
    }

    @Override
    public boolean disconnect() {
        boolean was = joined;
        left = true;
        joined = false;
        return was;
    }

    @Override
    public DraftMessage draft(Request request) {
        return new DraftMessage(request, "{\"content\":{\"command\":" + Json.write(request.command()) + "}}");
    }

    @Override
    public List<String> plugins() {
        return knowsPlugins ? network.plugins : List.of();
    }

    @Override
    public List<String> commands(String plugin) {
        return Map.of(
                        "plugin_a",
                        List.of("dispense", "do_other", "do_thing"),
                        "microdrop.dropbot",
                        List.of("find_liquid"))
                .getOrDefault(plugin, List.of());
    }

    @Override
    public KnownCommand command(String plugin, String command) {
        if (known.containsKey(command)) {
            return known.get(command);
        }
        if (plugin.equals("plugin_a") && command.equals("dispense")) {
            return FakeCommands.DISPENSE;
        }
        return commands(plugin).contains(command) ? FakeCommands.seen(command) : null;
    }

    @Override
    public KnownCommand atHand(String plugin, String command) {
        return command(plugin, command);
    }

    @Override
    public Learner learner() {
        learner = FakeLearner.create();
        return learner;
    }

    @Override
    public Observations observations() {
        return this;
    }

    @Override
    public List<LastValue> lastValues() {
        return last.isEmpty()
                ? List.of(new LastValue("plugin_a", "dispense", Instant.parse("2024-01-01T10:00:00.5Z"), 5L))
                : last;
    }

    @Override
    public boolean answersNothing(String plugin, String command) {
        return command.equals("nothing");
    }

    @Override
    public Instant lastSeen(String plugin) {
        return plugin.equals("plugin_a") ? Instant.parse("2024-01-01T10:00:00.5Z") : null;
    }

    @Override
    public List<String> lines() {
        return remembered.isEmpty() ? List.of("status", "ping hub", "exit") : remembered;
    }

    @Override
    public void addEarlier(String line) {}

    @Override
    public List<String> earlier() {
        return List.of("ping pump --count 3");
    }

    @Override
    public int firstNumber() {
        return 1;
    }

    @Override
    public void add(String line) {
        remembered.add(line);
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    public void serveHub(ServedHub hub) {
        hubs.add(hub);
        String away = hub.away() == null ? "" : " " + hub.away();
        String memory = hub.memory() == null ? "" : " " + hub.memory();
        String cluster = hub.cluster() == null ? "" : " " + hub.cluster();
        calls.add("hub " + hub.uri() + " " + hub.name() + " " + hub.commandPort() + " " + hub.publishPort() + away
                + memory
                + cluster
                + (hub.http() == null ? "" : " at " + hub.http()));
    }

    @Override
    public KeyMaker keys() {
        return new KeyMaker() {
            @Override
            public String generate(String name) {
                calls.add("keygen " + name);
                return "Z".repeat(40);
            }

            @Override
            public List<HealthCheck> check(HubKeys keys) {
                return List.of();
            }

            @Override
            public HealthCheck check(ServedCluster cluster) {
                return HealthCheck.ok("cluster", cluster.servers().toString());
            }
        };
    }

    @Override
    public boolean isDemo(String uri) {
        return false;
    }

    @Override
    public boolean playsRecording() {
        return playsRecording;
    }

    @Override
    public String startDemo(@Nullable String uri, List<FakePlugin> fakes) {
        String names = fakes.isEmpty()
                ? ""
                : " as " + fakes.stream().map(FakePlugin::name).toList();
        calls.add((uri == null ? "demo" : "demo " + uri) + names);
        joined = true;
        playsRecording = !fakes.isEmpty();
        return uri == null ? "tcp://127.0.0.1:31000" : uri;
    }

    @Override
    public void awaitDemo() {
        calls.add("serve the demo");
        throw ShellException.interrupted("the demo is stopped");
    }
}
