package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.shell.recording.CarriedValue;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.compare.Difference.Kind;
import io.github.hubsh.shell.recording.compare.IgnoredPath;
import io.github.hubsh.shell.recording.compare.RenamedIds;
import io.github.hubsh.shell.recording.compare.SameValues;
import io.github.hubsh.shell.recording.compare.ValueDifference;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares the replies of a replay with the recorded ones. What differs in every run is the same: values that were
 * carried over, two dates, two UUIDs of which none was named by a request. For one thread.
 */
public final class ReplyComparison {
    private final List<IgnoredPath> ignored;
    private final @Nullable CarryOver carry;
    private final RenamedIds ids;
    private final SameValues rules;

    /**
     * Compares nothing yet.
     *
     * @param ignored what is not compared
     * @param tolerance of numbers, absolute and relative; 0 for none
     * @param carry {@code null} where nothing is carried
     */
    public ReplyComparison(List<IgnoredPath> ignored, double tolerance, @Nullable CarryOver carry) {
        this.ignored = List.copyOf(ignored);
        this.carry = carry;
        this.ids = new RenamedIds(value -> carry != null && carry.isOwn(value));
        this.rules = new SameValues(ids, tolerance);
    }

    /**
     * Takes a request that is about to be sent: what it carries is known from now on.
     *
     * @return that of it for which there is a new value
     */
    public List<CarriedValue> sends(PlannedRequest request) {
        List<CarriedValue> known = new ArrayList<>();
        for (CarriedValue each : request.carried()) {
            Object fresh = carry == null ? null : carry.fresh(each);
            if (fresh != null) {
                ids.carried(each, fresh);
                known.add(each);
            }
        }
        return known;
    }

    /** Compares a reply. */
    public ComparedReply compare(PlannedRequest request, Answer now) {
        RecordedMessage message = request.exchange().reply();
        ExecuteReply reply = message == null ? null : message.reply();
        if (reply == null) {
            return new ComparedReply(Verdict.UNRECORDED, List.of());
        }
        Answer before = Answer.ofReply(reply);
        if (now.missing() && !Objects.equals(before.error(), now.error())) {
            Difference none = new Difference(ValuePath.ROOT, Kind.ERROR, text(before), text(now));
            return new ComparedReply(Verdict.MISSING, List.of(none));
        }
        List<IgnoredPath> mine = ignored.stream()
                .filter(each -> each.isFor(request.exchange().request()))
                .toList();
        List<Difference> found = differences(before, now, mine);
        Poll poll = request.poll();
        if (!found.isEmpty() && poll != null && poll.early().isPresent()) {
            List<Difference> early = differences(poll.early().get(), now, mine);
            return ComparedReply.of(early.isEmpty() ? early : found);
        }
        return ComparedReply.of(found);
    }

    private List<Difference> differences(Answer before, Answer now, List<IgnoredPath> mine) {
        if (before.error() == null && now.error() == null) {
            return ValueDifference.of(before.result(), now.result(), rules, path -> isIgnored(path, mine));
        }
        boolean same = before.error() != null && now.error() != null && rules.areSame(before.error(), now.error(), "");
        return same || isIgnored(ValuePath.ROOT, mine)
                ? List.of()
                : List.of(new Difference(ValuePath.ROOT, Kind.ERROR, text(before), text(now)));
    }

    private static boolean isIgnored(ValuePath path, List<IgnoredPath> mine) {
        for (IgnoredPath each : mine) {
            if (each.path().fits(path)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object text(Answer answer) {
        return answer.error() == null ? answer.result() : "error: " + answer.error();
    }
}
