package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.recording.compare.Answer;
import io.github.hubsh.shell.recording.replay.Poll;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.verb.timing.Pacing;
import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends requests at the same time, each from a thread of its own, and collects what they lead to. For one thread. */
final class ReplayThreads implements AutoCloseable {
    /** More are never without their reply at the same time. */
    static final int MAX_REQUESTS = 64;

    private static final long MIN_PAUSE_NANOS = 1_000_000;
    private static final long IDLE_SECONDS = 10;

    private final Session session;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MAX_REQUESTS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.factory("hubsh-replay"));

    /**
     * A request that has come to its end.
     *
     * @param fatal what makes further requests pointless, or {@code null}
     */
    record Ended(ReplayedRequest sent, @Nullable ShellException fatal) {}

    ReplayThreads(Session session) {
        this.session = session;
    }

    /** Sends a request; there are less than {@link #MAX_REQUESTS} others. */
    void send(ReplayedRequest request) {
        threads.execute(() -> ended.add(result(request)));
    }

    /**
     * Waits for the next request that ends.
     *
     * @return {@code null} if none did in that time
     * @throws ShellException INTERRUPTED
     */
    @Nullable
    Ended next(long nanos) {
        return Interruptible.get("stopped", () -> ended.poll(nanos, TimeUnit.NANOSECONDS));
    }

    /** Stops waiting for what has not ended. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Ended result(ReplayedRequest request) {
        long start = System.nanoTime();
        try {
            Answer answer = answer(request, start);
            return new Ended(request.answered(answer, Pacing.since(start)), null);
        } catch (ShellException failed) {
            ReplayedRequest answered = request.answered(Answer.of(failed), Pacing.since(start));
            return new Ended(answered, isFatal(failed) ? failed : null);
        } catch (RuntimeException defect) {
            ShellException failed = new ShellException(Problem.INTERNAL, defect.toString(), defect);
            return new Ended(request.answered(Answer.of(failed), Pacing.since(start)), null);
        }
    }

    /** What polled until something was done does so again, for as long as then, and twice as long as for a reply. */
    private Answer answer(ReplayedRequest request, long start) {
        Poll poll = request.planned().poll();
        Answer answer = sent(request);
        while (poll != null && poll.goesOn(answer) && Pacing.since(start).compareTo(limit(poll, request)) < 0) {
            Pacing.until(
                    System.nanoTime() + Math.max(MIN_PAUSE_NANOS, poll.pause().toNanos()));
            answer = sent(request);
        }
        return answer;
    }

    private Answer sent(ReplayedRequest request) {
        return Answer.of(session.hub().network().send(request.request()).await().value());
    }

    private static Duration limit(Poll poll, ReplayedRequest request) {
        return poll.took().plus(request.request().timeout().multipliedBy(2));
    }

    private static boolean isFatal(ShellException failed) {
        return switch (failed.problem()) {
            case HUB_LOST, CANNOT_CONNECT -> true;
            default -> false;
        };
    }
}
