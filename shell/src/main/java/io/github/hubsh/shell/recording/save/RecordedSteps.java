package io.github.hubsh.shell.recording.save;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.Exchanges;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedLines;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests of a recording as steps, in the order in which they were sent. */
public final class RecordedSteps {
    /** More than a person reads; a replay of the recording sends them all. */
    private static final int MAX_REQUESTS = 1_000;

    /** What plugins and hubs say to each other by themselves. */
    private static final Set<String> OWN_TRAFFIC = Set.of("register", "ping", "describe");

    private final String file;
    private final Set<String> only;
    private final @Nullable Duration minPause;

    /**
     * @param file that is read, for errors
     * @param only the plugins or commands that are wanted; empty for all
     * @param minPause how long a pause is that is kept; {@code null} to keep none
     */
    public RecordedSteps(String file, Set<String> only, @Nullable Duration minPause) {
        this.file = file;
        this.only = Set.copyOf(only);
        this.minPause = minPause;
    }

    /**
     * Reads a recording to its end.
     *
     * @throws ShellException BAD_FILE if it cannot be read, or has too many requests
     */
    public List<Step> of(RecordedLines recording) {
        StepList steps = new StepList(minPause);
        Exchanges exchanges = new Exchanges(recording, this::isWanted);
        int left = MAX_REQUESTS;
        for (RecordedExchange each = exchanges.next(); each != null; each = exchanges.next()) {
            if (left-- == 0) {
                throw new ShellException(
                                Problem.BAD_FILE, file + " has more than " + MAX_REQUESTS + " requests for a script")
                        .hint("choose some with --only PLUGIN or --only COMMAND, or use replay " + file);
            }
            add(each, steps);
        }
        return steps.closed();
    }

    private boolean isWanted(RecordedMessage message) {
        return !OWN_TRAFFIC.contains(message.command())
                && (only.isEmpty() || only.contains(message.target()) || only.contains(message.command()));
    }

    private static void add(RecordedExchange exchange, StepList steps) {
        ExecuteRequest request = exchange.request().request();
        if (request == null) {
            return;
        }
        RecordedMessage reply = exchange.reply();
        try {
            StepAnswer answer = StepAnswer.of(reply == null ? null : reply.reply());
            steps.add(
                    new Step.Sent(SentRequest.of(request), answer),
                    exchange.request().time(),
                    reply == null ? exchange.request().time() : reply.time());
        } catch (ContentException unreadable) {
            steps.add(new Step.Noted(request.target() + " " + request.command() + ": its arguments cannot be read: "
                    + unreadable.getMessage()));
        }
    }
}
