package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures round trips. */
public final class PingVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.PING, "measure round trips")
            .operand("TARGET", Kind.PLUGIN)
            .option("--count", "N", Kind.COUNT, "how many; default 1")
            .option("--timeout", "TIME", Kind.DURATION, "how long to wait for each")
            .example("ping plugin_a")
            .example("ping hub --count 3")
            .detail("With --count a lost ping has no time; if all are lost, the exit code is 5.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Duration given = arguments.duration("--timeout");
        Duration timeout = given != null ? given : session.hub().settings().timeout();
        int count = arguments.count("--count", 1);
        String target = arguments.operand(0);
        if (count == 1) {
            return single(target, timeout, session);
        }
        several(count, target, timeout, session);
        return Outcome.NOTHING;
    }

    private static Outcome single(String target, Duration timeout, Session session) {
        WaitProgress waiting = WaitProgress.of(session.io().display(), target);
        try {
            return Outcome.value(facts(target, session.hub().network().ping(target, timeout)));
        } finally {
            waiting.end();
        }
    }

    private static @Nullable Duration next(PingSummary summary, String target, Duration timeout, Session session) {
        WaitProgress waiting = WaitProgress.of(session.io().display(), target);
        try {
            return summary.add(session.hub().network(), target, timeout);
        } finally {
            waiting.end();
        }
    }

    /** Who stops it wants to know what it has measured. */
    private static void several(int count, String target, Duration timeout, Session session) {
        PingSummary summary = new PingSummary();
        try {
            for (int i = 1; i <= count; i++) {
                ShellException.throwIfInterrupted();
                Duration roundTrip = next(summary, target, timeout, session);
                String number = " "
                                .repeat(Math.max(
                                        0,
                                        String.valueOf(count).length()
                                                - String.valueOf(i).length()))
                        + i;
                String time = roundTrip == null ? "lost" : Durations.inMillis(roundTrip) + " ms";
                session.io()
                        .display()
                        .show(new Outcome.Row(number + "  " + target + "  " + time, facts(target, roundTrip)));
            }
        } catch (ShellException stopped) {
            if (stopped.isInterruption() && summary.isAnswered()) {
                summary.tell(session.io().display());
            }
            throw stopped;
        }
        summary.tell(session.io().display());
    }

    private static Map<String, @Nullable Object> facts(String target, @Nullable Duration roundTrip) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("target", target);
        facts.put("round_trip_ms", roundTrip == null ? null : Durations.inMillis(roundTrip));
        return facts;
    }
}
