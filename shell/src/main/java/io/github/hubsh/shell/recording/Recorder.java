package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.ActiveRecording;
import io.github.hubsh.shell.session.memory.RecordingTotals;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
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
    private long keptBefore; // in the files before this one
    private long waitsSince;
    private boolean waits;
    private boolean partHasLines;
    private boolean warned;

    // Mutable state, written by that thread
    private volatile long kept;
    private final AtomicLong missed = new AtomicLong();
    private final AtomicInteger parts = new AtomicInteger(1);
    private volatile long ended;
    private volatile boolean stopped; // by any
    private volatile @Nullable HubIdentity leftOut; // by any
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
            if (!failed.isInterruption()) {
                throw failed;
            } else if (!stopped) {
                throw ShellException.interrupted("stopped recording into " + files.path())
                        .hint("recording info " + files.path() + " says what it has");
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
        boolean unused = take(broadcasts, wait, Instant.MAX);
    }

    /** Returns whether it is not over, which it is with the first broadcast behind that time. */
    private boolean take(BroadcastStream broadcasts, Duration wait, Instant until) {
        TimedBroadcast broadcast = broadcasts.next(wait);
        for (HubEvent event : broadcasts.hubEvents()) {
            add(writer.line(event.facts(), event.time()));
        }
        boolean over = broadcast != null && broadcast.time().isAfter(until);
        if (broadcast != null && !over && isWanted(broadcast)) {
            addMessage(writer.line(broadcast));
        }
        return !over;
    }

    /** One message that the condition cannot judge does not end a recording. */
    private boolean isWanted(TimedBroadcast broadcast) {
        HubIdentity own = leftOut;
        try {
            return !(own != null && own.isBetween(broadcast.message())) && plan.wants(broadcast);
        } catch (ShellException unjudged) {
            if (!warned) {
                warned = true;
                display.say(MessageLevel.WARNING, "not recorded, and others like it: " + unjudged.text());
            }
            return false;
        }
    }

    /** Takes what has come until now, and waits for nothing more. */
    private void rest(BroadcastStream broadcasts) {
        Instant now = Instant.now();
        try {
            while (broadcasts.isReady() && taken < plan.count() && take(broadcasts, Duration.ZERO, now)) {
                // One after the other.
            }
            missed(broadcasts.lastMissed());
        } finally {
            write();
        }
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
        makeRoom(line);
        output.add(line);
    }

    private void addMessage(byte[] line) {
        makeRoom(line);
        output.addMessage(line);
        taken++;
    }

    private void makeRoom(byte[] line) {
        Long limit = files.limit();
        if (limit != null && partHasLines && output.size() + line.length > limit) {
            rotate();
        }
        if (!waits) {
            waits = true;
            waitsSince = System.nanoTime();
        }
        partHasLines = true;
    }

    private void rotate() {
        write();
        keptBefore = kept;
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
            waits = false;
        } catch (ShellException failed) {
            kept = keptBefore + output.messages();
            throw stops(failed);
        }
        kept = keptBefore + output.messages();
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

    @Override
    public void leaveOut(HubIdentity own) {
        leftOut = own;
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
