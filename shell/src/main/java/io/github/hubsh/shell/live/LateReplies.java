package io.github.hubsh.shell.live;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.shell.session.network.PeerErrors;
import io.github.hubsh.shell.word.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The requests that were given up, after a timeout or a Ctrl-C: the remote work continues, and its outcome is still
 * worth a line.
 *
 * <p>The prompt shows that line at once. A run without a prompt may end any moment, and says nothing after the error
 * that ends it: it shows the line when it sends its next request, or never. Thread-safe.
 */
final class LateReplies {
    private static final int MAX_LATE_REPLIES = 1_000;
    private static final int MAX_VALUE_LENGTH = 500;

    private final Consumer<String> display;
    private final boolean atOnce;

    // Mutable state, guarded by this
    private final Map<String, Long> sent = new LinkedHashMap<>(); // by session, oldest first
    private final List<String> held = new ArrayList<>();

    private LateReplies(Consumer<String> display, boolean atOnce) {
        this.display = display;
        this.atOnce = atOnce;
    }

    /** Shows every late reply when it comes. */
    static LateReplies shownAtOnce(Consumer<String> display) {
        return new LateReplies(display, true);
    }

    /** Shows the late replies that have come when the next request is sent. */
    static LateReplies shownBetweenRequests(Consumer<String> display) {
        return new LateReplies(display, false);
    }

    /** Shows what was held back. */
    void beforeRequest() {
        List<String> lines;
        synchronized (this) {
            if (held.isEmpty()) {
                return;
            }
            lines = List.copyOf(held);
            held.clear();
        }
        lines.forEach(display);
    }

    /** The session has stopped waiting for this request, which it sent at that time of {@link System#nanoTime()}. */
    synchronized void gaveUp(ExecuteRequest request, long sentAt) {
        if (sent.size() >= MAX_LATE_REPLIES) {
            sent.remove(sent.keySet().iterator().next());
        }
        sent.put(request.session(), sentAt);
    }

    /** A reply has come for which no request waits. */
    void heard(ExecuteReply reply) {
        Long sentAt;
        synchronized (this) {
            sentAt = sent.remove(reply.session());
        }
        if (sentAt == null) {
            return;
        }
        String line = "late reply of " + reply.source() + " " + reply.command() + ", after "
                + Durations.format(Duration.ofNanos(System.nanoTime() - sentAt)) + ": " + describe(reply);
        if (atOnce) {
            display.accept(line);
        } else {
            hold(line);
        }
    }

    private synchronized void hold(String line) {
        if (held.size() >= MAX_LATE_REPLIES) {
            held.remove(0);
        }
        held.add(line);
    }

    private static String describe(ExecuteReply reply) {
        RemoteError error = reply.error();
        String text = error == null
                ? Json.display(ContentData.decodeOrExplain(reply.result()), MAX_VALUE_LENGTH)
                : "error: " + PeerErrors.ofRemote(error).text();
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "…";
    }
}
