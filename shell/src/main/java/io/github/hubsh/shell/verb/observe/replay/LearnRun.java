package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.compare.LearnedPaths;
import io.github.hubsh.shell.recording.replay.CarryOver;
import io.github.hubsh.shell.recording.replay.ComparedReply;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import io.github.hubsh.shell.recording.replay.ReplyComparison;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays several times, and proposes to ignore what differs. For one thread. */
final class LearnRun {
    private final LearnedPaths learned = new LearnedPaths();
    private final Session session;

    // Mutable state
    private long errors;

    private LearnRun(Session session) {
        this.session = session;
    }

    static void learn(ReplayFiles files) {
        LearnRun learn = new LearnRun(files.session());
        int runs = files.options().arguments().count("--learn", 1);
        for (int run = 1; run <= runs; run++) {
            long different = learn.replay(files);
            String replies = different == 1 ? " reply differs" : " replies differ";
            files.session().io().display().say(MessageLevel.NOTE, "run " + run + ": " + different + replies);
        }
        learn.propose();
    }

    private long replay(ReplayFiles files) {
        ReplayOptions options = files.options();
        CarryOver carry = ReplayVerb.carry(options);
        ReplayCheck check =
                new ReplayCheck(new ReplyComparison(options.ignored(), options.tolerance(), carry), this::learn);
        ReplayRun run = new ReplayRun(session, options, carry, check);
        files.forEach(carry, (plan, file) -> run.run(plan));
        check.end();
        return check.count(Verdict.DIFFERENT) + check.count(Verdict.MISSING);
    }

    private void learn(ReplayedRequest request, ComparedReply reply) {
        for (Difference each : reply.differences()) {
            if (each.kind() == Difference.Kind.ERROR) {
                errors++;
                session.io().display().say(MessageLevel.WARNING, CheckRows.text(request, each));
            } else {
                learned.add(request.planned().message(), each);
            }
        }
    }

    private void propose() {
        List<String> paths = new ArrayList<>();
        for (LearnedPaths.LearnedPath each : learned.paths()) {
            paths.add(each.text());
            session.io()
                    .display()
                    .say(
                            MessageLevel.ASIDE,
                            each.text() + ": recorded " + each.example().recordedText() + ", now "
                                    + each.example().nowText());
        }
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("ignore", paths);
        facts.put("deviation", learned.deviation());
        facts.put("errors", errors);
        session.io().display().show(new Outcome.Row(text(paths), facts));
    }

    private String text(List<String> paths) {
        if (paths.isEmpty()) {
            return "nothing has to be ignored";
        }
        String ignore = "--ignore '" + String.join(",", paths).replace("'", "'\\''") + "'";
        double deviation = learned.deviation();
        return deviation > 0 ? ignore + "   (or --tol " + deviation + " for the numbers)" : ignore;
    }
}
