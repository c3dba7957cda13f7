package io.github.hubsh.shell.live;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.knowledge.KnowledgeFile;
import io.github.hubsh.shell.knowledge.Limits;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.memory.Observations;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.result.LastValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the present hub. The knowledge proper, and the file that keeps it, are opened on first use: a single
 * request does not need them, and is not slowed down by them. Thread-safe.
 */
final class HubMemory implements Catalog, Observations {
    private static final int MAX_LOOKED_AT = 100;
    private static final int SECONDS_BETWEEN_SAVES = 30;

    private final PluginIdentity identity;
    private final ContextInUse contexts;
    private final boolean observing;
    private final SeenNames registry = new SeenNames();

    // Mutable state, guarded by this
    private String hub = "";
    private boolean kept;
    private final RecentExchanges unlearned = new RecentExchanges();
    private List<String> lastRegistry = List.of();
    private @Nullable Path joinedPath; // of the hub that we are at, also when another context was chosen since
    private volatile @Nullable Knowledge knowledge; // read without it, so that Tab never waits for a disk
    private @Nullable Knowledge remembered;
    private final Set<String> lookedAt = new HashSet<>();
    private @Nullable KnowledgeFile file;
    private @Nullable ScheduledExecutorService saver;

    /** @param observing whether every broadcast will arrive, so that there is something to save from time to time */
    HubMemory(PluginIdentity identity, ContextInUse contexts, boolean observing) {
        this.identity = identity;
        this.contexts = contexts;
        this.observing = observing;
    }

    /**
     * Turns to a hub.
     *
     * @param keep whether what is known of it is useful on another day
     */
    synchronized void useHub(String uri, boolean keep) {
        if (!uri.equals(hub)) {
            forgetAll();
        }
        hub = uri;
        kept = keep;
    }

    /** Without a registry they are those that are known from before: Tab completes a network that is not there. */
    @Override
    public List<String> plugins() {
        List<String> there = registry.plugins();
        return there.isEmpty() ? remembered(openNow()) : there;
    }

    private synchronized List<String> remembered(Knowledge open) {
        TreeSet<String> names = new TreeSet<>(open.plugins());
        names.addAll(lastRegistry);
        return new ArrayList<>(names);
    }

    @Override
    public List<String> commands(String plugin) {
        return openNow().commands(plugin);
    }

    @Override
    public @Nullable KnownCommand command(String plugin, String command) {
        return openNow().command(plugin, command);
    }

    @Override
    public @Nullable KnownCommand atHand(String plugin, String command) {
        Knowledge open = opened();
        Knowledge atHand = open != null ? open : remembered(plugin);
        return atHand == null ? null : atHand.command(plugin, command);
    }

    /** What earlier runs have kept, to look at: a single request must not pay for learning and saving. */
    private synchronized @Nullable Knowledge remembered(String plugin) {
        Path path = lookedAt.size() < MAX_LOOKED_AT && lookedAt.add(plugin) ? path() : null;
        if (path != null && KnowledgeFile.exists(path)) {
            if (remembered == null) {
                remembered = fresh();
                KnowledgeFile.look(path, remembered);
            }
            KnowledgeFile.lookAtNewest(path, plugin, remembered);
        }
        return remembered;
    }

    @Override
    public Observations observations() {
        return this;
    }

    @Override
    public List<LastValue> lastValues() {
        return openNow().lastValues();
    }

    @Override
    public boolean answersNothing(String plugin, String command) {
        return openNow().answersNothing(plugin, command);
    }

    @Override
    public @Nullable Instant lastSeen(String plugin) {
        Instant heard = registry.lastSeen(plugin);
        return heard != null ? heard : openNow().lastAnswer(plugin);
    }

    /** Returns the knowledge of the present hub, read from its file if need be. */
    Knowledge openNow() {
        Knowledge open = knowledge;
        return open != null ? open : open();
    }

    /** Takes a registry as the hub has it: a plugin that is not in it is gone. */
    synchronized void registered(List<String> names) {
        registry.registered(names);
        if (joinedPath == null) {
            joinedPath = path();
        }
    }

    /**
     * Learns from a broadcast.
     *
     * @param self our plugin's name
     */
    void heard(Message message, String self) {
        registry.heard(message, Instant.now());
        Knowledge open = opened();
        boolean leaving =
                message instanceof ExecuteReply reply && reply.command().equals(ExecuteReply.UNREGISTER);
        if (leaving) {
            return;
        }
        boolean own = message.source().equals(self);
        if (open == null) {
            learnLater(message, own);
        } else {
            learn(open, message, own);
        }
    }

