package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.ServedCommand;
import io.github.hubsh.shell.session.network.ServedPlugin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that a script serves. Requests reach the script's thread in the order in which they came; an asynchronous
 * command answers later, and the script owes that until then.
 */
final class ScriptPlugins {
    private static final long MAX_MINUTES = 60;
    private static final int MAX_WAITING_REQUESTS = 10_000;
    private static final long LEAVE_TIMEOUT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Connections connections;
    private final Inbox inbox;
    private final Supplier<ScriptRuntime> runtime;
    private final Map<Integer, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    // Mutable state, of the script's thread
    private final Map<Integer, ServedPlugin> open = new HashMap<>();

    ScriptPlugins(Connections connections, Inbox inbox, Supplier<ScriptRuntime> runtime) {
        this.connections = connections;
        this.inbox = inbox;
        this.runtime = runtime;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Returns whether a requester waits for an answer. */
    boolean hasPendingRequests() {
        return !asked.isEmpty();
    }

    /** Takes the number, the connection, the name, and what the commands are. */
    String open(Value[] a) {
        int id = a[0].asInt();
        Network network = connections.network(a[1].asInt());
        List<ServedCommand> commands = new ArrayList<>();
        if (ScriptText.read(a[3].asString()) instanceof List<?> described) {
            for (Object each : described) {
                if (each instanceof Map<?, ?> command) {
                    commands.add(command(id, command));
                }
            }
        }
        open.put(id, network.peers().serve(a[2].asString(), commands));
        return "=null";
    }

    /** Takes a plugin that is on the hub. */
    void add(int id, ServedPlugin service) {
        open.put(id, service);
    }

    Object close(int id) {
        ServedPlugin service = open.remove(id);
        if (service != null) {
            service.close();
            awaitLeft(service.name());
        }
        return "";
    }

    /** Waits until the hub knows that the plugin is gone: earlier requests are lost. Hubs of others never know. */
    private void awaitLeft(String name) {
        Network joined = connections.session(0).hub().joined();
        long end = System.nanoTime() + LEAVE_TIMEOUT_NANOS;
        while (joined != null
                && System.nanoTime() < end
                && joined.peers().plugins().contains(name)) {
            Thread.onSpinWait();
        }
    }

    void close() {
        Map.copyOf(open).values().forEach(ServedPlugin::close);
        open.clear();
        asked.values().forEach(answer -> answer.complete(""));
    }

    /** Takes the script's answer: a value, or an error as {@code errors.js} describes it. */
    Object answer(int call, String text) {
        CompletableFuture<String> answer = asked.remove(call);
        if (answer != null) {
            answer.complete(text);
        }
        return "";
    }

    private ServedCommand command(int service, Map<?, ?> command) {
        String name = String.valueOf(command.get("name"));
        Object documentation = command.get("documentation");
        return new ServedCommand(
                name,
                documentation == null ? null : String.valueOf(documentation),
                schemas(command.get("arguments")),
                Boolean.TRUE.equals(command.get("more")),
                examples(command.get("examples")),
                (source, data) -> ask(service, name, source, data).handle(ScriptPlugins::value));
    }

    /**
     * Tells the script of a request that is answered without it, and waits until it knows; on any thread but the
     * script's.
     */
    void tell(int service, String command, String source, @Nullable Object data) {
        try {
            String unused = ask(service, command, source, data).get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | ScriptFailure ended) {
            // The answer does not depend on the script.
        }
    }

    /** Returns what is completed with what the script answers, as a text. */
    private CompletableFuture<String> ask(int service, String command, String source, @Nullable Object data)
            throws ScriptFailure {
        if (asked.size() >= MAX_WAITING_REQUESTS) {
            throw new ScriptFailure("the script is busy: try again", "");
        }
        int call = last.incrementAndGet();
        String arguments = ScriptText.write(data);
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(call, answer);
        inbox.request(() -> runtime.get().asked(call, service, command, source, arguments));
        return answer.orTimeout(MAX_MINUTES, TimeUnit.MINUTES).whenComplete((text, late) -> asked.remove(call));
    }

    private static @Nullable Object value(@Nullable String text, @Nullable Throwable late) {
        if (text == null) {
            throw new CompletionException(new ScriptFailure("the script did not answer", ""));
        }
        if (text.isEmpty()) {
            throw new CompletionException(new ScriptFailure("the script has ended", ""));
        }
        if (text.charAt(0) != '!') {
            return ScriptText.read(text);
        }
        ErrorDetails told = ErrorDetails.read(text.substring(1));
        String name = told.text("name");
        throw new CompletionException(
                new ScriptFailure((name.isEmpty() ? "" : name + ": ") + told.text("message"), told.text("stack")));
    }

    /** The error that the requester receives, with the name of this class, which is therefore a meaningful one. */
    static final class ScriptFailure extends Exception {
        private static final long serialVersionUID = 1L;
        private static final Pattern FRAME = Pattern.compile("^    at (?:(.*) \\()?(.*?):(\\d{1,9}):\\d+\\)?$");

        ScriptFailure(String message, String stack) {
            super(message);
            setStackTrace(stack.lines()
                    .filter(line -> line.startsWith("    at "))
                    .map(ScriptFailure::frame)
                    .toArray(StackTraceElement[]::new));
        }

        private static StackTraceElement frame(String line) {
            Matcher frame = FRAME.matcher(line);
            return frame.matches()
                    ? new StackTraceElement(
                            "js",
                            frame.group(1) == null ? "module" : frame.group(1),
                            frame.group(2),
                            Integer.parseInt(frame.group(3)))
                    : new StackTraceElement("js", line.strip(), null, -1);
        }
    }

    private static Map<String, Map<String, @Nullable Object>> schemas(@Nullable Object described) {
        Map<String, Map<String, @Nullable Object>> schemas = new LinkedHashMap<>();
        if (described instanceof Map<?, ?> map) {
            map.forEach((name, schema) -> schemas.put(String.valueOf(name), object(schema)));
        }
        return schemas;
    }

    private static List<Map<String, @Nullable Object>> examples(@Nullable Object described) {
        List<Map<String, @Nullable Object>> examples = new ArrayList<>();
        if (described instanceof List<?> list) {
            list.forEach(each -> examples.add(object(each)));
        }
        return examples;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> object.put(String.valueOf(key), each));
        }
        return object;
    }
}
