package io.github.hubsh.core.server;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which peers may continue the messages that they are sending when these take too much memory together. The
 * peers that hold more than their part of the limit wait, all but one: that one may finish its message, so that there
 * is always progress. It waits only while the memory is full of other things, which will be written. On the loop.
 */
final class UnfinishedMessages {
    /** The part of the budget that is worth waiting for. */
    private static final int OTHERS_SHARE = 4;

    private final MemoryBudget budget;
    private final long limit;
    private final Set<Sender> waiting = new LinkedHashSet<>();

    // Mutable state, the loop's
    private @Nullable Sender favoured;
    private long total;
    private int count;

    /** A peer that is sending a message. */
    interface Sender extends InputGate {
        /** Returns how much memory its unfinished message takes. */
        long heldBytes();
    }

    /** @param limit how much memory unfinished messages may take, apart from one */
    UnfinishedMessages(MemoryBudget budget, long limit) {
        this.budget = budget;
        this.limit = limit;
    }

    /** A peer has sent some more, has finished its message, or has gone. */
    void changed(Sender sender, long before, long now) {
        total += now - before;
        count += Integer.signum(Long.compare(now, 0)) - Integer.signum(Long.compare(before, 0));
        if (now == 0) {
            leave(sender);
        } else if (isCrowded() && now * count >= limit) {
            holdUp(sender);
        }
    }

    /** Returns the peer that may finish, or {@code null}. */
    @Nullable
    Sender favoured() {
        return favoured;
    }

    /** Whether some wait: then {@link #turn} is to be called now and then. */
    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** Lets those continue that may. */
    void turn() {
        if (!isCrowded()) {
            Set.copyOf(waiting).forEach(this::resume);
            return;
        }
        if (favoured == null) {
            favoured = waiting.stream()
                    .max(Comparator.comparingLong(Sender::heldBytes))
                    .orElse(null);
        }
        if (favoured != null && !isFullOfOthers()) {
            resume(favoured);
        }
    }

    private void holdUp(Sender sender) {
        if (favoured == null) {
            favoured = sender;
        }
        if ((sender != favoured || isFullOfOthers()) && waiting.add(sender)) {
            sender.pause();
        }
    }

    private void leave(Sender sender) {
        if (sender == favoured) {
            favoured = null;
        }
        resume(sender);
    }

    private void resume(Sender sender) {
        if (waiting.remove(sender)) {
            sender.resume();
        }
    }

    /** Whether the memory is full, and a good part of it is not that of unfinished messages. */
    private boolean isFullOfOthers() {
        return budget.isFull() && budget.used() - total > budget.limit() / OTHERS_SHARE;
    }

    private boolean isCrowded() {
        return total >= limit || budget.isFull();
    }
}
