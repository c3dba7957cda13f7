package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.replay.CarryOver;
import io.github.hubsh.shell.recording.replay.PlannedRequest;
import io.github.hubsh.shell.recording.replay.ReplayPlan;
import io.github.hubsh.shell.recording.replay.ReplayRhythm;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.verb.observe.CommandLines;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a plan, each when it is due and when the replies are there that it once had. For one thread.
 */
final class ReplayRun {
    private static final long PROGRESS_NANOS = 200_000_000;
    private static final int MAX_SEEN = 1_000;
    private static final long QUIET_NANOS = 1_000_000_000;

    private final Session session;
    private final ReplayOptions options;
    private final @Nullable CarryOver carry;
    private final ReplayRhythm rhythm;
    private final ReplayReport report;
    private final Map<Integer, PlannedRequest> inFlight = new LinkedHashMap<>();

    // Mutable state
    private long start = System.nanoTime();
    private long sent;
    private @Nullable ReplaySteps steps;
    private boolean stopped;

    ReplayRun(Session session, ReplayOptions options, @Nullable CarryOver carry, ReplayReport report) {
        this.session = session;
        this.options = options;
        this.carry = carry;
        this.rhythm = new ReplayRhythm(options.speed());
        this.report = report;
        Word step = options.arguments().word("--step");
        this.steps = step == null ? null : ReplaySteps.of(session, step);
    }

    /**
     * Sends everything and waits for the replies.
     *
     * @throws ShellException INTERRUPTED, HUB_LOST, and what forbids to send
     */
    void run(ReplayPlan plan) {
        if (sent == 0) {
            session.hub().network(); // Joining it is none of the time that counts.
            start = System.nanoTime();
        }
        try (ReplayThreads threads = new ReplayThreads(session)) {
            PlannedRequest next = plan.next();
            while (next != null && !stopped) {
                decide(next, threads);
                next = stopped ? null : plan.next();
            }
            look(plan);
            while (!inFlight.isEmpty()) {
                take(threads, PROGRESS_NANOS);
            }
        } catch (ShellException failed) {
            throw failed.isInterruption() ? stopped() : failed;
        } finally {
            session.io().display().progress("");
        }
    }

    /** Where the user has stopped, what follows still shows which values are ids. */
    private void look(ReplayPlan plan) {
        PlannedRequest next = stopped ? plan.next() : null;
        for (int i = 0; next != null && i < MAX_SEEN; i++) {
            report.sees(next);
            next = plan.next();
        }
    }

    /** Returns how many requests were sent. */
    long sent() {
        return sent;
    }

    /** Sends a request when its time has come, or when the user says so. */
    private void decide(PlannedRequest next, ReplayThreads threads) {
        ReplaySteps asking = steps;
        if (asking == null) {
            await(next, start + rhythm.due(next.exchange().request()), threads);
            send(next, threads);
            return;
        }
        await(next, start, threads);
        rhythm.due(next.exchange().request());
        String line = CommandLines.line(next.message(), session.language()).replaceFirst("^execute ", "");
        ReplaySteps.Step step = asking.ask(next.number() + " " + line);
        stopped = step == ReplaySteps.Step.STOP;
        if (step == ReplaySteps.Step.GO_ON) {
            steps = null;
            rhythm.restart(System.nanoTime() - start);
        }
        if (step == ReplaySteps.Step.SKIP || stopped) {
            report.sees(next);
        } else {
            send(next, threads);
            // The reply stands there before the next question.
            while (steps != null && inFlight.containsKey(next.number())) {
                take(threads, PROGRESS_NANOS);
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private ShellException stopped() {
        String waiting = inFlight.isEmpty() ? "" : ", " + inFlight.size() + " without a reply";
        return ShellException.interrupted("stopped after " + count(sent) + waiting)
                .hint(sent == 0 ? "nothing was sent" : "plugins keep working on what was sent");
    }

    /** Returns a number of requests as people read it. */
    static String count(long requests) {
        return requests == 1 ? "1 request" : requests + " requests";
    }

    /** A reply that is late makes all that follows as late. */
    private void await(PlannedRequest next, long due, ReplayThreads threads) {
        boolean held = false;
        while (true) {
            ShellException.throwIfInterrupted();
            long left = due - System.nanoTime();
            boolean blocked = isBlocked(next);
            if (!blocked && left <= 0) {
                break;
            }
            held = blocked;
            take(threads, Math.min(PROGRESS_NANOS, blocked ? PROGRESS_NANOS : left));
        }
        if (held) {
            rhythm.delay(System.nanoTime() - due);
        }
    }

    private boolean isBlocked(PlannedRequest next) {
        return inFlight.size() >= ReplayThreads.MAX_REQUESTS
                || inFlight.values().stream().anyMatch(next::waitsFor);
    }

    private void take(ReplayThreads threads, long nanos) {
        ReplayThreads.Ended ended = threads.next(nanos);
        if (ended != null) {
            ended(ended.sent());
            if (ended.fatal() != null) {
                throw ended.fatal();
            }
        }
        if (System.nanoTime() - start > QUIET_NANOS) {
            session.io()
                    .display()
                    .progress(Durations.format(elapsed()) + " · " + sent + " sent · " + inFlight.size() + " waiting");
        }
    }

    private void ended(ReplayedRequest request) {
        inFlight.remove(request.number());
        if (carry != null) {
            carry.answered(request.number(), request.answer().result());
        }
        report.ended(request);
    }

    private void send(PlannedRequest next, ReplayThreads threads) {
        Object arguments = carry == null ? next.arguments() : carry.apply(next.carried(), next.arguments());
        Request request = request(next, arguments);
        session.hub().permit(request, options.has("--yes"));
        report.sees(next);
        inFlight.put(next.number(), next);
        sent++;
        threads.send(
                new ReplayedRequest(next, request, arguments, Instant.now(), elapsed(), Duration.ZERO, Answer.NONE));
    }

    /** What nothing is carried into goes as it stands. */
    private Request request(PlannedRequest next, @Nullable Object arguments) {
        ExecuteRequest message = next.message();
        String target = message.header().target();
        String to = options.remap().getOrDefault(target, next.exchange().isToHub() ? "hub" : target);
        Payload payload = message.arguments();
        if (arguments != next.arguments()) {
            payload = encoded(arguments, payload, next);
        }
        return new Request(
                to, message.command(), payload, payload.mimeType(), message.more(), false, options.timeout());
    }

    private static Payload encoded(@Nullable Object arguments, Payload recorded, PlannedRequest next) {
        try {
            Payload fresh = ContentData.encode(arguments, recorded.mimeType(), recorded.transferEncoding());
            return new Payload(fresh.data(), recorded.metadata());
        } catch (ContentException e) {
            throw new ShellException(
                            Problem.BAD_DATA,
                            "request " + next.number() + " cannot be sent with other values: " + e.getMessage(),
                            e)
                    .during(next.message().header().target(), next.message().command())
                    .hint("--no-carry sends it as it was recorded");
        }
    }
}
