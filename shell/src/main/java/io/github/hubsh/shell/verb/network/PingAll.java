package io.github.hubsh.shell.verb.network;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.verb.timing.Pacing;
import io.github.hubsh.shell.verb.timing.Workers;
import io.github.hubsh.shell.verb.timing.Workload;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Pings all plugins, many at a time and not for long: a registry may be full of names that are long gone, and each of
 * those takes a whole timeout.
 */
final class PingAll implements Workload {
    /** A plugin that lives answers within milliseconds; one that is busy has a second. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(1500);

    private static final int MAX_AT_ONCE = 256;
    private static final Duration PROGRESS_DELAY = Duration.ofMillis(200);

    private final Session session;
    private final Network network;
    private final Queue<String> left;
    private final Duration timeout;
    private final int all;

    // Mutable state, guarded by times
    private final Map<String, Duration> times = new HashMap<>();
    private @Nullable ShellException failure;
    private int done;

    private PingAll(List<String> names, Duration timeout, Session session) {
        this.session = session;
        this.timeout = timeout;
        this.network = session.hub().network();
        this.left = new ConcurrentLinkedQueue<>(names);
        left.remove(network.identity().ownName());
        this.all = left.size();
    }

    /**
     * Returns the round trip of each that answers; we ourselves are not asked.
     *
     * @throws ShellException INTERRUPTED, HUB_LOST
     */
    static Map<String, Duration> of(List<String> names, Duration timeout, Session session) {
        return new PingAll(names, timeout, session).run();
    }

    private Map<String, Duration> run() {
        new Workers("hubsh-ping", PROGRESS_DELAY, session.io().display()::progress)
                .run(Math.min(MAX_AT_ONCE, all), this);
        synchronized (times) {
            if (failure != null) {
                throw failure;
            }
            return times;
        }
    }

    @Override
    public void work() {
        for (String name = left.poll(); name != null; name = left.poll()) {
            ask(name);
        }
    }

    @Override
    public void stop() {
        left.clear();
    }

    @Override
    public String progress() {
        return "pinged " + done() + " of " + all;
    }

    @Override
    public String stopped() {
        return "stopped waiting for " + (all - done()) + " of " + all + " plugins";
    }

    private void ask(String name) {
        long start = System.nanoTime();
        Duration time = null;
        ShellException failed = null;
        try {
            time = network.ping(name, timeout);
        } catch (ShellException none) {
            boolean answered = none.problem() == Problem.NO_SUCH_COMMAND || none.problem() == Problem.REMOTE_ERROR;
            time = answered ? Pacing.since(start) : null;
            failed = answered ? null : none;
        } catch (RuntimeException defect) {
            failed = new ShellException(Problem.INTERNAL, defect.toString(), defect);
        }
        boolean silent =
                failed == null || failed.problem() == Problem.TIMEOUT || failed.problem() == Problem.NO_SUCH_PLUGIN;
        synchronized (times) {
            done++;
            if (time != null) {
                times.put(name, time);
            }
            failure = silent ? failure : failed;
        }
        if (!silent) {
            left.clear();
        }
    }

    private int done() {
        synchronized (times) {
            return done;
        }
    }
}
