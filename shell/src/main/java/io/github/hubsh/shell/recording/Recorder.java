package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.ActiveRecording;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.Display;
import io.github.hubsh.shell.session.HubEvent;
import io.github.hubsh.shell.session.MessageLevel;
import io.github.hubsh.shell.session.MissedBroadcasts;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.RecordingTotals;
import io.github.hubsh.shell.session.TimedBroadcast;
import io.github.hubsh.shell.word.Interruptible;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes what it hears into the files of a recording. Lines go into the file when nothing more is at hand, and at least
 * each second; in gzip, where small parts cost space, each second.
 *
 * <p>One thread runs it; any other may ask how far it is, and stop it.
 */
public final class Recorder implements ActiveRecording, AutoCloseable {
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);
    private static final int MAX_HANDSHAKES = 10;
    private static final int MAX_DRAINED = 100;
    private static final Duration HANDSHAKE = Duration.ofMillis(10);
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(1);
    private static final long WRITE_INTERVAL_NANOS = 1_000_000_000L;

    private final RecordingPlan plan;
    private final RecordingFiles files;
    private final LineWriter writer;
    private final Display display;
    private final CountDownLatch end = new CountDownLatch(1);
    private final long started = System.nanoTime();

    // Mutable state, of the thread that runs it
    private RecordingHeader header;
    private RecordingOutput output;
    private long taken;
    private long waitsSince;
    private boolean waits;
    private boolean partHasLines;

    // Mutable state, written by that thread
    private volatile long kept;
    private final AtomicLong missed = new AtomicLong();
    private final AtomicInteger parts = new AtomicInteger(1);
    private volatile long ended;
    private volatile boolean stopped; // by any
    private @Nullable Thread runner; // guarded by this

    /**
     * Opens the file, and writes its header.
     *
     * @throws ShellException BAD_FILE
     */
    public Recorder(RecordingPlan plan, RecordingHeader header, RecordingFiles files, Display display) {
        this.plan = plan;
        this.header = header;
        this.files = files;
        this.display = display;
        this.writer = new LineWriter(header.start());
        this.output = files.first(header);
    }

    /**
     * Waits until the hub has heard of what was subscribed to before. A hub takes a moment for that, and what it
     * publishes until then is lost. So this method asks the hub until its own messages arrive; hubs that do not publish
     * them cost some milliseconds. What has come meanwhile is taken away.
     */
    public static void awaitListening(Network network, BroadcastStream broadcasts) {
        try (BroadcastStream everything = network.listen(BroadcastFilter.EVERYTHING)) {
            boolean heard = false;
            for (int tries = 0; tries < MAX_HANDSHAKES && !heard; tries++) {
                heard = pings(network) && drain(everything) > 0;
            }
        }
        drain(broadcasts);
    }

    private static boolean pings(Network network) {
        try {
            network.ping(network.identity().hubName(), HANDSHAKE_TIMEOUT);
            return true;
        } catch (ShellException failed) {
            if (failed.problem() != Problem.TIMEOUT) {
                throw failed;
            }
            return false; // a busy hub
        }
    }

    private static int drain(BroadcastStream broadcasts) {
        int taken = 0;
        while (taken < MAX_DRAINED && broadcasts.next(HANDSHAKE) != null) {
            taken++;
        }
        return taken;
    }

    /**
     * Records until it is stopped, or has what the plan wants.
     *
     * @return whether the plan's count was reached
     * @throws ShellException INTERRUPTED, unless {@link #stop} was called; HUB_LOST; BAD_FILE if the file cannot be
     *     written any longer. What was heard until then is in the file, as far as it fits
     */
    public boolean run(BroadcastStream broadcasts) {
        begin();
        try {
            hearAll(broadcasts);
        } catch (ShellException failed) {
            if (!stopped || !failed.isInterruption()) {
                throw failed;
            }
        } finally {
            finish();
        }
        return taken >= plan.count();
    }

    private void hearAll(BroadcastStream broadcasts) {
        try {
            Duration wait = wait(MAX_WAIT);
            while (taken < plan.count() && !wait.isNegative() && !stopped) {
                ShellException.throwIfInterrupted();
                turn(broadcasts, wait);
                wait = wait(MAX_WAIT);
            }
        } catch (ShellException failed) {
            if (failed.problem() != Problem.BAD_FILE) {
                rest(broadcasts);
            }
            throw failed;
        }
        rest(broadcasts);
    }

    private void turn(BroadcastStream broadcasts, Duration wait) {
        missed(broadcasts.missed());
        if (output.isFull() || isDue(broadcasts.isReady())) {
            write();
        }
        TimedBroadcast broadcast = broadcasts.next(wait);
        for (HubEvent event : broadcasts.hubEvents()) {
            add(writer.line(event.facts(), event.time()));
        }
        if (broadcast != null && plan.wants(broadcast)) {
            add(writer.line(broadcast));
            taken++;
        }
    }

    private void rest(BroadcastStream broadcasts) {
        missed(broadcasts.lastMissed());
        write();
    }

    private boolean isDue(boolean moreAtHand) {
        if (!waits) {
            return false;
        }
        return (!moreAtHand && !files.isGzip()) || System.nanoTime() - waitsSince >= WRITE_INTERVAL_NANOS;
    }

    /** Returns how long to wait for a broadcast at most; negative when the time is over. */
    private Duration wait(Duration longest) {
        Duration left = plan.limit() == null ? longest : plan.limit().minus(age());
        Duration shorter = left.compareTo(longest) < 0 ? left : longest;
        if (!waits) {
            return shorter;
        }
        Duration due = Duration.ofNanos(Math.max(0, waitsSince + WRITE_INTERVAL_NANOS - System.nanoTime()));
        return shorter.compareTo(due) < 0 ? shorter : due;
    }

    private void add(byte[] line) {
        Long limit = files.limit();
        if (limit != null && partHasLines && output.size() + line.length > limit) {
            rotate();
        }
        if (!waits) {
            waits = true;
            waitsSince = System.nanoTime();
        }
        output.add(line);
        partHasLines = true;
    }

    private void rotate() {
        write();
        output.close();
        header = header.nextPart();
        try {
            output = files.next(header);
        } catch (ShellException failed) {
            throw stops(failed);
        }
        parts.incrementAndGet();
        partHasLines = false;
    }

    private void write() {
        try {
            output.write();
        } catch (ShellException failed) {
            throw stops(failed);
        }
        waits = false;
        kept = taken;
    }

    private ShellException stops(ShellException failed) {
        String text = String.format(
                Locale.ROOT,
                "%s: the recording ends; %,d messages are kept, the last %,d are not",
                failed.text(),
                kept,
                taken - kept);
        return new ShellException(Problem.BAD_FILE, text, failed)
                .hint("make room, or record into another file; recording info shows what there is");
    }

    /** Says it too, and where. */
    private void missed(MissedBroadcasts lost) {
        if (lost.areNone()) {
            return;
        }
        missed.addAndGet(lost.count());
        Instant now = Instant.now();
        for (Map<String, @Nullable Object> fact : lost.facts(now)) {
            add(writer.line(fact, now));
        }
        lost.sentences("recorded").forEach(sentence -> display.say(MessageLevel.WARNING, sentence));
    }

    private synchronized void begin() {
        runner = Thread.currentThread();
    }

    private void finish() {
        ended = System.nanoTime();
        synchronized (this) {
            runner = null;
            if (stopped) {
                // Meant for this, and not for what the thread does next.
                Thread.interrupted();
            }
        }
        try {
            close();
        } finally {
            end.countDown();
        }
    }

    /** Closes the file; for the thread that runs it, or where nothing has. */
    @Override
    public void close() {
        output.close();
    }

    private Duration age() {
        long until = ended;
        return Duration.ofNanos((until == 0 ? System.nanoTime() : until) - started);
    }

    /** Returns how far it is: what the file has. */
    @Override
    public RecordingTotals totals() {
        return new RecordingTotals(files.path(), parts.get(), kept, missed.get(), age());
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /** Returns whether {@link #stop} was called. */
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public boolean awaitEnd(Duration timeout) {
        return Interruptible.get("stopped waiting", () -> end.await(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }
}
