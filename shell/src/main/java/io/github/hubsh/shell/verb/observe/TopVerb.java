package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubReport;
import io.github.hubsh.shell.session.network.HubReport.Losses;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.StatementResult;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.timing.Repetition;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows who is busy with what: rates, errors and reply times of every command, from what the hub broadcasts. */
public final class TopVerb implements Verb {
    private static final int DEFAULT_ROWS = 20;

    private static final Syntax SYNTAX = Syntax.of(VerbName.TOP, "live load per plugin and command")
            .option("--every", "TIME", Kind.DURATION, "how often; default 1s")
            .option("--rows", "N", Kind.COUNT, "show the N busiest; default 20")
            .option("--count", "N", Kind.COUNT, "end after N pictures")
            .option("--for", "TIME", Kind.DURATION, "end after this time")
            .example("top")
            .example("top --every 500ms --for 2s")
            .example("top --count 3 --every 100ms --jsonl")
            .detail("per_s counts requests and replies since the picture before; p50_ms and")
            .detail("p95_ms are of the last half to one minute; errors and messages are since the")
            .detail("start; in_flight are requests without a reply, lost those that have waited")
            .detail("for a minute. What is sent silently is not broadcast. --jsonl: an object per")
            .detail("picture; missed counts what the hub or this shell dropped of what is listened")
            .detail("to. q or Ctrl-C ends it. What the hub dropped, refused and lost, in whole and")
            .detail("per plugin, counts since the hub's start; status explains it.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Duration every = arguments.duration("--every");
        return FrameRun.of(
                session.io().display().frames(),
                () -> HubEvents.during(
                        session, () -> watch(arguments, session, every == null ? Duration.ofSeconds(1) : every)),
                () -> ShellException.interrupted("stopped").hint("--count N and --for TIME end it by themselves"));
    }

    private static Outcome watch(Arguments arguments, Session session, Duration every) {
        int rows = arguments.count("--rows", DEFAULT_ROWS);
        try (BroadcastStream broadcasts = session.hub().network().listen(BroadcastFilter.EVERYTHING)) {
            LoadStatistics load = new LoadStatistics(Instant.now());
            Repetition repetition = Repetition.of(arguments);
            repetition.advance(every);
            do {
                collect(broadcasts, repetition, load);
                load.missed(broadcasts.missed());
                session.io().display().frames().draw(picture(session, load, rows, repetition));
                repetition.count(1);
                repetition.advance(every);
            } while (repetition.mayEnd());
            return Outcome.NOTHING;
        }
    }

    private static Outcome.Frame picture(Session session, LoadStatistics load, int rows, Repetition repetition) {
        HubReport report = session.hub().network().peers().report();
        return frame(load.tick(Instant.now(), rows), report, repetition.elapsed());
    }

    /** Counts what comes until the next picture is due. */
    private static void collect(BroadcastStream broadcasts, Repetition repetition, LoadStatistics load) {
        do {
            ShellException.throwIfInterrupted();
            TimedBroadcast broadcast = broadcasts.next(repetition.untilNext());
            if (broadcast != null) {
                load.take(broadcast);
            }
        } while (!repetition.untilNext().isZero());
    }

    static Outcome.Frame frame(LoadStatistics.Tick tick, @Nullable HubReport report, Duration elapsed) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("time", tick.time().truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("elapsed_ms", elapsed.toMillis());
        facts.put("messages", tick.messages());
        facts.put("per_s", tick.perSecond());
        facts.put("missed", tick.missed());
        facts.put("commands", tick.rows());
        if (report != null) {
            facts.put("hub_dropped", report.losses().dropped());
            facts.put("hub_refused", report.losses().refused());
            facts.put("hub_lost", report.losses().lost());
            facts.put("losses", report.pluginLosses());
        }
        String state = tick.perSecond() + "/s · " + tick.messages() + " messages · " + Durations.format(elapsed);
        List<Outcome> results = tick.rows().isEmpty() ? List.of() : List.of(Outcome.value(tick.rows()));
        return new Outcome.Frame(
                "top", state, new StatementResult(results, notes(tick, report), null), null, false, facts);
    }

    private static List<String> notes(LoadStatistics.Tick tick, @Nullable HubReport report) {
        List<String> notes = new ArrayList<>();
        if (tick.rows().isEmpty()) {
            notes.add("nothing was broadcast yet");
        }
        if (tick.hidden() > 0) {
            notes.add("… " + tick.hidden() + " more commands, --rows N shows them");
        }
        if (tick.nameless() > 0) {
            notes.add("… " + tick.nameless() + " messages of more than " + LoadStatistics.MAX_COMMANDS + " commands");
        }
        if (tick.missed() > 0) {
            notes.add("… " + tick.missed() + " messages came too fast to be counted");
        }
        if (tick.gaps() > 0) {
            notes.add("… the hub closed the connection that broadcasts come on, and some are not counted");
        }
        if (report != null && !report.losses().areNone()) {
            notes.add("… the hub" + counts(report.losses()));
            report.plugins().forEach((name, plugin) -> {
                if (!plugin.losses().areNone()) {
                    notes.add("… of " + name + counts(plugin.losses()));
                }
            });
        }
        return notes;
    }

    private static String counts(Losses losses) {
        return " dropped " + losses.dropped() + ", refused " + losses.refused() + ", lost " + losses.lost();
    }
}
