package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.memory.Observations;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.util.List;

/** Plugins that all have the same commands, which all take the same arguments; nothing was ever seen of them. */
public record FakeCatalog(List<String> plugins, List<String> commands) implements Catalog, Observations {
    /** Returns the memory of a session that knows this catalog, and nothing else. */
    public SessionMemory memory() {
        return new SessionMemory(this, new ContextInUse(), new FakeHistory());
    }

    @Override
    public List<String> commands(String plugin) {
        return commands;
    }

    @Override
    public KnownCommand command(String plugin, String command) {
        return FakeCommands.DISPENSE;
    }

    @Override
    public KnownCommand atHand(String plugin, String command) {
        return null;
    }

    @Override
    public Learner learner() {
        return new FakeLearner();
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
