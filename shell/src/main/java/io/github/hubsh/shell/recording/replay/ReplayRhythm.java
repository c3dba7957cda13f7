package io.github.hubsh.shell.recording.replay;

import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordedMessage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When each recorded request is due: the pauses are those of the recording, divided by a speed. Where a recording was
 * continued after a break, or several were put together, there is no pause. Where a replay has to wait for a reply that
 * comes later than the recorded one, all that follows is as much later, so that requests never pile up. For one thread.
 */
public final class ReplayRhythm {
    /** Two starts that are no further apart are the same: they are computed from a decimal number. */
    private static final Duration SAME_START = Duration.ofMillis(1);

    private final PlaybackSpeed speed;

    // Mutable state
    private @Nullable RecordedMessage last;
    private long position;
    private long delay;

    public ReplayRhythm(PlaybackSpeed speed) {
        this.speed = speed;
    }

    /** Returns how many nanoseconds after the start of the replay the next request is due; call it once for each. */
    public long due(RecordedMessage request) {
        RecordedMessage before = last;
        last = request;
        if (before != null && isContinued(before, request)) {
            Duration pause = Duration.between(before.time(), request.time());
            position += speed.of(pause).toNanos();
        }
        return position + delay;
    }

    /** Makes all that follows later. */
    public void delay(long nanos) {
        delay += Math.max(0, nanos);
    }

    /** Makes the last request due at that time, so many nanoseconds after the start; the others follow it. */
    public void restart(long nanos) {
        delay = nanos - position;
    }

    /** Returns whether both stand in the same recording, without a break; a copy of it begins earlier again. */
    static boolean isContinued(RecordedMessage before, RecordedMessage after) {
        Duration apart = Duration.between(start(before), start(after)).abs();
        return apart.compareTo(SAME_START) <= 0 && !after.time().isBefore(before.time());
    }

    private static Instant start(RecordedMessage message) {
        return message.time().minus(message.since());
    }
}
