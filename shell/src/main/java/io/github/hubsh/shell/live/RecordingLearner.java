package io.github.hubsh.shell.live;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.shell.knowledge.Knowledge;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.memory.Learner;
import io.github.hubsh.shell.session.memory.Observations;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.LastValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knowledge that is made of recorded messages. For one thread. */
final class RecordingLearner implements Learner, Catalog, Observations {
    private static final String DESCRIBE = "describe";

    private final Knowledge knowledge;
    private final Consumer<Knowledge> present;

    // Mutable state
    private Instant now = Instant.EPOCH;

    private RecordingLearner(Function<InstantSource, Knowledge> fresh, Consumer<Knowledge> present) {
        this.knowledge = fresh.apply(() -> now);
        this.present = present;
    }

    /**
     * Makes one that knows nothing. A caller loads no class for it before that.
     *
     * @param fresh makes knowledge that knows what the user has declared
     * @param present takes what is to be kept
     */
    static Learner create(Function<InstantSource, Knowledge> fresh, Consumer<Knowledge> present) {
        return new RecordingLearner(fresh, present);
    }

    @Override
    public void heard(TimedBroadcast broadcast) {
        now = broadcast.time();
        if (broadcast.message() instanceof ExecuteReply reply) {
            if (reply.command().equals(ExecuteReply.UNREGISTER)) {
                return;
            } else if (reply.command().equals(DESCRIBE) && !reply.failed()) {
                knowledge.describe(reply.source(), ContentData.decodeOrExplain(reply.result()));
            }
        }
        knowledge.heard(broadcast.message());
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
        present.accept(knowledge);
    }

    @Override
    public List<String> plugins() {
        return knowledge.plugins();
    }

    @Override
    public List<String> commands(String plugin) {
        return knowledge.commands(plugin);
    }

    @Override
    public @Nullable KnownCommand command(String plugin, String command) {
        return knowledge.command(plugin, command);
    }

    @Override
    public @Nullable KnownCommand atHand(String plugin, String command) {
        return command(plugin, command);
    }

    @Override
    public Observations observations() {
        return this;
    }

    @Override
    public List<LastValue> lastValues() {
        return knowledge.lastValues();
    }

    @Override
    public boolean answersNothing(String plugin, String command) {
        return knowledge.answersNothing(plugin, command);
    }

    @Override
    public @Nullable Instant lastSeen(String plugin) {
        return knowledge.lastAnswer(plugin);
    }
}
