package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.replay.ComparedReply;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows how each reply of a replay compares with the recorded one: a row each, with its differences below. */
record CheckRows(Session session) {
    void show(ReplayedRequest request, ComparedReply reply) {
        Display display = session.io().display();
        String text = ReplayRows.start(request.number(), request.since())
                + String.format(Locale.ROOT, "%-10s %9s  ", reply.verdict().word(), Durations.format(request.took()))
                + ReplayRows.line(request, session);
        display.show(new Outcome.Row(text, facts(request, reply)));
        for (Difference each : reply.differences()) {
            display.say(MessageLevel.ASIDE, "  " + text(request, each));
        }
    }

    /** Returns a difference in one line. */
    static String text(ReplayedRequest request, Difference difference) {
        String path = difference.path().isRoot() ? "" : " " + difference.where();
        return request.request().target() + " " + request.request().command() + path + ": recorded "
                + difference.recordedText() + ", now " + difference.nowText();
    }

    private static Map<String, @Nullable Object> facts(ReplayedRequest request, ComparedReply reply) {
        Map<String, @Nullable Object> facts = request.facts();
        facts.remove("result");
        facts.put("verdict", reply.verdict().word());
        facts.put(
                "differences",
                reply.differences().stream().map(Difference::facts).toList());
        return facts;
    }

    /** Shows the sums. */
    void end(ReplayCheck check, Duration took) {
        Map<String, @Nullable Object> sums = new LinkedHashMap<>();
        long requests = 0;
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            long count = check.count(verdict);
            requests += count;
            sums.put(verdict.word(), count);
            if (count > 0 || verdict == Verdict.SAME) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(verdict.word());
            }
        }
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("requests", requests);
        summary.putAll(sums);
        summary.put("seconds", took.toMillis() / 1e3);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("summary", summary);
        String count = ReplayRun.count(requests) + " in " + Durations.format(took) + ": ";
        session.io().display().show(new Outcome.Row(count + text, facts));
    }

    /** Throws ASSERTION_FAILED if a reply differs, or is missing. */
    static void requireSame(ReplayCheck check) {
        long different = check.count(Verdict.DIFFERENT);
        long missing = check.count(Verdict.MISSING);
        if (different + missing > 0) {
            String differ = different == 0
                    ? ""
                    : different + (different == 1 ? " reply differs" : " replies differ") + " from the recording";
            String absent = missing == 0 ? "" : missing + (missing == 1 ? " reply is missing" : " replies are missing");
            String both = String.join(
                    ", ",
                    List.of(differ, absent).stream()
                            .filter(each -> !each.isEmpty())
                            .toList());
            throw new ShellException(Problem.ASSERTION_FAILED, both)
                    .hint("--ignore PATH leaves a part out, --tol 0.05 allows for noise, --learn 3 proposes both");
        }
    }
}
