package io.github.hubsh.shell.verb.request;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.verb.timing.Repetition;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of {@code until}: the requests so far and what came of the last one. */
final class PollingRun {
    private static final int MAX_VALUE_LENGTH = 200;

    private final Session session;
    private final Request request;
    private final ResultCondition condition;
    private final Duration limit;
    private final Repetition repetition;

    // Mutable state
    private long polls;
    private @Nullable Object last;
    private volatile boolean lost; // since the last poll
    private @Nullable Duration lastReturn; // of a hub that was lost: when, in this run

    PollingRun(Session session, Request request, ResultCondition condition, Duration limit) {
        this.session = session;
        this.request = request;
        this.condition = condition;
        this.limit = limit;
        this.repetition = new Repetition(Long.MAX_VALUE, limit);
    }

    /** Asks until the condition holds; requests start at a steady pace, unless one takes longer. */
    Outcome run(Duration every) {
        List<Consumer<HubEvent>> listeners = session.hub().membership().hubListeners();
        Consumer<HubEvent> listener = this::happened;
        listeners.add(listener);
        try {
            return HubEvents.during(session, () -> pollUntilItFits(every));
        } catch (ShellException stopped) {
            throw stopped.isInterruption() ? stoppedPolling() : stopped;
        } finally {
            listeners.remove(listener);
        }
    }

    private Outcome pollUntilItFits(Duration every) {
        while (true) {
            Reply reply = pollThroughLosses(every);
            if (condition.holds(reply.value())) {
                return new Outcome.Value(reply.value(), reply.raw());
            }
            session.io().display().progress(Durations.format(repetition.elapsed()) + " · " + state());
            repetition.advance(every);
            if (!repetition.mayBegin()) {
                throw tooLate();
            }
            repetition.awaitNext();
        }
    }

    /** Asks again where the hub was lost before the answer came, and is back in time. */
    private Reply pollThroughLosses(Duration every) {
        while (true) {
            Network network = session.hub().network();
            if (lost) {
                lost = false;
                lastReturn = repetition.elapsed();
            }
            try {
                return poll(network);
            } catch (ShellException failed) {
                if (!isOfLoss(failed) || repetition.remaining(limit).isNegative()) {
                    throw failed;
                }
                repetition.advance(every);
                repetition.awaitNext();
            }
        }
    }

    /** The loss of a hub is announced before its return. On another thread. */
    private void happened(HubEvent event) {
        if (event.kind() == HubEvent.Kind.LOST) {
            lost = true;
        }
    }

    /**
     * After a loss the plugin may need longer than we to come back to the hub, and connect more than once: until then
     * it is not there, or goes before it replies.
     */
    private boolean isOfLoss(ShellException failed) {
        if (failed.problem() == Problem.HUB_LOST) {
            lost = true;
            return true;
        }
        Duration back = lastReturn;
        Duration grace = session.hub().settings().returnTime();
        return back != null
                && (failed.problem() == Problem.NO_SUCH_PLUGIN || failed.problem() == Problem.REMOTE_ERROR)
                && repetition.elapsed().minus(back).compareTo(grace) < 0;
    }

    /** Waits for a reply at most until the end of the run. */
    private Reply poll(Network network) {
        ShellException.throwIfInterrupted();
        Duration left = repetition.remaining(limit);
        boolean lastChance = left.compareTo(request.timeout()) < 0;
        try {
            Reply reply = network.send(lastChance ? request.within(atLeastOneMilli(left)) : request)
                    .await();
            polls++;
            last = reply.value();
            return reply;
        } catch (ShellException failed) {
            throw lastChance && failed.problem() == Problem.TIMEOUT ? tooLate() : failed;
        }
    }

    private static Duration atLeastOneMilli(Duration duration) {
        return duration.toMillis() < 1 ? Duration.ofMillis(1) : duration;
    }

    private ShellException tooLate() {
        return new ShellException(
                        Problem.TIMEOUT, "no result that fits within " + Durations.format(limit) + "; " + state())
                .during(request.target(), request.command())
                .hint("wait longer with --for " + Durations.longer(limit, "30m") + "; the plugin keeps working");
    }

    private ShellException stoppedPolling() {
        return ShellException.interrupted("stopped polling; " + state())
                .during(request.target(), request.command())
                .hint("the plugin keeps working");
    }

    private String state() {
        String value = polls == 0 ? "none" : Json.displayInside(last, MAX_VALUE_LENGTH);
        return polls + (polls == 1 ? " poll" : " polls") + ", last value "
                + (value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "…");
    }
}
