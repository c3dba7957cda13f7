package io.github.hubsh.core.driver;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.event.Level;

/** Logs what is dropped, a few lines a second at the most: a stranger must not fill the disk. Any thread may call. */
public final class DropLog {
    private static final int MAX_LINES_PER_SECOND = 5;
    private static final int MAX_TEXT_LENGTH = 200;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final InstanceLog owner;
    private final Consumer<String> lines;

    // Mutable state, guarded by this
    private long secondStart;
    private int linesThisSecond;
    private long unlogged;

    /** @param owner the class in whose name the lines are logged */
    public DropLog(Class<?> owner, Level level) {
        this(new InstanceLog(owner.getName()), level);
    }

    /** @param owner the hub or plugin in whose name the lines are logged */
    public DropLog(InstanceLog owner, Level level) {
        this(owner, line -> owner.logger().atLevel(level).log(line));
    }

    /** @param lines called with each line; asks for the logger itself, because the first one costs start-up time */
    DropLog(InstanceLog owner, Consumer<String> lines) {
        this.owner = owner;
        this.lines = lines;
    }

    /** Logs a message of an unknown sender that is dropped. */
    public void dropped(String reason, long now) {
        log("a message: " + printable(reason), now);
    }

    /** Logs a message of this sender that is dropped. */
    void dropped(String peer, String reason, long now) {
        log("a message of '" + printable(peer) + "': " + printable(reason), now);
    }

    /** Logs what a thread has thrown. */
    public void failed(String what, Throwable failure) {
        owner.logger().error("{} failed", what, failure);
    }

    private synchronized void log(String what, long now) {
        if (now - secondStart >= SECOND_NANOS) {
            secondStart = now;
            linesThisSecond = 0;
        }
        if (++linesThisSecond > MAX_LINES_PER_SECOND) {
            unlogged++;
            return;
        }
        if (unlogged > 0) {
            lines.accept("dropped " + unlogged + " more messages");
            unlogged = 0;
        }
        lines.accept("dropped " + what);
    }

    /** What a stranger wrote must not drive the terminal that shows the log. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().limit(MAX_TEXT_LENGTH).forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
        return shown.toString();
    }
}
