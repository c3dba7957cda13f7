package io.github.hubsh.shell.knowledge;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one hub's plugins. Thread-safe: the wire teaches it while Tab reads. */
public final class Knowledge {
    private final Facts facts;
    private final InstantSource clock;
    private final Map<String, Description> declared;

    // Mutable state, guarded by this
    private final PendingRequests requests = new PendingRequests();

    /**
     * Starts with what the user declared.
     *
     * @param declared by plugin, each in the shape of an answer to {@code describe}
     */
    public Knowledge(Limits limits, InstantSource clock, Map<?, ?> declared) {
        this(new Facts(limits), clock, Descriptions.declared(declared, limits));
    }

    private Knowledge(Facts facts, InstantSource clock, Map<String, Description> declared) {
        this.facts = facts;
        this.clock = clock;
        this.declared = declared;
    }

    /** Learns from a message that passed the hub, or went to it or came from it. */
    public void heard(Message message) {
        if (message instanceof ExecuteRequest request) {
            synchronized (this) {
                requests.add(request, false);
            }
        } else if (message instanceof ExecuteReply reply) {
            replied(reply);
        }
    }

    /** Learns from a request of ours; its reply is {@link #heard}. */
    public synchronized void sent(ExecuteRequest request) {
        requests.add(request, true);
    }

    /** Learns that a plugin has a command. */
    public synchronized void learn(String plugin, String command) {
        facts.command(plugin, command);
    }

    /** Takes a plugin's answer to {@code describe}; what it answered before is forgotten. */
    public synchronized void describe(String plugin, @Nullable Object answer) {
        Description description = Description.of(answer, KnowledgeOrigin.DESCRIBED, facts.limits());
        facts.describe(plugin, description == null ? Description.NOTHING : description);
    }

    /** Takes note that a plugin does not describe itself, or no longer. */
    public synchronized void describesNothing(String plugin) {
        facts.describe(plugin, Description.NOTHING);
    }

    /** Learns what another knows. */
    public void learnFrom(Knowledge other) {
        Map<String, Object> all = other.snapshot();
        restore(all);
    }

    /** Returns the names of the plugins of which something was learned, sorted. */
    public synchronized List<String> plugins() {
        return new ArrayList<>(new TreeSet<>(facts.plugins().keySet()));
    }

    /** Returns the names of a plugin's commands, sorted. */
    public synchronized List<String> commands(String plugin) {
        TreeSet<String> names = new TreeSet<>(declared(plugin).commands().keySet());
        PluginFacts known = facts.find(plugin);
        if (known != null) {
            names.addAll(known.described.commands().keySet());
            names.addAll(known.seen.keySet());
        }
        return new ArrayList<>(names);
    }

    /** Returns what is known of a command, or {@code null}. */
    public synchronized @Nullable KnownCommand command(String plugin, String command) {
        PluginFacts known = facts.find(plugin);
        KnownCommand described =
                known == null ? null : known.described.commands().get(command);
        CommandFacts seen = known == null ? null : known.seen.get(command);
        return MergedKnowledge.of(
                command, described, declared(plugin).commands().get(command), seen);
    }

    /** Returns whether a command has answered several times, and never with data. */
    public synchronized boolean answersNothing(String plugin, String command) {
        PluginFacts known = facts.find(plugin);
        CommandFacts seen = known == null ? null : known.seen.get(command);
        return seen != null && seen.answers > 1 && !seen.gaveData;
    }

    /** Returns when a plugin answered last, or {@code null} if it never did. */
    public synchronized @Nullable Instant lastAnswer(String plugin) {
        PluginFacts known = facts.find(plugin);
        Instant last = Instant.EPOCH;
        for (CommandFacts command : known == null ? List.<CommandFacts>of() : known.seen.values()) {
            last = command.lastTime.isAfter(last) ? command.lastTime : last;
        }
        return last.equals(Instant.EPOCH) ? null : last;
    }

    /** Returns what each command answered last, sorted by plugin and command. */
    public synchronized List<LastValue> lastValues() {
        return facts.lastValues();
    }

    /** Returns all that was learned as plain values, for {@link #restore}. */
    synchronized Map<String, Object> snapshot() {
        return Snapshot.of(facts);
    }

    /**
     * Returns this and what others wrote before; of that the oldest goes, if it is too much.
     *
     * @param before snapshots, the oldest first
     */
    synchronized Knowledge over(List<Map<?, ?>> before) {
        Facts all = new Facts(facts.limits());
        before.forEach(snapshot -> Snapshot.restore(snapshot, all));
        Snapshot.restore(Snapshot.of(facts), all);
        return new Knowledge(all, clock, declared);
    }

    /** Learns what an earlier session knew. What is not understood is left out. */
    synchronized void restore(Map<?, ?> snapshot) {
        Snapshot.restore(snapshot, facts);
    }

    /** Returns how often it has learned something: equal numbers are equal knowledge. */
    synchronized long changes() {
        return facts.changes();
    }

    /** Returns how many characters are remembered, about. */
    synchronized long length() {
        return facts.length();
    }

    private Description declared(String plugin) {
        return declared.getOrDefault(plugin, Description.NOTHING);
    }

    private void replied(ExecuteReply reply) {
        PendingRequests.Pending pending;
        synchronized (this) {
            pending = requests.answeredBy(reply);
        }
        if (reply.error() != null) {
            if (!reply.error().isUnknownCommand() && !reply.error().isUnsupportedRoute()) {
                learn(reply.source(), reply.command());
            }
            return;
        }
        Payload sent = pending == null ? null : pending.request().arguments();
        Object arguments = sent == null ? null : decoded(sent);
        Object result = decoded(reply.result());
        synchronized (this) {
            if (pending != null && arguments instanceof Map<?, ?> named) {
                facts.arguments(reply.source(), reply.command(), named, encoding(sent), pending.own());
            }
            facts.answered(reply.source(), reply.command(), result, clock.instant());
        }
    }

    private static String encoding(@Nullable Payload sent) {
        return switch (sent == null ? "" : sent.mimeType()) {
            case Payload.PICKLE -> "pickle";
            case Payload.JSON -> "json";
            case Payload.YAML -> "yaml";
            default -> "other";
        };
    }

    private static @Nullable Object decoded(Payload payload) {
        if (!PendingRequests.isShort(payload)) {
            return Facts.TOO_LARGE;
        }
        return ContentData.decodeOrExplain(payload);
    }
}
