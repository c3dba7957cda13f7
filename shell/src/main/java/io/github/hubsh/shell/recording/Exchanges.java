package io.github.hubsh.shell.recording;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a recording in their order, each with its reply. It reads ahead as far as the reply of the oldest
 * request needs, and gives up on that reply when more than a number of messages or of bytes wait behind it. For one
 * thread.
 */
public final class Exchanges {
    private static final int MAX_WAITING = 10_000;
    private static final long MAX_WAITING_BYTES = 256L << 20;

    private final RecordedLines recording;
    private final Predicate<RecordedMessage> wanted;

    // Mutable state
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, Waiting> bySession = new LinkedHashMap<>();
    private long bytes;
    private boolean ended;

    /**
     * Reads nothing yet.
     *
     * @param wanted which requests
     */
    public Exchanges(RecordedLines recording, Predicate<RecordedMessage> wanted) {
        this.recording = recording;
        this.wanted = wanted;
    }

    /** Returns the next request with its reply; {@code null} at the end. Throws as {@link RecordedLines#next}. */
    public @Nullable RecordedExchange next() {
        while (!ended && !isReady()) {
            RecordedLine line = recording.next();
            ended = line == null;
            if (line instanceof RecordedMessage message) {
                take(message);
            }
        }
        Waiting oldest = waiting.poll();
        if (oldest == null) {
            return null;
        }
        bySession.remove(oldest.request.session(), oldest);
        bytes -= oldest.size();
        return new RecordedExchange(oldest.request, oldest.reply, oldest.hubName);
    }

    private boolean isReady() {
        Waiting oldest = waiting.peek();
        return oldest != null && (oldest.reply != null || waiting.size() > MAX_WAITING || bytes > MAX_WAITING_BYTES);
    }

    private void take(RecordedMessage message) {
        if (message.isRequest() && wanted.test(message)) {
            Waiting request = new Waiting(message, recording.hubName());
            waiting.add(request);
            bySession.put(message.session(), request);
            bytes += message.line().length;
        } else if (message.isReply()) {
            Waiting request = bySession.remove(message.session());
            if (request != null) {
                request.reply = message;
                bytes += message.line().length;
            }
        }
    }

    /** A request that waits for its reply, or for those before it. */
    private static final class Waiting {
        private final RecordedMessage request;
        private final String hubName;
        private @Nullable RecordedMessage reply;

        Waiting(RecordedMessage request, String hubName) {
            this.request = request;
            this.hubName = hubName;
        }

        long size() {
            return request.line().length + (reply == null ? 0L : reply.line().length);
        }
    }
}
