package io.github.hubsh.shell.script;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.argument.FaithfulArguments;
import io.github.hubsh.shell.argument.RequestBuilder;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.ContentKeys;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a script can call. Their arguments are read on the script's thread; the rest may run on any
 * thread, and returns a text.
 */
final class Operations {
    private final Connections connections;

    Operations(Connections connections) {
        this.connections = connections;
    }

    /**
     * Reads an operation and its arguments.
     *
     * @param from where the operation stands; the connection and the rest follow
     */
    Supplier<String> prepare(Value[] a, int from, MessageJournal journal) {
        int connection = a[from + 1].asInt();
        Value[] rest = java.util.Arrays.copyOfRange(a, from + 2, a.length);
        return switch (a[from].asString()) {
            case "execute" -> execute(connection, rest, journal);
            case "ping" -> ping(connection, rest[0].asString(), time(rest[1]));
            case "sh" -> line(connection, rest[0].asString());
            case "describe" -> line(connection, describe(rest[0].asString(), rest[1].asString()));
            case "replay" -> new ReplayCall(connections).prepare(connection, rest[0].asString(), rest[1].asString());
            case "uri" ->
                () -> ScriptText.write(
                        connections.network(connection).identity().uri());
            case "connect" -> connect(rest);
            case "close" ->
                () -> {
                    connections.close(connection);
                    return "";
                };
            default -> throw new IllegalArgumentException(a[from].asString());
        };
    }

    private Supplier<String> execute(int connection, Value[] a, MessageJournal journal) {
        String target = a[0].asString();
        String command = a[1].asString();
        Object body = ScriptText.read(a[2].asString());
        Duration timeout = time(a[3]);
        boolean silent = a[4].asBoolean();
        String encoding = a[5].asString();
        checkEncoding(encoding, body);
        Map<String, @Nullable Object> content = content(ScriptText.read(a[6].asString()));
        return () -> {
            Session session = connections.session(connection);
            String mimeType = encoding.isEmpty()
                    ? likelyMimeType(target, command, body, session)
                    : RequestBuilder.mimeType(encoding);
            Duration patience = timeout.isNegative() ? session.hub().settings().timeout() : timeout;
            Network network = session.hub().network();
            String addressee = network.peers().addressee(target);
            Request request = new Request(addressee, command, body, mimeType, content, silent, patience);
            journal.sent(target, command, body);
            try {
                Reply reply = network.send(request).await();
                journal.came(target, command, reply.value(), reply.roundTrip().toNanos() / 1e6);
                return ScriptText.write(reply.value());
            } catch (ShellException failed) {
                journal.failed(target, command, failed.text());
                throw failed;
            }
        };
    }

    private static Map<String, @Nullable Object> content(@Nullable Object value) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new ShellException(Problem.USAGE, "content: expected an object of keys that stand beside the data");
        }
        if (value instanceof Map<?, ?> keys) {
            keys.forEach((key, each) -> content.put(String.valueOf(key), each));
        }
        content.forEach((key, each) -> {
            String flaw = ContentKeys.flaw(key, each);
            if (flaw != null) {
                throw new ShellException(Problem.USAGE, "content: " + flaw);
            }
        });
        return content;
    }

    /** What is no object of arguments goes as it is. */
    private static String likelyMimeType(String target, String command, @Nullable Object body, Session session) {
        return body instanceof Bytes
                ? Payload.BYTES
                : RequestBuilder.likelyMimeType(body, session.memory().catalog().atHand(target, command));
    }

    private static void checkEncoding(String word, @Nullable Object body) {
        if (!word.isEmpty() && !RequestBuilder.MIME_TYPES.contains(word)) {
            throw new ShellException(
                    Problem.USAGE,
                    "there is no encoding '" + word + "'; there are " + String.join(", ", RequestBuilder.MIME_TYPES));
        }
        if (word.equals("json")) {
            FaithfulArguments.requireJson(body);
        }
    }

    private Supplier<String> ping(int connection, String target, Duration timeout) {
        return () -> {
            Session session = connections.session(connection);
            Network network = session.hub().network();
            Duration patience = timeout.isNegative() ? session.hub().settings().timeout() : timeout;
            Duration roundTrip = network.ping(
                    target.isEmpty()
                            ? network.identity().hubName()
                            : network.peers().addressee(target),
                    patience);
            return "=" + roundTrip.toNanos() / 1e6;
        };
    }

    /** Runs a line of the shell; several results are a list. */
    private Supplier<String> line(int connection, String line) {
        Session own = connections.session(0);
        return () -> {
            List<@Nullable Object> results = new ArrayList<>();
            own.language().run(line, connections.sandboxed(connection), outcome -> {
                if (outcome instanceof Outcome.Value value) {
                    results.add(value.value());
                } else if (outcome instanceof Outcome.Text text) {
                    results.add(String.join("\n", text.lines()));
                } else if (outcome instanceof Outcome.Heard heard) {
                    results.add(ScriptBroadcast.object(heard.broadcast(), null));
                } else if (outcome instanceof Outcome.Recorded recorded) {
                    results.add(ScriptBroadcast.object(recorded.heard().broadcast(), null));
                } else if (outcome instanceof Outcome.Exchange exchange) {
                    results.add(exchange.facts());
                } else if (outcome instanceof Outcome.Row row) {
                    results.add(row.facts());
                }
            });
            return results.isEmpty() ? "" : ScriptText.write(results.size() == 1 ? results.get(0) : results);
        };
    }

    private Supplier<String> connect(Value[] a) {
        String uri = a[0].asString();
        String name = a[1].asString();
        Duration timeout = time(a[2]);
        HubKeys keys = connections.keys(a[3].asString(), a[4].asString());
        return () -> "=" + connections.connect(uri, name, timeout, keys);
    }

    private static String describe(String target, String command) {
        return VerbName.DESCRIBE.text() + " " + quoted(target) + (command.isEmpty() ? "" : " " + quoted(command));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static Duration time(Value millis) {
        return Duration.ofNanos((long) (millis.asDouble() * 1e6));
    }
}
