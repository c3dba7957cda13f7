package io.github.hubsh.core.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hub, plugin or client in CPython with pyzmq, run from {@code src/test/resources/python} as a process of its own.
 *
 * <p>A peer prints one JSON object a line, the first when it is ready, and ends when its stdin closes; so it never
 * outlives the test, not even one whose virtual machine was killed. Methods may be called from any thread. Call
 * {@link Requires#python()} first.
 */
public final class PythonPeer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final long END_MILLIS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    // What the reader leaves at the end of stdout; a peer's own lines are never empty.
    private static final String END = "";

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Thread complaining;
    private final JsonNode ready;

    private PythonPeer(String script, List<String> arguments) {
        this.name = script + " " + String.join(" ", arguments);
        this.process = launch(script, arguments);
        follow("stdout", process.getInputStream(), lines::add);
        this.complaining = follow("stderr", process.getErrorStream(), complaints::add);
        this.ready = awaitReady();
    }

    /** A hub on a port of its own choice; {@code arguments} as {@code peer_hub.py} has them. */
    public static PythonPeer hub(String... arguments) {
        return start("peer_hub.py", arguments);
    }

    /** A plugin that is registered and whose command socket is known to work when this returns. */
    public static PythonPeer plugin(String hubUri, String name, String... options) {
        return start("peer_plugin.py", concat(List.of("--hub", hubUri, "--name", name), options));
    }

    /** A client that asks once; its lines are the replies. */
    public static PythonPeer client(String hubUri, String target, String command, String... options) {
        return start(
                "peer_client.py", concat(List.of("--hub", hubUri, "--target", target, "--command", command), options));
    }

    /** A client that prints every broadcast from here on. */
    public static PythonPeer subscriber(String hubUri, String... options) {
        return start("peer_client.py", concat(List.of("--hub", hubUri, "--subscribe"), options));
    }

    /** Starts any script of that folder; returns when it is ready. */
    public static PythonPeer start(String script, String... arguments) {
        return new PythonPeer(script, List.of(arguments));
    }

    /** The hub that the peer is, or is connected to. */
    public String queryUri() {
        return ready.path("query_uri").asText();
    }

    /** What the peer said when it was ready. */
    public JsonNode ready() {
        return ready;
    }

    /** The next line of output. */
    public JsonNode next(Duration deadline) {
        try {
            String line = lines.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError(failure("said nothing for " + deadline.toMillis() + " ms"));
            }
            if (line.equals(END)) {
                lines.add(END);
                complaining.join(END_MILLIS);
                throw new AssertionError(failure("has ended"));
            }
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(failure("said what is not JSON"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + name, e);
        }
    }

    /** The next {@code count} lines, all within the deadline. */
    public List<JsonNode> next(int count, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        List<JsonNode> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(next(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        }
        return all;
    }

    /** What the peer wrote on stderr. */
    public String complaints() {
        return String.join("\n", complaints).stripTrailing();
    }

    /** Ends the process as a crash would: it says goodbye to no peer. */
    public void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** Stops the process, which keeps its connections and is silent: SIGSTOP. */
    public void suspend() {
        signal("STOP");
    }

    /** Lets the process continue: SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new AssertionError(failure("takes no SIG" + name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        if (!await(Duration.ofSeconds(3))) {
            kill();
        }
    }

    private JsonNode awaitReady() {
        try {
            JsonNode first = next(START);
            if (first.path("ready").asBoolean()) {
                return first;
            }
            throw new AssertionError(failure("is not ready but says " + first));
        } catch (AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private boolean await(Duration deadline) {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String failure(String what) {
        return name + " " + what + "\n" + complaints();
    }

    private Thread follow(String stream, InputStream input, Consumer<String> line) {
        Thread thread = new Thread(() -> read(input, line), name + " " + stream);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(InputStream input, Consumer<String> line) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (@Nullable String next = reader.readLine(); next != null; next = reader.readLine()) {
                line.accept(next);
            }
        } catch (IOException e) {
            // The process was destroyed.
        } finally {
            line.accept(END);
        }
    }

    private static Process launch(String script, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Tools.python().orElseThrow(() -> new IllegalStateException("Requires.python() was not asked")));
        command.add(PythonScripts.folder().resolve(script).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] concat(List<String> first, String... then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return all.toArray(new String[0]);
    }
}
