package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.replay.ComparedReply;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.recording.replay.ReplyComparison;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Compares the replies of a replay. A difference at a place where an id may stand is held back until a later request
 * shows that it is one, or until there is none that could. For the thread that replays.
 */
final class ReplayCheck implements ReplayReport {
    private static final int MAX_HELD = 1_000;
    private static final int MAX_HELD_BYTES = 64 << 10;

    private final ReplyComparison comparison;
    private final BiConsumer<ReplayedRequest, ComparedReply> compared;

    // Mutable state
    private final Map<Integer, Held> held = new LinkedHashMap<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    /** A reply whose differences may be ids. */
    private record Held(ReplayedRequest sent, ComparedReply reply) {}

    /** @param compared takes each request with its verdict, not always in the order in which they ended */
    ReplayCheck(ReplyComparison comparison, BiConsumer<ReplayedRequest, ComparedReply> compared) {
        this.comparison = comparison;
        this.compared = compared;
    }

    @Override
    public void sees(PlannedRequest request) {
        for (CarriedValue each : comparison.sends(request)) {
            Held giver = held.get(each.exchange());
            if (giver != null) {
                held.put(each.exchange(), new Held(giver.sent(), giver.reply().without(each.from())));
                release(each.exchange(), false);
            }
        }
    }

    @Override
    public void ended(ReplayedRequest request) {
        ComparedReply reply = comparison.compare(request.planned(), request.answer());
        held.put(request.number(), new Held(request, reply));
        release(request.number(), request.planned().exchange().size() > MAX_HELD_BYTES);
        if (held.size() > MAX_HELD) {
            release(held.keySet().iterator().next(), true);
        }
    }

    /** Shows what was held back: no more requests come. */
    void end() {
        for (int number : held.keySet().stream().sorted().toList()) {
            release(number, true);
        }
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    private void release(int number, boolean always) {
        Held each = held.get(number);
        if (each != null && (always || !each.reply().isOpen())) {
            held.remove(number);
            counts.merge(each.reply().verdict(), 1L, Long::sum);
            compared.accept(each.sent(), each.reply());
        }
    }
}
