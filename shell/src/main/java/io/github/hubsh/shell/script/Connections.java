package io.github.hubsh.shell.script;

import io.github.hubsh.shell.script.sandbox.Permissions;
import io.github.hubsh.shell.script.sandbox.Sandbox;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sessions of a script: 0 is that of the shell; the others it has opened itself. Thread-safe. */
final class Connections {
    private final Supplier<Session> own;
    private final Permissions permissions;
    private final Sandbox sandbox;

    // Mutable state, guarded by this
    private final Map<Integer, Session> others = new HashMap<>();
    private int last;

    Connections(Supplier<Session> own, Permissions permissions) {
        this.own = own;
        this.permissions = permissions;
        this.sandbox = new Sandbox(permissions);
    }

    /** Returns a session for lines of the shell, which do no more than the script may. */
    Session sandboxed(int number) {
        return sandbox.around(session(number), own.get().program());
    }

    Session session(int number) {
        if (number == 0) {
            return own.get();
        }
        synchronized (this) {
            Session found = others.get(number);
            if (found != null) {
                return found;
            }
        }
        throw new ShellException(Problem.CANNOT_CONNECT, "the script has closed this connection");
    }

    Network network(int number) {
        return session(number).hub().network();
    }

    /**
     * Returns the files of keys that a script names; an empty one is as the shell has it.
     *
     * @throws ShellException USAGE if one of them is not open to the script
     */
    HubKeys keys(String server, String own) {
        return new HubKeys(readable(server), readable(own), false)
                .or(this.own.get().hub().settings().keys());
    }

    private @Nullable String readable(String file) {
        return file.isEmpty() ? null : permissions.readable(file).toString();
    }

    /** Joins a hub; empty texts and a negative time are as the shell has them. */
    int connect(String uri, String name, Duration timeout, HubKeys keys) {
        SessionSettings like = own.get().hub().settings();
        Session opened = own.get()
                .hub()
                .membership()
                .openAnother(new SessionSettings(
                        uri.isEmpty() ? own.get().hub().network().identity().uri() : uri,
                        name.isEmpty() ? null : name,
                        timeout.isNegative() ? like.timeout() : timeout,
                        like.patience(),
                        List.of(),
                        false,
                        keys));
        try {
            opened.hub().network();
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
        synchronized (this) {
            others.put(++last, opened);
            return last;
        }
    }

    void close(int number) {
        Session opened;
        synchronized (this) {
            opened = others.remove(number);
        }
        if (opened != null) {
            opened.close();
        }
    }

    void close() {
        Map<Integer, Session> all;
        synchronized (this) {
            all = Map.copyOf(others);
            others.clear();
        }
        all.values().forEach(Session::close);
    }
}
