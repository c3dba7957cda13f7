package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code top} counts. Bounded for any traffic: what cannot be kept is counted as a whole. For one thread. */
final class LoadStatistics {
    /** How many commands of plugins are counted separately. */
    static final int MAX_COMMANDS = 200;

    private static final int MAX_NAME_LENGTH = 200;

    /** Reply times cover the last one to two of these periods. */
    private static final Duration GENERATION = Duration.ofSeconds(30);

    private final Map<Name, CommandStatistics> commands = new LinkedHashMap<>();
    private final OpenRequests waiting = new OpenRequests();

    // Mutable state
    private Instant last;
    private Instant generation;
    private long messages;
    private long recent;
    private long nameless;
    private long missed;
    private int gaps;

    private record Name(String plugin, String command) {}

    /**
     * What is known at a time.
     *
     * @param messages since the start
     * @param perSecond messages since the tick before
     * @param nameless messages of commands that are not counted separately
     * @param missed messages that were dropped here or at the hub, for lack of time
     * @param gaps how often an unknown number was lost with the connection
     * @param rows the busiest commands first
     * @param hidden how many commands have no row
     */
    record Tick(
            Instant time,
            long messages,
            double perSecond,
            long nameless,
            long missed,
            int gaps,
            List<Map<String, @Nullable Object>> rows,
            int hidden) {}

    LoadStatistics(Instant start) {
        last = start;
        generation = start;
    }

    void take(TimedBroadcast broadcast) {
        messages++;
        recent++;
        Message message = broadcast.message();
        if (message instanceof ExecuteRequest request) {
            CommandStatistics load = find(message.target(), request.command());
            if (load != null) {
                load.requested();
                waiting.add(request, broadcast);
                giveUp(broadcast.time());
            }
        } else if (message instanceof ExecuteReply reply) {
            CommandStatistics load = find(message.source(), reply.command());
            TimedBroadcast request = waiting.answeredBy(reply);
            if (load != null) {
                Duration time = request == null ? null : Duration.between(request.time(), broadcast.time());
                load.replied(time, reply.failed());
            }
        }
    }

    /** Takes note of messages that were dropped for lack of time. */
    void missed(MissedBroadcasts more) {
        missed += more.count();
        gaps += more.gaps();
    }

    /** Returns what is known now, and resets what is counted from one tick to the next. */
    Tick tick(Instant now, int most) {
        giveUp(now);
        double seconds = Math.max(0.001, Duration.between(last, now).toNanos() / 1e9);
        List<Map.Entry<Name, CommandStatistics>> sorted = new ArrayList<>(commands.entrySet());
        sorted.sort(Comparator.comparing(Map.Entry<Name, CommandStatistics>::getValue, CommandStatistics.BUSIEST_FIRST)
                .thenComparing(entry -> entry.getKey().plugin())
                .thenComparing(entry -> entry.getKey().command()));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map.Entry<Name, CommandStatistics> each : sorted.subList(0, Math.min(most, sorted.size()))) {
            rows.add(row(each.getKey(), each.getValue(), seconds));
        }
        Tick tick = new Tick(
                now, messages, rate(recent, seconds), nameless, missed, gaps, rows, sorted.size() - rows.size());
        restart(now);
        return tick;
    }

    private void restart(Instant now) {
        boolean old = Duration.between(generation, now).compareTo(GENERATION) >= 0;
        for (CommandStatistics load : commands.values()) {
            load.restart(old);
        }
        generation = old ? now : generation;
        recent = 0;
        last = now;
    }

    private static Map<String, @Nullable Object> row(Name name, CommandStatistics load, double seconds) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("plugin", name.plugin());
        row.put("command", name.command());
        row.put("per_s", rate(load.recent(), seconds));
        load.put(row);
        return row;
    }

    private static double rate(long count, double seconds) {
        return Math.round(count * 10 / seconds) / 10.0;
    }

    /** Gives up on requests that have waited for too long, and on the oldest of too many. */
    private void giveUp(Instant now) {
        for (TimedBroadcast request : waiting.overdue(now)) {
            if (request.message() instanceof ExecuteRequest message) {
                CommandStatistics load = commands.get(new Name(cut(message.target()), cut(message.command())));
                if (load != null) {
                    load.givenUp();
                }
            }
        }
    }

    private @Nullable CommandStatistics find(String plugin, String command) {
        Name name = new Name(cut(plugin), cut(command));
        CommandStatistics load = commands.get(name);
        if (load == null && commands.size() < MAX_COMMANDS) {
            load = new CommandStatistics();
            commands.put(name, load);
        }
        nameless += load == null ? 1 : 0;
        return load;
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
    }
}
