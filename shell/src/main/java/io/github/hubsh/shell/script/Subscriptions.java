package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Broadcast;
import io.github.hubsh.shell.session.Broadcasts;
import io.github.hubsh.shell.session.Condition;
import io.github.hubsh.shell.session.Filter;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The broadcasts that a script listens to: a thread for each filter, which posts to the script's inbox. */
final class Subscriptions {
    private static final int MOST = 100;
    private static final int HANDSHAKES = 20;
    private static final Duration HANDSHAKE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connections connections;
    private final Inbox inbox;
    private final Supplier<Kit> kit;
    private final Supplier<Session> session;

    // Mutable state, of the script's thread
    private final Map<Integer, Listening> open = new HashMap<>();

    Subscriptions(Connections connections, Inbox inbox, Supplier<Kit> kit, Supplier<Session> session) {
        this.connections = connections;
        this.inbox = inbox;
        this.kit = kit;
        this.session = session;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Takes the number, the connection, type, source and target, and a jq expression; listens when it returns. */
    String open(Value[] a) {
        if (open.size() >= MOST) {
            throw new ShellException(Problem.USAGE, "more than " + MOST + " handlers at once");
        }
        int id = a[0].asInt();
        Filter filter = new Filter(text(a[3]), text(a[4]), text(a[2]));
        String where = text(a[5]);
        Condition condition =
                where == null ? value -> true : session.get().language().condition(Words.of(where));
        // Replies are timed by their requests, so all is listened to, and chosen from here.
        Network network = connections.network(a[1].asInt());
        Broadcasts broadcasts = network.listen(Filter.EVERYTHING);
        if (open.isEmpty()) {
            awaitFirst(network, broadcasts);
        }
        Listening listening = new Listening(broadcasts, filter, condition, new Receiver(id));
        open.put(id, listening);
        listening.start("hubsh-js-listen-" + id);
        return "=null";
    }

    /**
     * A hub takes a moment to hear of a subscription, and what it publishes until then is lost. So it is asked something,
     * until its own words come by; hubs that keep them to themselves cost some milliseconds.
     */
    private static void awaitFirst(Network network, Broadcasts broadcasts) {
        for (int tries = 0; tries < HANDSHAKES; tries++) {
            network.ping(network.hubName(), PATIENCE);
            if (broadcasts.next(HANDSHAKE) != null) {
                return;
            }
        }
    }

    Object close(int id) {
        Listening listening = open.remove(id);
        if (listening != null) {
            listening.stop();
        }
        return "";
    }

    void close() {
        Map.copyOf(open).values().forEach(Listening::stop);
        open.clear();
    }

    private static @Nullable String text(Value value) {
        String text = value.asString();
        return text.isEmpty() ? null : text;
    }

    /** Posts what is heard to the script. */
    private final class Receiver implements Listening.Receiver {
        private final int id;

        Receiver(int id) {
            this.id = id;
        }

        @Override
        public void heard(Broadcast broadcast, Map<String, @Nullable Object> object) {
            String text = ScriptText.write(object);
            inbox.postUnlessFull(() -> {
                warnOfDropped();
                if (open.containsKey(id)) {
                    kit.get().heard(id, text);
                }
            });
        }

        @Override
        public void ended(ShellException why) {
            String text = ScriptText.failure(why);
            inbox.post(() -> {
                if (open.containsKey(id)) {
                    kit.get().heard(id, text);
                }
            });
        }

        private void warnOfDropped() {
            long dropped = inbox.takeDropped();
            if (dropped > 0) {
                session.get().display().warn(dropped + " broadcasts came faster than the script took them");
            }
        }
    }
}
