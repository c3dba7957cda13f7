package io.github.hubsh.shell.session;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a session have sent, and what came back: the newest of it, so that a session can become a
 * script. Thread-safe.
 */
public final class Journal {
    private static final int MAX_STATEMENTS = 10_000;
    private static final int MAX_EXCHANGES = 1_000;
    private static final long MAX_SIZE = 16L << 20;

    /** What an exchange takes beside its texts; a decoded value is larger than its text. */
    private static final int FIXED_SIZE = 1_000;

    private static final int VALUE_FACTOR = 3;

    // Mutable state, guarded by this
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int exchanges;
    private long size;

    /** A request of a statement, and its reply or what it failed with. */
    public record Exchange(
            Request request,
            @Nullable Reply reply,
            @Nullable ShellException failure,
            Instant sent,
            Instant answered) {
        private long size() {
            long text = reply == null ? 0 : (long) VALUE_FACTOR * reply.raw().length();
            Object body = request.body() instanceof Payload payload ? payload.data() : request.body();
            if (body instanceof Map<?, ?> map) {
                for (Object each : map.values()) {
                    text += each instanceof String value ? value.length() : 0;
                }
            }
            return FIXED_SIZE + text + (body instanceof String value ? value.length() : 0);
        }
    }

    /** A statement that ran, or runs. */
    public final class Entry {
        private final JournaledStatement statement;

        // Mutable state, guarded by the journal
        private final List<Exchange> sent = new ArrayList<>();
        private boolean failed;
        private boolean ended;

        private Entry(JournaledStatement statement) {
            this.statement = statement;
        }

        public JournaledStatement statement() {
            return statement;
        }

        /** Returns its exchanges that are still known, in the order of their ends. */
        public List<Exchange> exchanges() {
            synchronized (Journal.this) {
                return List.copyOf(sent);
            }
        }

        /** Returns whether it has ended without an error. */
        public boolean succeeded() {
            synchronized (Journal.this) {
                return ended && !failed;
            }
        }

        /** Adds an exchange of this statement. */
        public void add(Exchange exchange) {
            synchronized (Journal.this) {
                sent.add(exchange);
                exchanges++;
                size += exchange.size();
                forget();
            }
        }

        /** Says that the statement has ended. */
        public void end(boolean wrong) {
            synchronized (Journal.this) {
                ended = true;
                failed = wrong;
            }
        }
    }

    /** Begins a statement. */
    public synchronized Entry begin(JournaledStatement statement) {
        Entry entry = new Entry(statement);
        entries.add(entry);
        forget();
        return entry;
    }

    /** Returns the statements in the order in which they began. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Forgets the oldest; the exchanges of the statement that runs are dropped one by one. */
    private void forget() {
        while (entries.size() > MAX_STATEMENTS || exchanges > MAX_EXCHANGES || size > MAX_SIZE) {
            Entry oldest = entries.getFirst();
            if (oldest.sent.isEmpty()) {
                entries.removeFirst();
            } else {
                size -= oldest.sent.remove(0).size();
                exchanges--;
            }
        }
    }
}
