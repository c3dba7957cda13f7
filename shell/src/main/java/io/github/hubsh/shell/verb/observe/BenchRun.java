package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.verb.timing.Pacing;
import io.github.hubsh.shell.verb.timing.RoundTripHistogram;
import io.github.hubsh.shell.verb.timing.Workers;
import io.github.hubsh.shell.verb.timing.Workload;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The requests of one {@code bench}, from as many threads as were asked for. */
final class BenchRun implements Workload {
    private static final Duration PROGRESS_DELAY = Duration.ofSeconds(1);

    private final Session session;
    private final Network network;
    private final Request request;
    private final long count;
    private final double rate;
    private final AtomicLong tickets = new AtomicLong();

    // Mutable state
    private long start; // set before the threads start

    // Mutable state, guarded by times
    private final RoundTripHistogram times = new RoundTripHistogram();
    private final Map<Problem, Long> errors = new EnumMap<>(Problem.class);
    private @Nullable ShellException failure;

    /**
     * Prepares a run.
     *
     * @param rate how many requests are to start in a second; 0 for as many as there can be
     */
    BenchRun(Session session, Request request, long count, double rate) {
        this.session = session;
        this.network = session.hub().network();
        this.request = request;
        this.count = count;
        this.rate = rate;
    }

    /**
     * Sends everything and waits for the replies.
     *
     * @return how long it took
     * @throws ShellException INTERRUPTED, and what makes further requests pointless
     */
    Duration run(int concurrency) {
        start = System.nanoTime();
        new Workers("hubsh-bench", PROGRESS_DELAY, session.io().display()::progress).run(concurrency, this);
        Duration took = Pacing.since(start);
        giveUpIfPointless();
        return took;
    }

    /** Returns how long it has been running. */
    Duration elapsed() {
        return Pacing.since(start);
    }

    RoundTripHistogram times() {
        return times;
    }

    Map<Problem, Long> errors() {
        return errors;
    }

    /** Returns the last thing that went wrong, or {@code null}. */
    @Nullable
    ShellException failure() {
        return failure;
    }

    @Override
    public void work() {
        try {
            for (long ticket = tickets.getAndIncrement(); ticket < count; ticket = tickets.getAndIncrement()) {
                send(ticket);
            }
        } catch (ShellException stop) {
            stop();
        }
    }

    @Override
    public void stop() {
        tickets.set(count);
    }

    @Override
    public String progress() {
        return Durations.format(Pacing.since(start)) + " · " + done() + " of " + count + " requests";
    }

    @Override
    public String stopped() {
        return "stopped after " + done() + " of " + count + " requests";
    }

    /**
     * Sends one. Where there is a rate, its time counts from when it should have started: a request that waits behind a
     * slow reply is late, and a user would have noticed.
     */
    private void send(long ticket) {
        long begin = System.nanoTime();
        if (rate > 0) {
            begin = start + (long) (ticket * 1e9 / rate);
            Pacing.until(begin);
        }
        try {
            Reply unused = network.send(request).await();
            long time = System.nanoTime() - begin;
            synchronized (times) {
                times.add(time);
            }
        } catch (ShellException failed) {
            if (failed.isInterruption()) {
                throw failed;
            }
            count(failed);
            if (isPointless(failed.problem())) {
                throw failed;
            }
        } catch (RuntimeException defect) {
            count(new ShellException(Problem.INTERNAL, defect.toString(), defect));
        }
    }

    private void count(ShellException failed) {
        synchronized (times) {
            failure = failed;
            errors.merge(failed.problem(), 1L, Long::sum);
        }
    }

    private long done() {
        synchronized (times) {
            return times.count()
                    + errors.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private void giveUpIfPointless() {
        ShellException failed = failure;
        if (failed != null && (times.count() == 0 || isPointless(failed.problem()))) {
            throw failed;
        }
    }

    private static boolean isPointless(Problem problem) {
        return switch (problem) {
            case NO_SUCH_PLUGIN, NO_SUCH_COMMAND, HUB_LOST, CANNOT_CONNECT, INTERRUPTED -> true;
            default -> false;
        };
    }
}
