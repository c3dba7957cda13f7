package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.ResultCondition;
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
    private static final int MAX_HANDLERS = 100;
    private static final int MAX_HANDSHAKES = 20;
    private static final Duration HANDSHAKE = Duration.ofMillis(10);
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(1);

    private final Connections connections;
    private final Inbox inbox;
    private final Supplier<ScriptRuntime> runtime;
    private final Supplier<Session> session;

    // Mutable state, of the script's thread
    private final Map<Integer, BroadcastSubscription> open = new HashMap<>();

    Subscriptions(Connections connections, Inbox inbox, Supplier<ScriptRuntime> runtime, Supplier<Session> session) {
        this.connections = connections;
        this.inbox = inbox;
        this.runtime = runtime;
        this.session = session;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Takes the number, the connection, type, source and target, and a jq expression; listens when it returns. */
    String open(Value[] a) {
        if (open.size() >= MAX_HANDLERS) {
            throw new ShellException(Problem.USAGE, "more than " + MAX_HANDLERS + " handlers at once");
        }
        int id = a[0].asInt();
        BroadcastFilter filter = new BroadcastFilter(text(a[3]), text(a[4]), text(a[2]));
        String where = text(a[5]);
        ResultCondition condition =
                where == null ? value -> true : session.get().language().condition(ScriptWords.of(where));
        // Replies are timed by their requests, so all is listened to, and chosen from here.
        Network network = connections.network(a[1].asInt());
        BroadcastStream broadcasts = network.listen(BroadcastFilter.EVERYTHING);
        if (open.isEmpty()) {
            awaitFirst(network, broadcasts);
        }
        BroadcastSubscription listening = new BroadcastSubscription(broadcasts, filter, condition, new Receiver(id));
        open.put(id, listening);
        listening.start("hubsh-js-listen-" + id);
        return "=null";
    }

    /**
     * A hub takes a moment to hear of a subscription, and what it publishes until then is lost. So this method asks the
     * hub until its own messages arrive; hubs that do not publish them cost some milliseconds.
     */
    private static void awaitFirst(Network network, BroadcastStream broadcasts) {
        for (int tries = 0; tries < MAX_HANDSHAKES; tries++) {
            network.ping(network.identity().hubName(), HANDSHAKE_TIMEOUT);
            if (broadcasts.next(HANDSHAKE) != null) {
                return;
            }
        }
    }

    Object close(int id) {
        BroadcastSubscription listening = open.remove(id);
        if (listening != null) {
            listening.stop();
        }
        return "";
    }

    void close() {
        Map.copyOf(open).values().forEach(BroadcastSubscription::stop);
        open.clear();
        warnOfDropped();
    }

    private void warnOfDropped() {
        long dropped = inbox.takeDropped();
        if (dropped > 0) {
            warn(dropped + " broadcasts came faster than the script took them");
        }
    }

    private void warn(String sentence) {
        session.get().io().display().say(MessageLevel.WARNING, sentence);
    }

    private static @Nullable String text(Value value) {
        String text = value.asString();
        return text.isEmpty() ? null : text;
    }

    /** Posts what is heard to the script. */
    private final class Receiver implements BroadcastSubscription.Receiver {
        private final int id;

        Receiver(int id) {
            this.id = id;
        }

        @Override
        public void heard(TimedBroadcast broadcast, Map<String, @Nullable Object> object) {
            String text = ScriptText.write(object);
            inbox.postUnlessFull(text.length(), () -> {
                warnOfDropped();
                if (open.containsKey(id)) {
                    runtime.get().heard(id, text);
                }
            });
        }

        @Override
        public void ended(ShellException why) {
            String text = ScriptText.failure(why);
            inbox.post(() -> {
                if (open.containsKey(id)) {
                    runtime.get().heard(id, text);
                }
            });
        }

        @Override
        public void missed(MissedBroadcasts missed) {
            inbox.post(() -> missed.sentences().forEach(Subscriptions.this::warn));
        }
    }
}
