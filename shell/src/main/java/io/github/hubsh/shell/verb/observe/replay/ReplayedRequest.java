package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of a recording that was sent again, and what it led to.
 *
 * @param arguments as they were sent, decoded
 * @param started when it was sent
 * @param since how long that was after the start of the replay
 * @param took from sending it to its end
 */
record ReplayedRequest(
        PlannedRequest planned,
        Request request,
        @Nullable Object arguments,
        Instant started,
        Duration since,
        Duration took,
        Answer answer) {
    int number() {
        return planned.number();
    }

    /** Returns whether there is an error or no reply. */
    boolean failed() {
        return answer.error() != null;
    }

    /** Returns whether the recorded request had a reply without an error. */
    boolean hadSucceeded() {
        RecordedMessage reply = planned.exchange().reply();
        return reply != null && !reply.failed();
    }

    /** Returns the message, but for what each one has of its own. */
    ExecuteRequest message() {
        return withTarget(planned.message(), request.target(), payload());
    }

    /** Returns the same request to another plugin. */
    static ExecuteRequest withTarget(ExecuteRequest message, String target, Payload payload) {
        Header header = message.header();
        Header other = new Header(
                header.msgId(),
                header.session(),
                header.date(),
                header.source(),
                target,
                header.type(),
                header.version());
        return new ExecuteRequest(
                other, message.command(), payload, message.silent(), message.stopOnError(), message.more());
    }

    private Payload payload() {
        return request.body() instanceof Payload payload ? payload : Payload.NONE;
    }

    ReplayedRequest answered(Answer other, Duration time) {
        return new ReplayedRequest(planned, request, arguments, started, since, time, other);
    }

    /** Returns what programs get. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("request", (long) number());
        facts.put("time", started.toString());
        facts.put("since", since.toNanos() / 1e9);
        facts.put("source", planned.exchange().request().source());
        facts.put("target", request.target());
        facts.put("command", request.command());
        facts.put("arguments", arguments);
        facts.put("result", answer.result());
        facts.put("error", answer.error());
        facts.put("round_trip_ms", Durations.inMillis(took));
        return facts;
    }
}
