package io.github.hubsh.shell.fake;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.memory.Observations;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Learns the names of the plugins and commands that have replied, and no more. */
public final class FakeLearner implements Learner, Catalog, Observations {
    /** How often what was learned was kept. */
    public int kept;

    private final Map<String, Set<String>> commands = new TreeMap<>();

    /** Hides its class from the one that is checked when a one-shot loads it. */
    static Learner create() {
        return new FakeLearner();
    }

    @Override
    public void heard(TimedBroadcast broadcast) {
        if (broadcast.message() instanceof ExecuteReply reply) {
            commands.computeIfAbsent(reply.source(), name -> new TreeSet<>()).add(reply.command());
        }
    }

    @Override
    public Catalog catalog() {
        return this;
    }

    @Override
    public Learner learner() {
        return this;
    }

    @Override
    public void keep() {
        kept++;
    }

    @Override
    public List<String> plugins() {
        return new ArrayList<>(commands.keySet());
    }

    @Override
    public List<String> commands(String plugin) {
        return new ArrayList<>(commands.getOrDefault(plugin, Set.of()));
    }

    @Override
    public KnownCommand command(String plugin, String command) {
        return commands(plugin).contains(command) ? FakeCommands.seen(command) : null;
    }

    @Override
    public KnownCommand atHand(String plugin, String command) {
        return command(plugin, command);
    }

    @Override
    public Observations observations() {
        return this;
    }

    @Override
    public List<LastValue> lastValues() {
        return List.of();
    }

    @Override
    public boolean answersNothing(String plugin, String command) {
        return false;
    }

    @Override
    public Instant lastSeen(String plugin) {
        return null;
    }
}
