package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.shell.command.Names;
import io.github.hubsh.shell.command.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the wire has shown: plugins by the registry and by what they say, commands by who was asked. Thread-safe. */
final class SeenNames implements Names {
    private static final int MOST_PLUGINS = 10_000;
    private static final int MOST_COMMANDS = 1000;

    private final Workspace workspace;

    // Mutable state, guarded by this
    private final Set<String> plugins = new LinkedHashSet<>();
    private final Map<String, Set<String>> commands = new TreeMap<>();

    /** Knows what the workspace has, and of the network nothing yet. */
    SeenNames(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public synchronized List<String> plugins() {
        return new ArrayList<>(plugins);
    }

    @Override
    public synchronized List<String> commands(String plugin) {
        return new ArrayList<>(commands.getOrDefault(plugin, Set.of()));
    }

    @Override
    public List<String> variables() {
        return List.copyOf(workspace.variables().keySet());
    }

    @Override
    public List<String> aliases() {
        return List.copyOf(workspace.aliases().keySet());
    }

    @Override
    public List<String> jobs() {
        return workspace.jobs().list().stream()
                .map(job -> Integer.toString(job.number()))
                .toList();
    }

    @Override
    public @Nullable String focus() {
        return workspace.focus();
    }

    /** Takes a registry as the hub has it: who is not in it is gone. */
    synchronized void registered(List<String> registry) {
        plugins.clear();
        registry.stream().limit(MOST_PLUGINS).forEach(plugins::add);
    }

    synchronized void forgetAll() {
        plugins.clear();
        commands.clear();
    }

    /** Learns from a message: an answer proves the command, a question only that somebody believes in it. */
    void heard(Message message) {
        if (message instanceof ExecuteReply reply && knows(reply)) {
            learn(reply.source(), reply.command());
        } else if (message instanceof ExecuteRequest request
                && request.command().equals("register")) {
            joined(request.source());
        }
    }

    synchronized void learn(String plugin, String command) {
        if (commands.containsKey(plugin) || commands.size() < MOST_PLUGINS) {
            Set<String> known = commands.computeIfAbsent(plugin, unseen -> new TreeSet<>());
            if (known.size() < MOST_COMMANDS) {
                known.add(command);
            }
        }
    }

    private synchronized void joined(String plugin) {
        if (plugins.size() < MOST_PLUGINS) {
            plugins.add(plugin);
        }
    }

    private static boolean knows(ExecuteReply reply) {
        return reply.error() == null
                || !(reply.error().isUnknownCommand() || reply.error().isUnsupportedRoute());
    }
}
