package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.VerbName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a script can call. Their arguments are read on the script's thread; the rest may run on any
 * thread.
 */
final class Operations {
    private final Connections connections;

    Operations(Connections connections) {
        this.connections = connections;
    }

    /**
     * Reads an operation and its arguments.
     *
     * @param a the number of the call, the operation, the connection, and the rest
     */
    Operation prepare(Value[] a, MessageJournal journal) {
        int connection = connection(a);
        Value[] rest = Arrays.copyOfRange(a, 3, a.length);
        return switch (a[1].asString()) {
            case "execute" -> new ExecuteCall(() -> connections.session(connection), journal, rest);
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
            default -> throw new IllegalArgumentException(a[1].asString());
        };
    }

    /** Returns the connection among what {@link #prepare} reads. */
    static int connection(Value[] a) {
        return a[2].asInt();
    }

    private Operation ping(int connection, String target, Duration timeout) {
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
    private Operation line(int connection, String line) {
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

    private Operation connect(Value[] a) {
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
        return time(millis.asDouble());
    }

    static Duration time(double millis) {
        return Duration.ofNanos((long) (millis * 1e6));
    }
}
