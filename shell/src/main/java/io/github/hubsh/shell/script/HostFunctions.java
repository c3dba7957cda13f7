package io.github.hubsh.shell.script;

import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a script can reach: one function each. They are called on the script's thread, take and give texts
 * and numbers, and report a failure as a text: an exception would reach the script as an object of the host.
 */
final class HostFunctions {
    private static final Value[] NONE = {};

    private final Script script;
    private final ScriptThread thread;
    private final Inbox inbox;
    private final Connections connections;
    private final HostCalls calls;
    private final Subscriptions subscriptions;
    private final ScriptRecordings recordings;
    private final ScriptPlugins services;
    private final RecordedPlugins recorded;
    private final ScriptFileAccess reach;
    private final List<String> arguments;
    private final Map<String, ProxyExecutable> functions = new HashMap<>();
    private final long start = System.nanoTime();

    // Mutable state, of the script's thread
    private final Set<Integer> timers = new HashSet<>();
    private @Nullable ScriptConsole console;

    HostFunctions(
            Script script,
            ScriptThread thread,
            Inbox inbox,
            ScriptEnvironment environment,
            Limits limits,
            List<String> arguments) {
        this.script = script;
        this.thread = thread;
        this.inbox = inbox;
        this.arguments = arguments;
        Permissions permissions = new Permissions(environment.directory(), limits);
        this.connections = new Connections(script::session, permissions);
        this.services = new ScriptPlugins(connections, inbox, script::runtime);
        this.recorded = new RecordedPlugins(connections, services);
        this.calls = new HostCalls(connections, services, thread, inbox, script::runtime);
        this.subscriptions = new Subscriptions(connections, inbox, script::runtime, script::session);
        this.recordings = new ScriptRecordings(connections, script::session);
        this.reach = new ScriptFileAccess(environment, permissions);
        describeTime();
        describeCalls();
        describeRest();
    }

    Map<String, ProxyExecutable> functions() {
        return functions;
    }

    HostCalls calls() {
        return calls;
    }

    /** Sends what the script prints elsewhere; {@code null} for the display. On the script's thread. */
    void printTo(@Nullable ScriptConsole other) {
        console = other;
    }

    /** Adds a function before the script begins. */
    void add(String name, ProxyExecutable function) {
        functions.put(name, function);
    }

    /** Returns whether something may still happen to the script. On the script's thread. */
    boolean isPending() {
        return isAtWork() || subscriptions.isOpen() || services.isOpen();
    }

    private boolean isAtWork() {
        return !timers.isEmpty() || calls.isPending();
    }

    /** Returns what keeps a script that only waits for others; none while it does something. On the script's thread. */
    List<String> openEnds() {
        return isAtWork()
                ? List.of()
                : Stream.of(
                                subscriptions.isOpen() ? "listens to broadcasts" : "",
                                services.isOpen() ? "serves a plugin" : "")
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    void timerFired(int id) {
        timers.remove(id);
    }

    /** Ends all that is pending; nothing waits for it any longer. On the script's thread. */
    void cancelAll() {
        Set.copyOf(timers).forEach(inbox::cancelTimer);
        timers.clear();
        calls.close();
        subscriptions.close();
        recordings.close();
        services.close();
    }

    void close() {
        calls.close();
        subscriptions.close();
        recordings.close();
        services.close();
        connections.close();
    }

    private void describeTime() {
        add("now", a -> (System.nanoTime() - start) / 1e6);
        add("timer", a -> {
            timers.add(a[0].asInt());
            inbox.timer(a[0].asInt(), a[1].asDouble());
            return "";
        });
        add("cancelTimer", a -> {
            timers.remove(a[0].asInt());
            inbox.cancelTimer(a[0].asInt());
            return "";
        });
        add("background", a -> {
            timers.remove(a[0].asInt());
            return "";
        });
        add(
                "pump",
                a -> guarded(() -> {
                    if (thread.once(
                            Inbox.Ready.FOR_EVENTS, TimeUnit.MICROSECONDS.toNanos((long) (a[0].asDouble() * 1000)))) {
                        Microtasks.run();
                    }
                    return "";
                }));
    }

    private void describeCalls() {
        add("call", a -> noticing(calls.call(a)));
        add("start", a -> calls.start(a));
        add("forget", a -> calls.forget(a[0].asInt()));
        add("listen", a -> noticing(guarded(() -> subscriptions.open(a))));
        add("unlisten", a -> subscriptions.close(a[0].asInt()));
        add("record", a -> noticing(guarded(() -> recordings.open(a))));
        add("recorded", a -> guarded(() -> recordings.totals(a[0].asInt())));
        add("unrecord", a -> noticing(guarded(() -> recordings.stop(a[0].asInt()))));
        add("serve", a -> noticing(guarded(() -> services.open(a))));
        add("serveRecorded", a -> noticing(guarded(() -> recorded.open(a))));
        add("unserve", a -> services.close(a[0].asInt()));
        add("answer", a -> services.answer(a[0].asInt(), a[1].asString()));
    }

    private void describeRest() {
        add("print", a -> print(a[0].asString(), a[1].asString()));
        add("table", a -> {
            script.session().io().display().show(Outcome.value(ScriptText.read(a[0].asString())));
            return "";
        });
        add("make", a -> guarded(() -> PythonValues.make(a[0].asString(), a[1].asString())));
        add("options", a -> ScriptRuntime.text("options.json"));
        add("exit", a -> {
            script.end(ShellException.exit(a[0].asInt()));
            return null;
        });
        add("args", a -> ScriptText.write(arguments));
        add("done", a -> completed(false, a));
        add("failed", a -> completed(true, a));
        add("readText", a -> guarded(() -> reach.readText(a[0].asString())));
        add("readBytes", a -> guarded(() -> reach.readBytes(a[0].asString())));
        add("writeText", a -> guarded(() -> reach.writeText(a[0].asString(), a[1].asString(), a[2].asBoolean())));
        add("environment", a -> guarded(reach::environment));
    }

    /** What a call gives; the interruption of one is made known. */
    private Object noticing(Object text) {
        if (ScriptText.isInterruption(text)) {
            script.turns().notice();
        }
        return text;
    }

    private Object print(String level, String text) {
        ScriptConsole elsewhere = console;
        try {
            (elsewhere != null
                            ? elsewhere
                            : new ScriptConsole.OfDisplay(script.session().io().display()))
                    .print(level, text);
        } catch (ShellException failed) {
            throw failed;
        } catch (RuntimeException gone) {
            // The reader of the output is gone: the script ends, as the program does.
            script.end(gone);
            throw ShellException.interrupted("the script has ended");
        }
        return "";
    }

    private Object completed(boolean failed, Value[] a) {
        script.completed(new ScriptResult.Result(failed, a.length == 0 ? "" : a[0].asString()));
        return "";
    }

    /** A call that may fail. */
    interface Guarded {
        String run();
    }

    static String guarded(Guarded call) {
        try {
            return call.run();
        } catch (ShellException failed) {
            return ScriptText.failure(failed);
        }
    }

    /** For a call beside the script's thread: what waits for it has to end, even where the call has a defect. */
    static String guardedBeside(Guarded call) {
        try {
            return guarded(call);
        } catch (RuntimeException | StackOverflowError defect) {
            return ScriptText.failure(new ShellException(Problem.INTERNAL, defect.toString(), defect));
        }
    }

    /** For callers that have nothing to hand in. */
    static Value[] nothing() {
        return NONE;
    }
}
