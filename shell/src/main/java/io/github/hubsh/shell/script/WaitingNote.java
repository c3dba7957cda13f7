package io.github.hubsh.shell.script;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Says once why a script does not end, when nothing but an open listener, tail or served plugin keeps it: such a script
 * looks as if it hangs. For the script's thread.
 */
final class WaitingNote {
    static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    static final long LONG_WAIT_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Supplier<List<String>> reasons;
    private final Consumer<String> reader;

    // Mutable state
    private boolean waiting;
    private boolean said;
    private long since;

    /**
     * Says nothing yet.
     *
     * @param reasons what keeps the script; none while it does something by itself
     */
    WaitingNote(Supplier<List<String>> reasons, Consumer<String> reader) {
        this.reasons = reasons;
        this.reader = reader;
    }

    /** Looks whether it is time to say it. Returns after how many nanoseconds to look again. */
    long look(long now) {
        List<String> all = said ? List.of() : reasons.get();
        if (all.isEmpty()) {
            waiting = false;
            return LONG_WAIT_NANOS;
        }
        if (!waiting) {
            waiting = true;
            since = now;
        }
        long left = since + DELAY_NANOS - now;
        if (left > 0) {
            return left;
        }
        said = true;
        reader.accept("the script does not end, because it " + String.join(" and ", all) + "; Ctrl-C ends it");
        return LONG_WAIT_NANOS;
    }
}
