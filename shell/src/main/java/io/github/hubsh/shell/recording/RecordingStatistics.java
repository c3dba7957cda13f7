package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.network.HubEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in a recording, counted line by line. Bounded in memory. For one thread. */
public final class RecordingStatistics {
    /** More names than these are counted together. */
    static final int MAX_NAMES = 100_000;

    /** Of more requests that wait for their replies, the oldest are unanswered. */
    static final int MAX_OPEN_REQUESTS = 100_000;

    private static final List<String> OTHERS = List.of("(others)", "");

    private static final Comparator<List<String>> BY_NAMES =
            Comparator.<List<String>, String>comparing(names -> names.get(0)).thenComparing(names -> names.get(1));

    private final String name;
    private final Instant start;

    // Mutable state
    private final Set<String> plugins = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private final Map<String, CommandTotals> open = new LinkedHashMap<>();
    private final Map<List<String>, CommandTotals> totals = new TreeMap<>(BY_NAMES);
    private @Nullable Instant last;
    private long messages;
    private long pairs;
    private long errors;
    private long unanswered;
    private long missed;
    private long gaps;
    private long lost;
    private long restarts;
    private long cuts;

    /**
     * Counts nothing yet.
     *
     * @param name of the file, or of all of them
     */
    public RecordingStatistics(String name, Instant start) {
        this.name = name;
        this.start = start;
    }

    public void take(RecordedLine line) {
        last = last == null || line.time().isAfter(last) ? line.time() : last;
        if (line instanceof RecordedMessage message) {
            take(message);
        } else if (line instanceof RecordedEvent event) {
            take(event);
        }
    }

    /** The file ends within a line, or within a part that was compressed. */
    public void cut() {
        cuts++;
    }

    private void take(RecordedMessage message) {
        messages++;
        add(message.source(), plugins);
        add(message.target(), plugins);
        add(message.command(), commands);
        if (message.isRequest()) {
            CommandTotals asked = totals(message.target(), message.command());
            asked.asked();
            open.put(message.session(), asked);
            if (open.size() > MAX_OPEN_REQUESTS) {
                Iterator<String> oldest = open.keySet().iterator();
                oldest.next();
                oldest.remove();
                unanswered++;
            }
        } else if (message.isReply()) {
            CommandTotals asked = open.remove(message.session());
            pairs += asked == null ? 0 : 1;
            errors += message.failed() ? 1 : 0;
            if (asked != null) {
                asked.answered(message.failed());
            } else if (message.failed()) {
                totals(message.source(), message.command()).failed();
            }
        }
    }

    private void take(RecordedEvent event) {
        switch (event.kind()) {
            case RecordedEvent.MISSED -> {
                missed += event.missed();
                gaps++;
            }
            case RecordedEvent.STARTED -> restarts++;
            case HubEvent.LOST_EVENT -> lost++;
            default -> {
                // That a hub is back says no more than that it was lost.
            }
        }
    }

    /** Names beyond the limit are counted together. */
    private CommandTotals totals(String plugin, String command) {
        List<String> names = List.of(plugin, command);
        CommandTotals known = totals.get(names);
        if (known == null) {
            List<String> counted = totals.size() < MAX_NAMES ? names : OTHERS;
            known = totals.computeIfAbsent(counted, each -> new CommandTotals(each.get(0), each.get(1)));
        }
        return known;
    }

    private static void add(String name, Set<String> names) {
        if (!name.isEmpty() && names.size() < MAX_NAMES) {
            names.add(name);
        }
    }

    /** Returns the row of a table. */
    public Map<String, @Nullable Object> row() {
        Instant end = last == null ? start : last;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("file", name);
        row.put("seconds", Math.max(0, Duration.between(start, end).toMillis()) / 1000.0);
        row.put("messages", messages);
        row.put("pairs", pairs);
        row.put("errors", errors);
        row.put("unanswered", unanswered + open.size());
        row.put("missed", missed);
        row.put("gaps", gaps + lost + restarts + cuts);
        row.put("plugins", (long) plugins.size());
        row.put("commands", (long) commands.size());
        row.put("start", start.toString());
        return row;
    }

    /** Returns a row for each command of each plugin that was asked for, sorted. */
    public List<Map<String, @Nullable Object>> commandRows() {
        return totals.values().stream().map(CommandTotals::row).toList();
    }

    /** Returns the gaps in words, or an empty text. */
    public String gaps() {
        StringBuilder text = new StringBuilder();
        add(text, gaps, "broadcasts were missed", "times");
        add(text, lost, "the hub was lost", "times");
        add(text, restarts, "it was continued", "times");
        add(text, cuts, "the end was cut, as when the recorder is killed", "times");
        return text.length() == 0 ? "" : name + ": " + text;
    }

    private static void add(StringBuilder text, long count, String what, String unit) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : "; ").append(what);
            text.append(count > 1 ? " " + count + " " + unit : "");
        }
    }
}
