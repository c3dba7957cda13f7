package io.github.hubsh.core.hub;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what is dropped, but no flood of it: a stranger must not fill the disk. */
final class DropLog {
    private static final int LINES_PER_SECOND = 5;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Logger logger = LoggerFactory.getLogger(Hub.class);

    // Mutable state, guarded by this
    private long secondStart;
    private int linesThisSecond;
    private long unsaid;

    synchronized void dropped(String peer, String reason, long now) {
        if (now - secondStart >= SECOND) {
            secondStart = now;
            linesThisSecond = 0;
        }
        if (++linesThisSecond > LINES_PER_SECOND) {
            unsaid++;
            return;
        }
        if (unsaid > 0) {
            logger.warn("dropped {} more messages", unsaid);
            unsaid = 0;
        }
        logger.warn("dropped a message of '{}': {}", printable(peer), printable(reason));
    }

    void failed(String what, Throwable failure) {
        logger.error("{} failed", what, failure);
    }

    /** What a stranger wrote must not drive the terminal that shows the log. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().limit(200).forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
        return shown.toString();
    }
}