    /** Learns from a request of ours and its reply, which are hidden from all others if the request is silent. */
    void exchanged(ExecuteRequest request, ExecuteReply reply) {
        if (reply.error() == null || !reply.error().isUnsupportedRoute()) {
            registry.recordSeen(reply.source(), Instant.now());
        }
        Knowledge open = knowledge;
        if (open != null) {
            open.sent(request);
            open.heard(reply);
        } else {
            learnLater(request, reply);
        }
    }

    void learn(String plugin, String command) {
        openNow().learn(plugin, command);
    }

    @Override
    public Learner learner() {
        return RecordingLearner.create(this::freshAt, this::learnFrom);
    }

    private synchronized void learnFrom(Knowledge other) {
        openNow().learnFrom(other);
        registry.recorded(other.plugins());
    }

    /** Takes a plugin's answer to {@code describe}, unless all has been forgotten meanwhile. */
    void describe(String plugin, @Nullable Object answer) {
        Knowledge open = opened();
        if (open != null) {
            open.describe(plugin, answer);
        }
    }

    /** Takes note that a plugin cannot describe itself. */
    void describesNothing(String plugin) {
        Knowledge open = opened();
        if (open != null) {
            open.describesNothing(plugin);
        }
    }

    /** Saves what was learned, and forgets the hub. */
    synchronized void forgetAll() {
        save();
        if (saver != null) {
            saver.shutdownNow();
            saver = null;
        }
        registry.forgetAll();
        unlearned.forgetAll();
        lastRegistry = List.of();
        joinedPath = null;
        knowledge = null;
        remembered = null;
        lookedAt.clear();
        file = null;
    }

    private synchronized Knowledge open() {
        Knowledge open = knowledge;
        if (open == null) {
            open = fresh();
            Path path = path();
            if (path != null) {
                file = KnowledgeFile.open(path, open);
                lastRegistry = KnowledgeFile.lastRegistry(path);
                saveNowAndThen();
            }
            unlearned.teach(open);
            knowledge = open;
        }
        return open;
    }

    private Knowledge fresh() {
        return freshAt(Clock.systemUTC());
    }

    private Knowledge freshAt(InstantSource clock) {
        Path declarations = identity.declarations();
        Map<?, ?> declared = declarations == null ? Map.of() : KnowledgeFile.object(declarations);
        return new Knowledge(Limits.DEFAULT, clock, declared);
    }

    /**
     * Where the hub's knowledge is kept, if it is. Named hubs are known by their names, wherever they have moved to.
     */
    private @Nullable Path path() {
        Path cache = identity.cacheDirectory();
        if (!kept || cache == null) {
            return null;
        }
        HubContext context = contexts.at(hub);
        return cache.resolve(context == null ? KnowledgeFile.nameFor(hub) : "contexts/" + context.name() + ".json");
    }

    private synchronized void learnLater(ExecuteRequest request, ExecuteReply reply) {
        Knowledge open = knowledge;
        if (open != null) {
            open.sent(request);
            open.heard(reply);
        } else {
            unlearned.add(request, reply);
        }
    }

    private synchronized void learnLater(Message message, boolean own) {
        Knowledge open = knowledge;
        if (open == null) {
            unlearned.heard(message, own);
        } else {
            learn(open, message, own);
        }
    }

    private static void learn(Knowledge open, Message message, boolean own) {
        if (own && message instanceof ExecuteRequest request) {
            open.sent(request);
        } else {
            open.heard(message);
        }
    }

    private @Nullable Knowledge opened() {
        return knowledge;
    }

    private synchronized void save() {
        Path path = joinedPath;
        boolean stop = Thread.interrupted(); // it would close the file
        try {
            List<String> others = othersPresent();
            if (path != null && !others.isEmpty()) {
                KnowledgeFile.keepRegistry(path, others);
            }
            if (path != null && file == null) {
                addSeen(path);
            }
            if (file != null) {
                file.saveIfChanged(others);
            }
        } finally {
            if (stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the plugins of the registry without ours, of this run and of others. */
    private List<String> othersPresent() {
        List<String> others = new ArrayList<>();
        for (String name : registry.plugins()) {
            if (!name.startsWith(identity.baseName())) {
                others.add(name);
            }
        }
        return others;
    }

    /** A session that did not open the file adds to it what it has seen, without reading it. */
    private void addSeen(Path path) {
        if (unlearned.isEmpty()) {
            return;
        }
        Knowledge seen = new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());
        unlearned.teach(seen);
        if (KnowledgeFile.add(path, seen)) {
            open().learnFrom(seen);
        }
    }

    private void saveNowAndThen() {
        if (!observing) {
            return;
        }
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(DaemonThreads.factory("hubsh-knowledge"));
        saver = timer;
        var unused = timer.scheduleWithFixedDelay(
                this::save, SECONDS_BETWEEN_SAVES, SECONDS_BETWEEN_SAVES, TimeUnit.SECONDS);
    }
}
