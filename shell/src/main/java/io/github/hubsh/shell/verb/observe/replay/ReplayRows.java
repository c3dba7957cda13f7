package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.verb.observe.CommandLines;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows each request of a replay as a row, and counts them. For the thread that replays. */
final class ReplayRows implements ReplayReport {
    private final Session session;

    // Mutable state
    private long requests;
    private long failed;
    private long newlyFailed;
    private @Nullable ReplayedRequest lastFailed;

    ReplayRows(Session session) {
        this.session = session;
    }

    @Override
    public void sees(PlannedRequest request) {
        // Shown when it has come to its end.
    }

    @Override
    public void ended(ReplayedRequest request) {
        requests++;
        if (request.failed()) {
            failed++;
            if (request.hadSucceeded()) {
                newlyFailed++;
                lastFailed = request;
            }
        }
        session.io().display().show(new Outcome.Row(text(request), request.facts()));
    }

    /** Shows the sums. */
    void end(Duration took) {
        String text = requests
                + (requests == 1 ? " request in " : " requests in ")
                + Durations.format(took)
                + (failed == 0 ? "" : ", " + failed + " failed");
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("summary", summary(took));
        session.io().display().show(new Outcome.Row(text, facts));
    }

    /** Throws REMOTE_ERROR if a request failed that had not failed in the recording. */
    void requireSuccess() {
        ReplayedRequest last = lastFailed;
        if (last != null) {
            String what =
                    newlyFailed == 1 ? "1 request failed that had not" : newlyFailed + " requests failed that had not";
            throw new ShellException(
                            Problem.REMOTE_ERROR,
                            what + "; the last one: " + last.answer().error())
                    .during(last.request().target(), last.request().command())
                    .hint("its row says when it was sent");
        }
    }

    private Map<String, @Nullable Object> summary(Duration took) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("requests", requests);
        summary.put("failed", failed);
        summary.put("newly_failed", newlyFailed);
        summary.put("seconds", took.toMillis() / 1e3);
        return summary;
    }

    private String text(ReplayedRequest request) {
        String state = request.answer().missing() ? "missing" : request.failed() ? "error" : "ok";
        String error = request.failed() ? ": " + request.answer().error() : "";
        return start(request.number(), request.since())
                + String.format(Locale.ROOT, "%-7s %9s  ", state, Durations.format(request.took()))
                + line(request, session)
                + error;
    }

    /** Returns what the row of a request begins with. */
    static String start(int number, Duration since) {
        return String.format(Locale.ROOT, "%4d %9.3f s  ", number, since.toNanos() / 1e9);
    }

    /** Returns the request as it was sent and as it is typed, without the verb. */
    static String line(ReplayedRequest request, Session session) {
        return CommandLines.line(request.message(), session.language()).replaceFirst("^execute ", "");
    }
}
