package io.github.hubsh.shell.fake;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.ServedCommand;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.network.Traffic;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * A hub with {@code plugin_a} on it: {@code do_thing} and {@code dispense} answer their arguments, {@code text},
 * {@code bytes}, {@code list} answer just that, {@code fail} fails, {@code sleep} runs into its timeout, {@code wait}
 * waits until it is interrupted, {@code nothing} has no data.
 */
public final class FakeNetwork implements Network, Peers {
    public final List<String> plugins = new ArrayList<>(List.of("hub", "plugin_a", "microdrop.dropbot", "hubsh-me"));
    public final List<Request> sent = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Queue<Optional<Object>>> scripted = new HashMap<>();

    /** The whole messages that the replies of some commands come as, where a test needs more than their data. */
    public final Map<String, String> whole = new HashMap<>();

    public final BlockingDeque<TimedBroadcast> broadcasts = new LinkedBlockingDeque<>();
    /** What one who listens to this shell alone hears, as {@link ScriptedBroadcasts}. */
    public final List<Object> ownBroadcasts = new ArrayList<>();

    public final List<HubEvent> hubEvents = new CopyOnWriteArrayList<>();
    public final Map<String, ServedCommand> served = new ConcurrentHashMap<>();
    public final Map<String, FakePlugin> fakes = new ConcurrentHashMap<>();
    public Runnable onPing = () -> {};
    public volatile Duration pingTimeout = Duration.ZERO;
    public Runnable onExecute = () -> {};
    public BroadcastFilter listened;
    public volatile boolean listening;
    public volatile boolean waiting;

    /** Whether a hub without broadcasts is one that is silent rather than gone. */
    public volatile boolean patient;

    /** The plugins that were asked to describe themselves; everything is known already. */
    public final Queue<String> inquired = new ConcurrentLinkedQueue<>();

    /** What the hub tells about its plugins, if it does. */
    public HubReport report;

    /** What the next listener has missed. */
    public volatile MissedBroadcasts missed;

    String hubUri = "";

    @Override
    public HubIdentity identity() {
        return new HubIdentity(hubUri, "hub", "hubsh-me");
    }

    @Override
    public Peers peers() {
        return this;
    }

    @Override
    public String addressee(String target) {
        return target;
    }

    @Override
    public void inquire(String target) {
        inquired.add(target);
    }

    @Override
    public List<String> plugins() {
        return plugins;
    }

    @Override
    public HubReport report() {
        return report;
    }

    /** Does nothing before its reply is waited for. */
    @Override
    public PendingReply send(Request request) {
        return new PendingReply() {
            @Override
            public Reply await() {
                return reply(request);
            }

            @Override
            public void onArrival(Runnable work, Executor threads) {
                threads.execute(work);
            }

            @Override
            public void giveUp() {}
        };
    }

    private Reply reply(Request request) {
        if (!plugins.contains(request.target())) {
            throw failure(request, Problem.NO_SUCH_PLUGIN, "no plugin of that name is at the hub");
        }
        sent.add(request);
        onExecute.run();
        Object value = answer(request);
        String brief = "{\"content\":{\"data\":" + Json.write(value) + "}}";
        return new Reply(value, whole.getOrDefault(request.command(), brief), Duration.ofMillis(2));
    }

    /** Lets a command answer one value after the other, or fail where it is an exception. */
    public void answers(String command, Object... values) {
        Queue<Optional<Object>> queue = new ArrayDeque<>();
        for (Object value : values) {
            queue.add(Optional.ofNullable(value));
        }
        scripted.put(command, queue);
    }

    private static Object scripted(Object value) {
        if (value instanceof ShellException failed) {
            throw failed;
        }
        return value;
    }

    private Object untilInterrupted() {
        waiting = true;
        try {
            new CountDownLatch(1).await();
            return null;
        } catch (InterruptedException stop) {
            throw ShellException.interrupted("stopped waiting");
        } finally {
            waiting = false;
        }
    }

    private Object answer(Request request) {
        Queue<Optional<Object>> next = scripted.get(request.command());
        if (next != null) {
            return scripted(next.remove().orElse(null));
        }
        return switch (request.command()) {
            case "do_thing", "dispense" -> request.body();
            case "text" -> "hello\u001b[31m\nworld";
            case "bytes" -> Bytes.of((byte) 0, (byte) 'h', (byte) 'i');
            case "list" -> Arrays.asList(row("e1", 1L), row("electrode043", 20L));
            case "nothing" -> null;
            case "wait" -> untilInterrupted();
            case "fail" ->
                throw failure(request, Problem.REMOTE_ERROR, "ValueError: too much")
                        .remoteTraceback("Traceback (most recent call last):\n  …\nValueError: too much");
            case "sleep" ->
                throw failure(
                        request,
                        Problem.TIMEOUT,
                        "no reply within " + request.timeout().toSeconds() + " s");
            case "break" -> throw new IllegalStateException("a defect");
            default -> throw failure(request, Problem.NO_SUCH_COMMAND, "the plugin does not have this command");
        };
    }

    private static Map<String, Object> row(String name, Long state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("state", state);
        return row;
    }

    private static ShellException failure(Request request, Problem problem, String message) {
        return new ShellException(problem, message).during(request.target(), request.command());
    }

    @Override
    public Duration ping(String target, Duration timeout) {
        pingTimeout = timeout;
        onPing.run();
        if (target.equals("microdrop.dropbot")) {
            throw new ShellException(Problem.TIMEOUT, "no answer within " + timeout.toSeconds() + " s")
                    .during(target, "ping");
        }
        return Duration.ofNanos(1_234_567);
    }

    @Override
    public BroadcastStream listen(BroadcastFilter filter) {
        if (identity().ownName().equals(filter.source())) {
            return new ScriptedBroadcasts(ownBroadcasts.toArray());
        }
        listened = filter;
        listening = true;
        return new BroadcastStream() {
            @Override
            public TimedBroadcast next(Duration wait) {
                if (broadcasts.isEmpty() && !patient) {
                    throw new ShellException(Problem.HUB_LOST, "the hub is gone");
                }
                TimedBroadcast ready = broadcasts.poll();
                if (ready != null) {
                    return ready; // as the real one, also where the thread is interrupted
                }
                try {
                    return broadcasts.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException stop) {
                    throw ShellException.interrupted("stopped");
                }
            }

            @Override
            public List<HubEvent> hubEvents() {
                List<HubEvent> taken = List.copyOf(hubEvents);
                hubEvents.clear();
                return taken;
            }

            @Override
            public boolean isReady() {
                return !broadcasts.isEmpty();
            }

            @Override
            public MissedBroadcasts missed() {
                MissedBroadcasts taken = missed;
                missed = null;
                return taken == null ? MissedBroadcasts.NONE : taken;
            }

            @Override
            public MissedBroadcasts lastMissed() {
                return missed();
            }

            @Override
            public void close() {
                listening = false;
            }
        };
    }

    @Override
    public ServedPlugin serve(String name, List<ServedCommand> commands) {
        commands.forEach(command -> served.put(command.name(), command));
        plugins.add(name);
        return FakeService.of(name, () -> plugins.remove(name));
    }

    @Override
    public ServedPlugin serve(FakePlugin fake) {
        fakes.put(fake.name(), fake);
        plugins.add(fake.name());
        return FakeService.of(fake.name(), () -> plugins.remove(fake.name()));
    }

    @Override
    public Traffic traffic() {
        return new Traffic(3, 2, 1, 0);
    }
}
