package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.shell.recording.RecordedExchange;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.compare.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds requests that poll. For one thread, in the order of the recording. */
final class PollFinder {
    private static final int MAX_SOURCES = 1_000;

    // Mutable state: the run of equal requests in which each peer is
    private final Map<String, Run> runs = new HashMap<>();

    /** Equal requests of one peer, one after the other. */
    private static final class Run {
        private final @Nullable Poll poll;
        private int left;

        Run(@Nullable Poll poll, int left) {
            this.poll = poll;
            this.left = left;
        }
    }

    /**
     * Takes the next request.
     *
     * @param ahead what comes behind it, as far as it is known
     * @return {@code null} if it is no poll
     */
    @Nullable
    Poll poll(RecordedExchange exchange, Iterable<RecordedExchange> ahead) {
        String source = exchange.request().source();
        Run run = runs.get(source);
        if (run == null || run.left == 0) {
            run = found(exchange, ahead);
            if (runs.size() >= MAX_SOURCES) {
                runs.clear();
            }
            runs.put(source, run);
        }
        run.left--;
        Poll poll = run.poll;
        return poll != null && run.left == 0 ? poll.asLast() : poll;
    }

    private static Run found(RecordedExchange first, Iterable<RecordedExchange> ahead) {
        List<RecordedExchange> equal = new ArrayList<>(List.of(first));
        boolean ended = false;
        for (RecordedExchange each : ahead) {
            boolean own = each.request().source().equals(first.request().source());
            if (own && !isEqual(each.request(), first.request())) {
                ended = true;
                break;
            } else if (own) {
                equal.add(each);
            }
        }
        Poll poll = poll(equal);
        // How a run ends that is longer than what is known ahead shows itself later.
        return new Run(poll, poll != null || ended ? equal.size() : (equal.size() + 1) / 2);
    }

    private static boolean isEqual(RecordedMessage one, RecordedMessage other) {
        if (!one.target().equals(other.target()) || !one.command().equals(other.command())) {
            return false;
        }
        ExecuteRequest a = one.request();
        ExecuteRequest b = other.request();
        return a != null
                && b != null
                && Objects.equals(a.arguments().data(), b.arguments().data())
                && a.more().equals(b.more());
    }

    private static @Nullable Poll poll(List<RecordedExchange> equal) {
        int last = equal.size() - 1;
        ExecuteReply done = last == 0 ? null : reply(equal.get(last));
        ExecuteReply waiting = done == null ? null : reply(equal.get(0));
        if (done == null || waiting == null || hasSameResult(waiting, done)) {
            return null;
        }
        for (RecordedExchange each : equal.subList(1, last)) {
            ExecuteReply reply = reply(each);
            if (reply == null || !hasSameResult(reply, waiting)) {
                return null;
            }
        }
        Duration took = Duration.between(
                equal.get(0).request().time(), equal.get(last).request().time());
        return new Poll(Answer.ofReply(waiting), Answer.ofReply(done), took.dividedBy(last), took);
    }

    /** An error is no reply to wait by. */
    private static @Nullable ExecuteReply reply(RecordedExchange exchange) {
        RecordedMessage reply = exchange.reply();
        return reply == null || reply.failed() ? null : reply.reply();
    }

    private static boolean hasSameResult(ExecuteReply one, ExecuteReply other) {
        return Objects.equals(one.result().data(), other.result().data());
    }
}
